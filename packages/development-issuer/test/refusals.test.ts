/** What the development issuer and the services do not accept, each tried against the real process. */
import { createDevelopmentIssuer, createTokenVerifier } from '@sammen/identity';
import { PERSONAS } from '@sammen/population';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'node:http';
import { once } from 'node:events';
import { askForTokens, codeFor } from './support/askForTokens';
import { type IssuerProcess, PAGES, startIssuerProcess } from './support/issuerProcess';
import { openWalker } from './support/walk';

let issuer: IssuerProcess;
beforeAll(async () => (issuer = await startIssuerProcess()));
afterAll(() => issuer.stop());

const refresh = (token: string) =>
  askForTokens(issuer, { grant_type: 'refresh_token', refresh_token: token, resource: 'urn:sammen:graph' });
const INVALID_GRANT = { status: 400, body: { error: 'invalid_grant' } };
const UNAUTHENTICATED = { code: 'UNAUTHENTICATED', status: 401 };

describe('I-4: a code', () => {
  it('is not exchanged with another verifier, nor for another address', async () => {
    const verifier = await codeFor(issuer, 'volunteer');
    const guessed = { ...verifier, code_verifier: 'a'.repeat(43) };
    expect(await askForTokens(issuer, guessed)).toMatchObject(INVALID_GRANT);
    const address = await codeFor(issuer, 'volunteer');
    const elsewhere = { ...address, redirect_uri: `${PAGES}/consent/sign-in` };
    expect(await askForTokens(issuer, elsewhere)).toMatchObject(INVALID_GRANT);
  });

  it('counts once; used again, what it brought ends too', async () => {
    const fields = await codeFor(issuer, 'volunteer');
    const first = await askForTokens(issuer, fields);
    expect(first.status).toBe(200);
    expect(await askForTokens(issuer, fields)).toMatchObject(INVALID_GRANT);
    expect(await refresh(first.body['refresh_token']!)).toMatchObject(INVALID_GRANT);
  });

  it.each([
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['with a challenge that is the verifier itself', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['when a token is wanted in the address', { response_type: 'id_token' }, 'unsupported_response_type'],
    ['for a resource that it does not know', { resource: 'urn:other' }, 'invalid_target'],
  ])('is not given %s', async (_what, changed, error) => {
    const landed = await openWalker(PAGES).visit(authorize(changed));
    expect(landed.url.split(/[?#]/)[0]).toBe(`${PAGES}/sign-in`);
    expect(new URL(landed.url.replace('#', '?')).searchParams.get('error')).toBe(error);
    expect(landed.url).not.toContain('code=');
  });

  it.each([
    ['another origin', { redirect_uri: 'https://evil.example/sign-in' }],
    ['another path', { redirect_uri: `${PAGES}/sign-in/../evil` }],
    ['an address that only begins like ours', { redirect_uri: `${PAGES}.evil.example/sign-in` }],
    ['a client that it does not know', { client_id: 'another' }],
  ])('is never sent to %s: the person reads that it did not work, and nothing is quoted', async (_what, changed) => {
    const shown = await openWalker('https://evil.example').visit(authorize(changed));
    expect(shown.status).toBe(400);
    expect(shown.html).toContain('Det lykkedes ikke');
    expect(shown.html).not.toMatch(/evil|another/);
  });
});

function authorize(changed: Record<string, string | undefined>): string {
  const asked: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: 'sammen-explorer',
    redirect_uri: `${PAGES}/sign-in`,
    scope: 'openid',
    state: 's'.repeat(43),
    nonce: 'n'.repeat(43),
    code_challenge: 'c'.repeat(43),
    code_challenge_method: 'S256',
    ...changed,
  };
  const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${issuer.url}/auth?${new URLSearchParams(given)}`;
}

describe('I-4: a refresh token', () => {
  it('counts once; used again, the newest of its family ends too', async () => {
    const { body: first } = await askForTokens(issuer, await codeFor(issuer, 'mentor'));
    const { body: second } = await refresh(first['refresh_token']!);
    const { body: third } = await refresh(second['refresh_token']!);
    expect(third['refresh_token']).toEqual(expect.any(String));
    expect(await refresh(first['refresh_token']!)).toMatchObject(INVALID_GRANT);
    expect(await refresh(third['refresh_token']!)).toMatchObject(INVALID_GRANT);
  });

  it('ends when it is revoked', async () => {
    const { body } = await askForTokens(issuer, await codeFor(issuer, 'mentor'));
    const fields = new URLSearchParams({ client_id: 'sammen-explorer', token: body['refresh_token']! });
    expect((await fetch(`${issuer.url}/token/revocation`, { method: 'POST', body: fields })).status).toBe(200);
    expect(await refresh(body['refresh_token']!)).toMatchObject(INVALID_GRANT);
  });

  it('is not exchanged by a page of another origin', async () => {
    const { body } = await askForTokens(issuer, await codeFor(issuer, 'mentor'));
    const fields = { grant_type: 'refresh_token', refresh_token: body['refresh_token']! };
    const evil = await askForTokens(issuer, fields, { origin: 'https://evil.example' });
    expect(evil).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
    expect(evil.headers.get('access-control-allow-origin')).toBeNull();
    const own = await askForTokens(issuer, fields, { origin: PAGES });
    expect(own.headers.get('access-control-allow-origin')).toBe(PAGES);
    expect(own.status).toBe(200);
  });
});

describe('an access token', () => {
  it('is a JWT as RFC 9068 has it, of five minutes, and says no more than it has to', async () => {
    const { body } = await askForTokens(issuer, await codeFor(issuer, 'key-manager'));
    expect(body['expires_in']).toBe(300);
    const keys = createLocalJWKSet(JSON.parse(readFileSync(join(issuer.keys, 'jwks.json'), 'utf8')));
    const { payload, protectedHeader } = await jwtVerify(body['access_token']!, keys, { audience: 'sammen' });
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'at+jwt', kid: expect.any(String) });
    const { id, ...claim } = PERSONAS['key-manager'].actor;
    expect(payload).toEqual({
      iss: issuer.url,
      aud: 'sammen',
      sub: id,
      client_id: 'sammen-explorer',
      jti: expect.any(String),
      iat: expect.any(Number),
      exp: payload.iat! + 300,
      sammen: claim,
    });
  });

  it('I-4: is refused when it has expired, is for another audience or of another issuer, or is an ID token', async () => {
    const { body } = await askForTokens(issuer, await codeFor(issuer, 'key-manager'));
    const bearer = `Bearer ${body['access_token']}`;
    await expect(issuer.verifier.verify(bearer)).resolves.toMatchObject({ actor: { role: 'KEY_MANAGER' } });
    const { jwksUrl } = createDevelopmentIssuer({
      ...{ directory: issuer.keys, issuer: issuer.url, audience: 'sammen', production: false },
    });
    const usual = { issuer: issuer.url, audience: 'sammen', jwksUrl, production: false };
    for (const change of [
      { clock: () => Date.now() + 306_000 },
      { audience: 'another' },
      { issuer: 'http://127.0.0.1:1' },
    ]) {
      await expect(createTokenVerifier({ ...usual, ...change }).verify(bearer)).rejects.toMatchObject(UNAUTHENTICATED);
    }
    expect(decodeProtectedHeader(body['id_token']!).alg).toBe('EdDSA');
    await expect(issuer.verifier.verify(`Bearer ${body['id_token']}`)).rejects.toMatchObject(UNAUTHENTICATED);
  });
});

it('answers under its own name only, so that no other site can have its name point here', async () => {
  const { port } = new URL(issuer.url);
  const asked = request({ port, host: '127.0.0.1', path: '/jwks', headers: { host: 'evil.example' } }).end();
  const [answer] = await once(asked, 'response');
  answer.resume();
  expect(answer.statusCode).toBe(421);
});

it('I-8: logs that something was refused and why, and no token, code, name or address', () => {
  const log = issuer.output();
  expect(log).toContain('"code":"invalid_grant"');
  for (const { actor, displayName } of Object.values(PERSONAS)) {
    expect(log).not.toContain(actor.id);
    expect(log).not.toContain(displayName);
  }
  expect(log).not.toMatch(/eyJ|code=|state=|\?/);
});
