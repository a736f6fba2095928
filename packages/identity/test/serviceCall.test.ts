import { createHmac, createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServiceSigner, createServiceVerifier, generateKeyFile, writePublicJwks } from '../src/index.js';
import { signCallJws } from '../src/callJws.js';
import { signCompactJws } from '../src/compactJws.js';
import { readKeyRing } from '../src/keyFile.js';
import { readServiceKeys } from '../src/serviceKeys.js';
import { createSharedKeys } from '../src/sharedKey.js';
import { createReplayMemory } from '../src/replayMemory.js';
import { temporaryFolder } from './support/folder.js';

const folder = temporaryFolder();
const keyFile = join(folder, 'service-psychiatry.jwk.json');
const strangerKeyFile = join(folder, 'service-stranger.jwk.json');
const jwksFile = join(folder, 'services.jwks.json');
const citizenKeyFile = join(folder, 'service-citizen.jwk.json');
const ngoKeyFile = join(folder, 'service-ngo.jwk.json');
const from = generateKeyFile(keyFile, 'psychiatry');
const to = generateKeyFile(citizenKeyFile, 'citizen');
generateKeyFile(ngoKeyFile, 'ngo');
generateKeyFile(strangerKeyFile, 'psychiatry');
writePublicJwks(jwksFile, [keyFile, citizenKeyFile, ngoKeyFile]);
const privateOf = (file: string) => readKeyRing(file)[0].key;
const publicOf = (keyId: string) => readServiceKeys(jwksFile).get(keyId)!;

const call = { method: 'POST', path: '/relations', body: '{"events":[]}' };
let now = Date.now();
const clock = () => now;
const signer = createServiceSigner({ keyFile, jwksFile, service: 'psychiatry', clock });
const verifier = createServiceVerifier({ keyFile: citizenKeyFile, jwksFile, service: 'citizen', clock });
const sign = () => signer.sign({ ...call, to: 'citizen' });
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
    const stranger = createServiceSigner({ keyFile: strangerKeyFile, jwksFile, service: 'psychiatry', clock });
    const unknown = signCallJws(shared(), { from: 'unknown', to }, claims({}));
    const posing = signCallJws(shared(), { from, to }, claims({ iss: 'municipality' }));
    const elsewhere = signCallJws(shared(), { from, to }, claims({ aud: 'sammen:ngo' }));
    const typeless = shared().export().toString('base64url');
    const headers = [
      undefined,
      '',
      'a.b.c',
      signer.sign({ ...call, to: 'ngo' }),
      stranger.sign({ ...call, to: 'citizen' }),
      unknown,
      posing,
      elsewhere,
      typeless,
    ];
    for (const header of headers) await expect(verifier.verify(header, call)).rejects.toMatchObject(INVALID);
  });

  it('is refused when it has expired, comes from the future or claims to live longer than 30 seconds', async () => {
    const make = (change: object) => signCallJws(shared(), { from, to }, claims(change));
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

  it('is signed for nobody whose key is not listed', () => {
    const unlisted = () => signer.sign({ ...call, to: 'job-centre' });
    expect(unlisted).toThrow(expect.objectContaining({ code: 'SERVICE_UNKNOWN', status: 500 }));
  });

  it.each<[string, () => string]>([
    ['an Ed25519 signature by a known id', () => signCompactJws('sammen-grant+jwt', from, ed25519(), claims({}))],
    ['the public key as a secret', () => signCallJws(secretOf(publicOf(from)), { from, to }, claims({}))],
    ['the key of calls the other way', () => signCallJws(sharedBy({ from: to, to: from }), { from, to }, claims({}))],
    ['the key of two others', () => signCallJws(sharedWithNgo(), { from, to }, claims({}))],
    ['a call to itself', () => signCallJws(sharedBy({ from: to, to }), { from: to, to }, claims({ iss: 'ngo' }))],
    ['the head of another algorithm', () => reheaded({ alg: 'none' })],
    ['a head with more in it', () => reheaded({ crit: ['exp'] })],
    ['a head of another type', () => reheaded({ typ: 'sammen-grant+jwt' })],
    ['a signature cut short', () => sign().slice(0, -1)],
  ])('I-7: is refused with %s', async (_what, make) => {
    await expect(verifier.verify(make(), call)).rejects.toMatchObject(INVALID);
  });

  it('is never signed under the name of another service', () => {
    expect(() => createServiceSigner({ keyFile, jwksFile, service: 'municipality' })).toThrow(
      expect.objectContaining({ code: 'KEY_FILE_INVALID' }),
    );
  });

  it('is verified with a service that was added later', async () => {
    const lateFile = join(folder, 'service-late.jwk.json');
    generateKeyFile(lateFile, 'late');
    const late = createServiceSigner({ keyFile: lateFile, jwksFile, service: 'late', clock });
    await expect(verifier.verify(late.sign({ ...call, to: 'citizen' }), call)).rejects.toMatchObject(INVALID);
    writePublicJwks(jwksFile, [keyFile, citizenKeyFile, ngoKeyFile, lateFile]);
    now += 1_000;
    expect(await verifier.verify(late.sign({ ...call, to: 'citizen' }), call)).toBe('late');
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
      const blind = () => createServiceVerifier({ keyFile: citizenKeyFile, jwksFile: broken, service: 'citizen' });
      expect(blind).toThrow(expect.objectContaining({ code: 'KEY_FILE_INVALID', status: 500 }));
      const mute = () => createServiceSigner({ keyFile, jwksFile: broken, service: 'psychiatry' });
      expect(mute).toThrow(expect.objectContaining({ code: 'KEY_FILE_INVALID' }));
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

/** The key that psychiatry and the citizen's subgraph share for calls from the one to the other. */
const shared = () => sharedBy({ from, to });

const sharedBy = (direction: { from: string; to: string }) =>
  createSharedKeys('sammen-call+jwt')(privateOf(keyFile), publicOf(to), direction);
const sharedWithNgo = () => createSharedKeys('sammen-call+jwt')(privateOf(ngoKeyFile), publicOf(from), { from, to });
const ed25519 = () => generateKeyPairSync('ed25519').privateKey;
const secretOf = (key: KeyObject) => createSecretKey(Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url'));

/** Signed anew with the right key, with something else in its head. */
function reheaded(change: object): string {
  const [head = '', payload] = sign().split('.');
  const header = { ...JSON.parse(Buffer.from(head, 'base64url').toString()), ...change };
  const input = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}`;
  return `${input}.${createHmac('sha256', shared()).update(input).digest('base64url')}`;
}

let serial = 0;

function claims(change: object): object {
  const iat = Math.floor(now / 1000);
  const [, payload] = sign().split('.') as [string, string];
  const { body } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { body: string };
  serial += 1;
  return {
    iss: 'psychiatry',
    aud: 'sammen:citizen',
    iat,
    exp: iat + 30,
    jti: `jti-${serial}`,
    method: 'POST',
    path: '/relations',
    body,
    ...change,
  };
}
