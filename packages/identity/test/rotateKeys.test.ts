import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createGrantSigner,
  createGrantVerifier,
  createServiceSigner,
  createServiceVerifier,
  generateKeyFile,
  type GrantStatement,
  rotateKeys,
  writePublicJwks,
} from '../src/index.js';
import { keysOfJwks } from '../src/jwks.js';
import { createKeySource } from '../src/keySource.js';
import { temporaryFolder } from './support/folder.js';
import { startJwksServer } from './support/jwksServer.js';

const folder = temporaryFolder();
let now = Date.now();
const clock = () => now;
const fresh = (name: string, service?: string): string => {
  const path = join(folder, name);
  generateKeyFile(path, service);
  return path;
};
const statement: GrantStatement = {
  sub: 'somebody',
  org: null,
  role: 'CITIZEN',
  purpose: 'SELF_ACCESS',
  rid: 'request-1',
  asOf: now,
  seq: 1,
  c: {},
  w: {},
};
const headOf = (jws: string) => JSON.parse(Buffer.from(jws.split('.')[0]!, 'base64url').toString());
const kidOf = (jws: string): string => headOf(jws).kid;
const skidOf = (jws: string): string => headOf(jws).skid;

describe('replacing a key', () => {
  it('adds a new one beside it, has that sign, and drops the old one; the file stays the owner’s and the same', () => {
    const path = fresh('three-steps.json', 'psychiatry');
    const [first] = rotateKeys(path, 'use');
    const { ino } = statSync(path);
    const published = rotateKeys(path, 'publish');
    expect(published).toEqual([first, expect.stringMatching(/^psychiatry#/)]);
    expect(rotateKeys(path, 'use')).toEqual(published.toReversed());
    expect(rotateKeys(path, 'retire')).toEqual([published[1]]);
    expect(statSync(path)).toMatchObject({ ino, mode: 0o100600 });
    expect(generateKeyFile(path, 'psychiatry')).toBe(published[1]);
  });

  it('is undone by retiring a key that has not signed yet', () => {
    const path = fresh('undone.json');
    const [first] = rotateKeys(path, 'publish');
    expect(rotateKeys(path, 'retire')).toEqual([first]);
  });

  it('I-4: is refused for a file that holds no key', () => {
    const path = join(folder, 'no-key.json');
    writeFileSync(path, '{"keys":[]}');
    expect(() => rotateKeys(path, 'publish')).toThrow(expect.objectContaining({ code: 'KEY_FILE_INVALID' }));
    expect(readFileSync(path, 'utf8')).toBe('{"keys":[]}');
  });
});

describe('the key of grants', () => {
  it('is replaced while grants are signed and verified: both count while both are listed, then the old one no more', async () => {
    const keyFile = fresh('grant.json');
    const signer = createGrantSigner({ keyFile, clock });
    const server = await startJwksServer();
    const publish = () => void (server.state.body = JSON.stringify(signer.jwks()));
    try {
      publish();
      const verifier = createGrantVerifier({ keysUrl: server.url, clock });
      const old = signer.sign(statement);
      await verifier.verify(old);

      rotateKeys(keyFile, 'publish');
      now += 1_000;
      expect(kidOf(signer.sign(statement))).toBe(kidOf(old));
      expect(signer.jwks().keys).toHaveLength(2);
      publish();
      rotateKeys(keyFile, 'use');
      now += 1_000;
      const young = signer.sign(statement);
      expect(kidOf(young)).not.toBe(kidOf(old));
      await Promise.all([old, young, young].map((grant) => verifier.verify(grant)));

      rotateKeys(keyFile, 'retire');
      now += 1_000;
      publish();
      expect(signer.jwks().keys).toHaveLength(1);
      copyFileSync(keyFile, join(folder, 'kept.json'));
      const retired = createGrantSigner({ keyFile: fresh('thief.json'), clock });
      await expect(verifier.verify(retired.sign(statement))).rejects.toMatchObject({ code: 'GRANT_INVALID' });
      // That question had the keys fetched anew, so the old one is gone at once; without it, within thirty seconds.
      await expect(verifier.verify(old)).rejects.toMatchObject({ code: 'GRANT_INVALID' });
      await verifier.verify(young);
    } finally {
      await server.stop();
    }
  });

  it('I-4: once retired is refused at the latest when a grant’s life is over, whatever was fetched before', async () => {
    const server = await startJwksServer();
    try {
      const thief = createGrantSigner({ keyFile: fresh('retired.json'), clock });
      server.state.body = JSON.stringify(thief.jwks());
      const verifier = createGrantVerifier({ keysUrl: server.url, clock });
      await verifier.verify(thief.sign(statement));
      server.state.body = JSON.stringify(createGrantSigner({ keyFile: fresh('next.json'), clock }).jwks());
      now += 30_000;
      await expect(verifier.verify(thief.sign(statement))).rejects.toMatchObject({ code: 'GRANT_INVALID' });
    } finally {
      await server.stop();
    }
  });

  it('goes on with the keys it has when its file is half written, and says so', () => {
    const keyFile = fresh('half.json');
    const refused: unknown[] = [];
    const signer = createGrantSigner({ keyFile, clock, onRefused: (error) => refused.push(error) });
    const before = kidOf(signer.sign(statement));
    const content = readFileSync(keyFile, 'utf8');
    writeFileSync(keyFile, content.slice(0, 20));
    now += 1_000;
    expect(kidOf(signer.sign(statement))).toBe(before);
    expect(refused).toEqual([expect.objectContaining({ code: 'KEY_FILE_INVALID' })]);
    writeFileSync(keyFile, content);
    const [, next] = rotateKeys(keyFile, 'publish');
    rotateKeys(keyFile, 'use');
    now += 1_000;
    expect(kidOf(signer.sign(statement))).toBe(next);
  });
});

describe('the key of a service', () => {
  const call = { method: 'POST', path: '/relations', body: '{}' };

  it('is replaced while it calls: both count while both are listed, and a retired one no longer than ten seconds', async () => {
    const keyFile = fresh('service-ngo.json', 'ngo');
    const old = join(folder, 'stolen.json');
    copyFileSync(keyFile, old);
    const calledFile = fresh('service-citizen.json', 'citizen');
    const jwksFile = join(folder, 'services.json');
    writePublicJwks(jwksFile, [keyFile, calledFile]);
    const signer = createServiceSigner({ keyFile, jwksFile, service: 'ngo', clock });
    const stolen = createServiceSigner({ keyFile: old, jwksFile, service: 'ngo', clock });
    const verifier = createServiceVerifier({ keyFile: calledFile, jwksFile, service: 'citizen', clock });
    const verify = (by: typeof signer) => verifier.verify(by.sign({ ...call, to: 'citizen' }), call);
    expect(await verify(signer)).toBe('ngo');

    rotateKeys(keyFile, 'publish');
    writePublicJwks(jwksFile, [keyFile, calledFile]);
    rotateKeys(keyFile, 'use');
    now += 1_000;
    expect(await Promise.all([verify(signer), verify(stolen), verify(signer)])).toEqual(['ngo', 'ngo', 'ngo']);

    rotateKeys(keyFile, 'retire');
    writePublicJwks(jwksFile, [keyFile, calledFile]);
    now += 10_000;
    await expect(verify(stolen)).rejects.toMatchObject({ code: 'SERVICE_CALL_INVALID' });
    expect(await verify(signer)).toBe('ngo');
  });

  it('is replaced while it is called: whoever calls changes over with it, and a retired one is called no more', async () => {
    const calledFile = fresh('service-called.json', 'citizen');
    const keyFile = fresh('service-calling.json', 'ngo');
    const jwksFile = join(folder, 'callers.json');
    const publish = () => writePublicJwks(jwksFile, [keyFile, calledFile]);
    publish();
    const signer = createServiceSigner({ keyFile, jwksFile, service: 'ngo', clock });
    const verifier = createServiceVerifier({ keyFile: calledFile, jwksFile, service: 'citizen', clock });
    const sign = () => signer.sign({ ...call, to: 'citizen' });
    const early = sign();
    const calls: string[] = [];
    for (const step of ['publish', 'use', 'retire'] as const) {
      rotateKeys(calledFile, step);
      // Between the two files somebody calls, too.
      calls.push(sign());
      expect(await verifier.verify(calls.at(-1), call)).toBe('ngo');
      publish();
      now += 1_000;
      calls.push(sign());
      expect(await verifier.verify(calls.at(-1), call)).toBe('ngo');
    }
    expect(new Set(calls.map(kidOf)).size).toBe(2);
    expect(kidOf(calls.at(-1)!)).not.toBe(kidOf(early));
    await expect(verifier.verify(early, call)).rejects.toMatchObject({ code: 'SERVICE_CALL_INVALID' });
  });

  it('is not taken up when the new key is another service’s', () => {
    const keyFile = fresh('service-taken.json', 'ngo');
    const jwksFile = join(folder, 'x.json');
    writePublicJwks(jwksFile, [fresh('service-x.json', 'x')]);
    const signer = createServiceSigner({ keyFile, jwksFile, service: 'ngo', clock });
    copyFileSync(fresh('service-other.json', 'psychiatry'), keyFile);
    now += 1_000;
    expect(skidOf(signer.sign({ ...call, to: 'x' }))).toMatch(/^ngo#/);
  });
});

describe('where public keys come from', () => {
  const keyFile = fresh('source.json');
  const jwks = createGrantSigner({ keyFile }).jwks();

  it('is asked again before the keys lapse, without anybody waiting, and once for any number of questions', async () => {
    let asked = 0;
    let answer = (): unknown => jwks;
    const keyOf = createKeySource({
      load: async () => ((asked += 1), answer()),
      keysOf: (content) => keysOfJwks(content, 'Ed25519'),
      unavailable: () => new Error('unavailable'),
      clock,
      maxAge: 30_000,
    });
    const kid = jwks.keys[0]!.kid;
    const many = () => Promise.all(Array.from({ length: 100 }, () => keyOf(kid)));
    await many();
    expect(asked).toBe(1);
    now += 15_000;
    // Nobody waits for a source that never answers, or one that fails.
    answer = () => new Promise(() => undefined);
    expect((await many()).every((key) => key !== null)).toBe(true);
    expect(asked).toBe(2);
  });

  it('that fails is asked again a second later, and its keys are used until they lapse and no longer', async () => {
    let asked = 0;
    const keyOf = createKeySource({
      load: async () => {
        asked += 1;
        if (asked > 1) throw new Error('down');
        return jwks;
      },
      keysOf: (content) => keysOfJwks(content, 'Ed25519'),
      unavailable: () => new Error('unavailable'),
      clock,
      maxAge: 30_000,
    });
    const kid = jwks.keys[0]!.kid;
    await keyOf(kid);
    for (let second = 16; second < 30; second += 1) {
      now += second === 16 ? 16_000 : 1_000;
      await expect(keyOf(kid)).resolves.not.toBeNull();
      await Promise.resolve();
    }
    expect(asked).toBeGreaterThan(10);
    now += 1_000;
    await expect(keyOf(kid)).rejects.toThrow('unavailable');
  });

  it('is asked once a second at most for keys that nobody has', async () => {
    let asked = 0;
    const keyOf = createKeySource({
      load: async () => ((asked += 1), jwks),
      keysOf: (content) => keysOfJwks(content, 'Ed25519'),
      unavailable: () => new Error('unavailable'),
      clock,
      maxAge: 30_000,
    });
    for (let second = 0; second < 3; second += 1) {
      const found = await Promise.all(Array.from({ length: 200 }, (_, n) => keyOf(`made-up-${second}-${n}`)));
      expect(found.every((key) => key === null)).toBe(true);
      expect(asked).toBe(second + 1);
      now += 1_000;
    }
  });
});
