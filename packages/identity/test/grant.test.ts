import { createHmac, sign } from 'node:crypto';
import { join } from 'node:path';
import {
  assertGrantBoundTo,
  createGrantSigner,
  createGrantVerifier,
  generateKeyFile,
  publicJwks,
  type GrantStatement,
} from '../src/index.js';
import { signCompactJws } from '../src/compactJws.js';
import { readKeyRing } from '../src/keyFile.js';
import { temporaryFolder } from './support/folder.js';
import { startJwksServer } from './support/jwksServer.js';

const folder = temporaryFolder();
const keyFile = join(folder, 'grant.jwk.json');
const otherKeyFile = join(folder, 'other.jwk.json');
const keyId = generateKeyFile(keyFile);
generateKeyFile(otherKeyFile);

let now = Date.now();
const clock = () => now;
const citizenId = '0f0e0d0c-0b0a-8908-8706-050403020100';
const statement: GrantStatement = {
  sub: 'staff-municipality-0561.social-0',
  org: 'municipality-0561',
  role: 'SOCIAL_WORKER',
  purpose: 'SOCIAL_CASEWORK',
  rid: 'request-1',
  asOf: now,
  seq: 17,
  c: { [citizenId]: ['3f', '07'] },
  w: {},
};
const binding = {
  actorId: statement.sub,
  organisationId: statement.org,
  role: statement.role,
  purpose: statement.purpose,
  requestId: statement.rid,
};
const signer = createGrantSigner({ keyFile, clock });
const verifier = createGrantVerifier({ jwks: publicJwks([keyFile]), clock });
const INVALID = { code: 'GRANT_INVALID', status: 403 };
const EXPIRED = { code: 'GRANT_EXPIRED', status: 403 };

describe('a grant', () => {
  it('I-1: says for whom, why, for which request and what, and lives 30 seconds', async () => {
    const claims = await verifier.verify(signer.sign(statement));
    expect(claims).toMatchObject(statement);
    expect(claims).toMatchObject({ iss: 'sammen:decision-point', aud: 'sammen:subgraphs' });
    expect(claims.exp - claims.iat).toBe(30);
    expect(() => assertGrantBoundTo(claims, binding)).not.toThrow();
  });

  it.each([
    ['actor', { actorId: 'somebody-else' }],
    ['organisation', { organisationId: 'municipality-0101' }],
    ['absence of an organisation', { organisationId: null }],
    ['role', { role: 'KEY_MANAGER' as const }],
    ['purpose', { purpose: 'CARE_COORDINATION' as const }],
    ['request', { requestId: 'request-2' }],
  ])('I-1: is refused with another %s', async (_name, change) => {
    const claims = await verifier.verify(signer.sign(statement));
    expect(() => assertGrantBoundTo(claims, { ...binding, ...change })).toThrow(
      expect.objectContaining({ code: 'GRANT_NOT_BOUND', status: 403 }),
    );
  });

  it('I-1: is refused when it has expired, comes from the future or lives longer than 30 seconds', async () => {
    const grant = signer.sign(statement);
    const issuedAt = now;
    now = issuedAt + 30_000;
    await expect(verifier.verify(grant)).rejects.toMatchObject(EXPIRED);
    now = issuedAt - 7_000;
    await expect(verifier.verify(grant)).rejects.toMatchObject(EXPIRED);
    now = issuedAt;
    const iat = Math.floor(now / 1000);
    await expect(verifier.verify(made({ iat, exp: iat + 31 }))).rejects.toMatchObject(INVALID);
    await expect(verifier.verify(made({ iat, exp: iat }))).rejects.toMatchObject(INVALID);
  });

  it('I-1: is refused when anything in it is not as the decision point signs it', async () => {
    const changes: Record<string, unknown>[] = [
      { iss: 'somebody' },
      { aud: 'sammen' },
      { aud: ['sammen:subgraphs', 'sammen'] },
      { sub: '' },
      { sub: undefined },
      { org: undefined },
      { role: 'SUPERUSER' },
      { purpose: 'CURIOSITY' },
      { rid: 7 },
      { asOf: 'now' },
      { seq: -1 },
      { exp: undefined },
      { c: undefined },
      { w: null },
      { c: [] },
      { c: { [citizenId]: '3f' } },
      { c: { [citizenId]: ['3f'] } },
      { c: { [citizenId]: ['3f', 'XYZ'] } },
      { c: { '': ['3f', '07'] } },
    ];
    await expect(verifier.verify(made({}))).resolves.toBeDefined();
    for (const change of changes) await expect(verifier.verify(made(change))).rejects.toMatchObject(INVALID);
  });

  it('I-1: is refused when it is tampered with, unsigned, or signed by another key, algorithm or kind', async () => {
    const grant = signer.sign(statement);
    const [header, payload, signature] = grant.split('.') as [string, string, string];
    const more = encode({ ...decode(payload), c: { [citizenId]: ['3f', '3f'] } });
    const hmac = (input: string) =>
      createHmac('sha512', publicJwks([keyFile]).keys[0]!.x)
        .update(input)
        .digest('base64url');
    const hs = `${encode({ alg: 'HS512', kid: keyId, typ: 'sammen-grant+jwt' })}.${payload}`;
    const [{ key }] = readKeyRing(keyFile);
    const forged: unknown[] = [
      `${header}.${more}.${signature}`,
      `${header}.${payload}.${'A'.repeat(86)}`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
      `${encode({ alg: 'none', kid: keyId, typ: 'sammen-grant+jwt' })}.${payload}.${signature}`,
      `${hs}.${hmac(hs)}`,
      createGrantSigner({ keyFile: otherKeyFile, clock }).sign(statement),
      signCompactJws('sammen-call+jwt', keyId, key, decode(payload)),
      signCompactJws('sammen-grant+jwt', 'another-key', key, decode(payload)),
      `${grant}=`,
      ` ${grant}`,
      '',
      null,
      undefined,
      {},
      [grant],
      'x'.repeat(300_000),
    ];
    for (const text of forged) await expect(verifier.verify(text)).rejects.toMatchObject(INVALID);
  });

  it('I-1: is refused when its header says anything but the one algorithm, its kind and its key', async () => {
    const [{ key }] = readKeyRing(keyFile);
    const payload = signer.sign(statement).split('.')[1]!;
    const under = (header: object) => {
      const input = `${encode(header)}.${payload}`;
      return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
    };
    const header = { alg: 'EdDSA', kid: keyId, typ: 'sammen-grant+jwt' };
    await expect(verifier.verify(under(header))).resolves.toBeDefined();
    for (const change of [{ alg: 'ES256' }, { alg: undefined }, { crit: ['b64'], b64: false }, { jku: 'http://x' }]) {
      await expect(verifier.verify(under({ ...header, ...change }))).rejects.toMatchObject(INVALID);
    }
  });

  it('cannot reach a prototype through a citizen id', async () => {
    const payload = encode({ ...decode(made({}).split('.')[1]!), c: 'PLACE' }, (text) =>
      text.replace('"PLACE"', '{"__proto__":["ff","ff"]}'),
    );
    const claims = await verifier.verify(resigned(payload));
    expect(claims.c[citizenId]).toBeUndefined();
    expect(claims.c['constructor']).toBeUndefined();
    expect(Object.getPrototypeOf(claims.c)).toBeNull();
  });
});

