import { createHmac, generateKeyPairSync } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exportJWK, SignJWT } from 'jose';
import { createDevelopmentIssuer, createTokenVerifier } from '../src/index.js';
import { temporaryFolder } from './support/folder.js';
import { citizen, socialWorker } from './support/people.js';

const folder = temporaryFolder();
const names = { issuer: 'https://issuer.test', audience: 'sammen' };
const issuer = createDevelopmentIssuer({ directory: folder, production: false, ...names });
const verifier = createTokenVerifier({ jwksUrl: issuer.jwksUrl, production: false, ...names });
const verify = (token: string, clock?: () => number) =>
  (clock ? createTokenVerifier({ jwksUrl: issuer.jwksUrl, production: false, ...names, clock }) : verifier).verify(
    `Bearer ${token}`,
  );
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
const UNAUTHENTICATED = { code: 'UNAUTHENTICATED', status: 401 };

describe('an access token', () => {
  it('names a professional, their organisation and the purposes the issuer allows', async () => {
    const token = await issuer.issue(socialWorker, { purposes: ['SOCIAL_CASEWORK'], expiresInSeconds: 60 });
    const verified = await verify(token);
    expect(verified.actor).toEqual(socialWorker);
    expect(verified.purposes).toEqual(['SOCIAL_CASEWORK']);
    expect(verified.expiresAt - Date.now()).toBeGreaterThan(55_000);
    expect(verified.expiresAt - Date.now()).toBeLessThanOrEqual(60_000);
  });

  it('names a citizen, and leaves purposes to the role when the issuer says nothing', async () => {
    expect(await verify(await issuer.issue(citizen))).toMatchObject({ actor: citizen, purposes: null });
  });

  it('is known again without being verified again, and not after it has expired', async () => {
    let now = Date.now();
    const kept = createDevelopmentIssuer({ directory: join(folder, 'kept'), production: false, ...names });
    const knowing = createTokenVerifier({ jwksUrl: kept.jwksUrl, production: false, ...names, clock: () => now });
    const token = `Bearer ${await kept.issue(socialWorker, { expiresInSeconds: 60 })}`;
    const first = await knowing.verify(token);
    expect(await knowing.verify(token)).toBe(first);
    now += 66_000;
    await expect(knowing.verify(token)).rejects.toMatchObject({
      ...UNAUTHENTICATED,
      message: expect.stringContaining('expired') as string,
    });
  });

  it.each([
    ['no header', undefined],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['no token', 'Bearer '],
    ['something that is no token', 'Bearer abc'],
    ['two tokens', 'Bearer a.b.c, Bearer a.b.c'],
    ['a token longer than 16 KB', `Bearer ${'a'.repeat(20_000)}.b.c`],
  ])('I-4: is needed: %s', async (_name, header) => {
    await expect(verifier.verify(header)).rejects.toMatchObject(UNAUTHENTICATED);
  });
});

