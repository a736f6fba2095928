import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServiceSigner, createServiceVerifier, generateKeyFile, writePublicJwks } from '../src/index.js';
import { signCompactJws } from '../src/compactJws.js';
import { readKeyRing } from '../src/keyFile.js';
import { createReplayMemory } from '../src/replayMemory.js';
import { temporaryFolder } from './support/folder.js';

const folder = temporaryFolder();
const keyFile = join(folder, 'service-psychiatry.jwk.json');
const strangerKeyFile = join(folder, 'service-stranger.jwk.json');
const jwksFile = join(folder, 'services.jwks.json');
const keyId = generateKeyFile(keyFile, 'psychiatry');
generateKeyFile(strangerKeyFile, 'psychiatry');
writePublicJwks(jwksFile, [keyFile]);

const call = { method: 'POST', path: '/relations', body: '{"events":[]}' };
let now = Date.now();
const clock = () => now;
const signer = createServiceSigner({ keyFile, service: 'psychiatry', clock });
const verifier = createServiceVerifier({ jwksFile, audience: 'citizen', clock });
const sign = () => signer.sign({ ...call, audience: 'citizen' });
const INVALID = { code: 'SERVICE_CALL_INVALID', status: 401 };
const EXPIRED = { code: 'SERVICE_CALL_EXPIRED' };

describe('a signed call between services', () => {
  it('names the service that made it, as text or as bytes', async () => {
    expect(await verifier.verify(sign(), call)).toBe('psychiatry');
    expect(await verifier.verify(sign(), { ...call, body: Buffer.from(call.body) })).toBe('psychiatry');
  });

  it('counts once', async () => {
    const header = sign();
    await verifier.verify(header, call);
    await expect(verifier.verify(header, call)).rejects.toMatchObject({ code: 'SERVICE_CALL_REPLAYED', status: 409 });
  });

  it('counts once also when it arrives twice at the same moment', async () => {
    const header = sign();
    const outcomes = await Promise.allSettled([verifier.verify(header, call), verifier.verify(header, call)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['method', { ...call, method: 'PUT' }],
    ['path', { ...call, path: '/grants' }],
    ['query', { ...call, path: '/relations?x=1' }],
    ['body', { ...call, body: '{"events":[ ]}' }],
  ])('is refused with another %s', async (_name, other) => {
    await expect(verifier.verify(sign(), other)).rejects.toMatchObject(INVALID);
  });

  it('is refused without a signature, for another audience, by a stranger with a known name, by an unknown name', async () => {
    const stranger = createServiceSigner({ keyFile: strangerKeyFile, service: 'psychiatry', clock });
    const [{ key }] = readKeyRing(keyFile);
    const unknown = signCompactJws('sammen-call+jwt', 'unknown', key, {});
    const grant = signCompactJws('sammen-grant+jwt', keyId, key, claims({}));
    const posing = signCompactJws('sammen-call+jwt', keyId, key, claims({ iss: 'municipality' }));
    const headers = [
      undefined,
      '',
      'a.b.c',
      signer.sign({ ...call, audience: 'psychiatry' }),
      stranger.sign({ ...call, audience: 'citizen' }),
      unknown,
      grant,
      posing,
    ];
    for (const header of headers) await expect(verifier.verify(header, call)).rejects.toMatchObject(INVALID);
  });

  it('is refused when it has expired, comes from the future or claims to live longer than 30 seconds', async () => {
    const [{ key }] = readKeyRing(keyFile);
    const make = (change: object) => signCompactJws('sammen-call+jwt', keyId, key, claims(change));
    const seconds = Math.floor(now / 1000);
    expect(await verifier.verify(make({}), call)).toBe('psychiatry');
    for (const change of [
      { iat: seconds - 40, exp: seconds - 10 },
      { iat: seconds + 20, exp: seconds + 40 },
      { iat: seconds, exp: seconds + 31 },
    ]) {
      await expect(verifier.verify(make(change), call)).rejects.toMatchObject(EXPIRED);
    }
    for (const change of [{ jti: undefined }, { jti: '' }, { exp: undefined }, { iat: 'now' }]) {
      await expect(verifier.verify(make(change), call)).rejects.toMatchObject(INVALID);
    }
    const header = sign();
    now += 30_000;
    await expect(verifier.verify(header, call)).rejects.toMatchObject(EXPIRED);
  });

  it('is never signed under the name of another service', () => {
    expect(() => createServiceSigner({ keyFile, service: 'municipality' })).toThrow(
      expect.objectContaining({ code: 'KEY_FILE_INVALID' }),
    );
  });

  it('is verified with a service that was added later', async () => {
    const lateFile = join(folder, 'service-ngo.jwk.json');
    generateKeyFile(lateFile, 'ngo');
    const late = createServiceSigner({ keyFile: lateFile, service: 'ngo', clock });
    await expect(verifier.verify(late.sign({ ...call, audience: 'citizen' }), call)).rejects.toMatchObject(INVALID);
    writePublicJwks(jwksFile, [keyFile, lateFile]);
    now += 1_000;
    expect(await verifier.verify(late.sign({ ...call, audience: 'citizen' }), call)).toBe('ngo');
  });

  it('I-4: cannot be verified when the public keys are missing, broken, none or hold a private key', () => {
    const broken = join(folder, 'broken.jwks.json');
    for (const content of [
      null,
      '{',
      '{"keys":{}}',
      '{"keys":[]}',
      JSON.stringify({ keys: [{ kid: 'psychiatry', kty: 'OKP', d: 'x' }] }),
    ]) {
      if (content !== null) writeFileSync(broken, content);
      const blind = () => createServiceVerifier({ jwksFile: broken, audience: 'citizen' });
      expect(blind).toThrow(expect.objectContaining({ code: 'KEY_FILE_INVALID', status: 500 }));
    }
  });
});

describe('the memory of calls', () => {
  it('I-4: refuses when it is full, and forgets what has lapsed', () => {
    let at = 0;
    const memory = createReplayMemory({ size: 2, clock: () => at });
    expect([memory.admit('a', 10), memory.admit('b', 20), memory.admit('a', 10)]).toEqual(['NEW', 'NEW', 'SEEN']);
    expect(memory.admit('c', 20)).toBe('FULL');
    at = 10;
    expect([memory.admit('c', 20), memory.admit('b', 20)]).toEqual(['NEW', 'SEEN']);
  });
});

let serial = 0;

function claims(change: object): object {
  const iat = Math.floor(now / 1000);
  const [, payload] = sign().split('.') as [string, string];
  const { body } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { body: string };
  serial += 1;
  return {
    iss: 'psychiatry',
    aud: 'citizen',
    iat,
    exp: iat + 30,
    jti: `jti-${serial}`,
    method: 'POST',
    path: '/relations',
    body,
    ...change,
  };
}