describe('the keys of the decision point', () => {
  it('are fetched once, and again for an unknown key, at most once a second', async () => {
    const server = await startJwksServer();
    try {
      server.state.body = JSON.stringify(publicJwks([keyFile]));
      const remote = createGrantVerifier({ keysUrl: server.url, clock });
      await Promise.all([1, 2, 3].map(() => remote.verify(signer.sign(statement))));
      expect(server.state.requests).toBe(1);

      const rotated = createGrantSigner({ keyFile: otherKeyFile, clock });
      for (let i = 0; i < 5; i++) {
        await expect(remote.verify(rotated.sign(statement))).rejects.toMatchObject(INVALID);
      }
      expect(server.state.requests).toBe(1);
      now += 1_000;
      server.state.body = JSON.stringify(publicJwks([keyFile, otherKeyFile]));
      await Promise.all([rotated, signer].map((either) => remote.verify(either.sign(statement))));
      expect(server.state.requests).toBe(2);

      server.state.body = JSON.stringify(publicJwks([otherKeyFile]));
      now += 300_000;
      await expect(remote.verify(signer.sign(statement))).rejects.toMatchObject(INVALID);
      await remote.verify(rotated.sign(statement));
    } finally {
      await server.stop();
    }
  });

  it('I-4: if they cannot be had, nothing is granted, also when they were known once', async () => {
    const server = await startJwksServer();
    try {
      const remote = createGrantVerifier({ keysUrl: server.url, clock });
      const UNAVAILABLE = { code: 'GRANT_KEYS_UNAVAILABLE', status: 503 };
      for (const state of [
        { status: 500, body: '{}' },
        { status: 200, body: '<html>' },
        { status: 200, body: '{}' },
        { status: 302, body: '' },
      ]) {
        Object.assign(server.state, state);
        now += 1_000;
        await expect(remote.verify(signer.sign(statement))).rejects.toMatchObject(UNAVAILABLE);
        await expect(remote.verify(signer.sign(statement))).rejects.toMatchObject(UNAVAILABLE);
      }
      Object.assign(server.state, { status: 200, body: JSON.stringify(publicJwks([keyFile])) });
      now += 1_000;
      await remote.verify(signer.sign(statement));
      await server.stop();
      await remote.verify(signer.sign(statement));
      now += 300_000;
      await expect(remote.verify(signer.sign(statement))).rejects.toMatchObject(UNAVAILABLE);
    } finally {
      await server.stop();
    }
  });
});

function made(change: Record<string, unknown>): string {
  const iat = Math.floor(now / 1000);
  const whole = { ...statement, iss: 'sammen:decision-point', aud: 'sammen:subgraphs', iat, exp: iat + 30, ...change };
  return signCompactJws('sammen-grant+jwt', keyId, readKeyRing(keyFile)[0].key, whole);
}

/** Signs a payload as it is: JSON that JSON.stringify would never write. */
function resigned(payload: string): string {
  const text = Buffer.from(payload, 'base64url').toString();
  return signCompactJws('sammen-grant+jwt', keyId, readKeyRing(keyFile)[0].key, JSON.parse(text) as object);
}

function encode(value: unknown, change = (text: string) => text): string {
  return Buffer.from(change(JSON.stringify(value))).toString('base64url');
}

function decode(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
}