describe('I-4: a forged or unsuitable token is refused', () => {
  it('alg none, with and without a signature', async () => {
    const claims = claimsOf(await issuer.issue(socialWorker));
    for (const alg of ['none', 'None', 'NONE']) {
      await expect(verify(`${part({ alg })}.${part(claims)}.`)).rejects.toMatchObject(UNAUTHENTICATED);
      await expect(verify(`${part({ alg })}.${part(claims)}.AAAA`)).rejects.toMatchObject(UNAUTHENTICATED);
    }
  });

  it('an HMAC made with the public key as its secret', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwksFile = join(folder, 'rsa.json');
    writeFileSync(
      jwksFile,
      JSON.stringify({ keys: [{ ...(await exportJWK(rsa.publicKey)), kid: 'rsa', alg: 'RS256' }] }),
    );
    const rsaVerifier = createTokenVerifier({ jwksUrl: pathToFileURL(jwksFile).href, production: false, ...names });
    const claims = claimsOf(await issuer.issue(socialWorker));
    const genuine = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'rsa' }).sign(rsa.privateKey);
    expect((await rsaVerifier.verify(`Bearer ${genuine}`)).actor).toEqual(socialWorker);

    const input = `${part({ alg: 'HS256', kid: 'rsa' })}.${part(claims)}`;
    for (const secret of [
      rsa.publicKey.export({ type: 'spki', format: 'pem' }),
      rsa.publicKey.export({ type: 'spki', format: 'der' }),
    ]) {
      const forged = `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
      await expect(rsaVerifier.verify(`Bearer ${forged}`)).rejects.toMatchObject(UNAUTHENTICATED);
    }
  });

  it('another issuer, another audience, another key, an unknown key id', async () => {
    const elsewhere = join(folder, 'elsewhere');
    const options = { directory: folder, production: false, ...names };
    const otherIssuer = createDevelopmentIssuer({ ...options, issuer: 'https://other.test' });
    const otherAudience = createDevelopmentIssuer({ ...options, audience: 'something-else' });
    const otherKey = createDevelopmentIssuer({ ...options, directory: elsewhere });
    for (const { issue } of [otherIssuer, otherAudience, otherKey]) {
      await expect(verify(await issue(socialWorker))).rejects.toMatchObject(UNAUTHENTICATED);
    }
  });

  it('an embedded key of its own', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const forged = await new SignJWT(claimsOf(await issuer.issue(socialWorker)))
      .setProtectedHeader({ alg: 'EdDSA', jwk: await exportJWK(publicKey) })
      .sign(privateKey);
    await expect(verify(forged)).rejects.toMatchObject(UNAUTHENTICATED);
  });

  it('tampered claims, a tampered signature', async () => {
    const [header, payload, signature] = (await issuer.issue(socialWorker)).split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sammen: object };
    const promoted = part({ ...claims, sammen: { ...claims.sammen, role: 'PSYCHIATRIST' } });
    await expect(verify(`${header}.${promoted}.${signature}`)).rejects.toMatchObject(UNAUTHENTICATED);
    const flipped = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
    await expect(verify(`${header}.${payload}.${flipped}`)).rejects.toMatchObject(UNAUTHENTICATED);
  });

  it('expired, not yet valid, without an end', async () => {
    const token = await issuer.issue(socialWorker, { expiresInSeconds: 60 });
    await expect(verify(token, () => Date.now() + 66_000)).rejects.toMatchObject(UNAUTHENTICATED);
    await expect(verify(await signed({ ...good(), nbf: now() + 60 }))).rejects.toMatchObject(UNAUTHENTICATED);
    await expect(verify(await signed({ ...good(), exp: undefined }))).rejects.toMatchObject(UNAUTHENTICATED);
  });

  it.each([
    ['an unknown role', { role: 'SUPERUSER' }],
    ['a role from the prototype', { role: 'constructor' }],
    ['no role', { role: undefined }],
    ['a professional without organisation', { organisationId: null }],
    ['a professional whose organisation is no organisation', { organisationKind: 'NONE' }],
    ['an unknown kind of organisation', { organisationKind: 'COMPANY' }],
    ['an organisation that is not text', { organisationId: { $ne: 1 } }],
    ['a professional who is also a citizen', { citizenId: citizen.citizenId }],
    ['a citizen without an id', { ...bare(), role: 'CITIZEN', citizenId: null }],
    ['a citizen whose id is no id', { ...bare(), role: 'CITIZEN', citizenId: 'somebody' }],
    ['a citizen with an organisation', { role: 'CITIZEN', citizenId: citizen.citizenId }],
    ['a guardian with an organisation', { role: 'GUARDIAN' }],
    ['an unknown purpose', { purposes: ['CURIOSITY'] }],
    ['purposes that are no words', { purposes: { TREATMENT: true } }],
    ['purposes that are an empty text', { purposes: '' }],
    ['two roles', { role: ['SOCIAL_WORKER', 'PSYCHIATRIST'] }],
  ])('%s', async (_name, change) => {
    const token = await signed({ ...good(), sammen: { ...(good().sammen as object), ...change } });
    await expect(verify(token)).rejects.toMatchObject(UNAUTHENTICATED);
  });

  it('no subject, no claim of ours at all', async () => {
    await expect(verify(await signed({ ...good(), sub: undefined }))).rejects.toMatchObject(UNAUTHENTICATED);
    await expect(verify(await signed({ ...good(), sammen: undefined }))).rejects.toMatchObject(UNAUTHENTICATED);
    await expect(verify(await signed({ ...good(), sammen: [] }))).rejects.toMatchObject(UNAUTHENTICATED);
  });

  it('I-8: and the refusal carries nothing of the token', async () => {
    const token = await signed({ ...good(), sub: 'somebody-in-particular', exp: now() - 60 });
    const refusal = (await verify(token).catch((error: unknown) => error)) as Error;
    expect(refusal.message).toBe('The access token has expired.');
    expect(refusal.cause).toBeUndefined();
  });
});

describe('the development issuer', () => {
  it('refuses to exist in production, and writes nothing', () => {
    const directory = join(folder, 'production');
    expect(() => createDevelopmentIssuer({ directory, production: true, ...names })).toThrow(
      expect.objectContaining({ code: 'DEVELOPMENT_ISSUER_REFUSED' }),
    );
    expect(existsSync(directory)).toBe(false);
  });
});

const now = () => Math.floor(Date.now() / 1000);

function bare() {
  return { organisationId: null, organisationKind: 'NONE', unitId: null, citizenId: null };
}

function good(): Record<string, unknown> {
  const { id, ...who } = socialWorker;
  return { iss: names.issuer, aud: names.audience, sub: id, exp: now() + 60, sammen: who };
}

async function signed(claims: Record<string, unknown>): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const jwk = JSON.parse(await readFile(join(folder, 'dev-issuer.jwk.json'), 'utf8')) as { kid: string };
  return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid }).sign(jwk as never);
}
