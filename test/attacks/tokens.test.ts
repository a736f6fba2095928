/** Access tokens that are forged, borrowed, mixed up or over: nobody is let in by one, at the gateway or at a subgraph. */
import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PERSONAS } from '@sammen/population';
import { codesOf, useAttacker } from '../support/attacker.js';

const { system, post } = useAttacker();
const { id: sub, ...who } = PERSONAS.psychiatrist.actor;
const QUERY = { query: '{ wardAdmissions { totalCount } }' };

const base64 = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const seconds = (later = 0): number => Math.floor(Date.now() / 1000) + later;

/** The claims of an honest token. */
const claims = (change: object = {}) => ({
  sammen: who,
  iss: 'sammen-development',
  aud: 'sammen',
  sub,
  iat: seconds(),
  exp: seconds(600),
  ...change,
});

interface Issuer {
  readonly key: KeyObject;
  readonly header: { readonly alg: string; readonly kid: string; readonly typ: string };
}

/** The real key of the development issuer. */
function issuer(file = join(fileURLToPath(new URL('.', system.issuer().jwksUrl)), 'dev-issuer.jwk.json')): Issuer {
  const jwk = JSON.parse(readFileSync(file, 'utf8'));
  return { key: createPrivateKey({ key: jwk, format: 'jwk' }), header: { alg: 'EdDSA', kid: jwk.kid, typ: 'at+jwt' } };
}

function eddsa(header: unknown, payload: unknown, key: KeyObject): string {
  const input = `${base64(header)}.${base64(payload)}`;
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
}

function hmac(header: object, payload: unknown, secret: string | Buffer): string {
  const input = `${base64({ ...header, alg: 'HS256' })}.${base64(payload)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

const asIssuer = (change: object, header: object = {}): string => {
  const { key, header: honest } = issuer();
  return eddsa({ ...honest, ...header }, claims(change), key);
};

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('ed25519').privateKey;

/** Every attempt, made when the system is there. */
const ATTEMPTS: Readonly<Record<string, () => string>> = {
  'alg none': () => `${base64({ alg: 'none', typ: 'at+jwt' })}.${base64(claims())}.`,
  'alg none under the issuer’s kid, with a signature': () => {
    const { header } = issuer();
    return `${base64({ ...header, alg: 'none' })}.${base64(claims())}.${asIssuer({}).split('.')[2]}`;
  },
  'alg nOnE': () => `${base64({ alg: 'nOnE' })}.${base64(claims())}.AA`,
  'HS256 with the public key’s bytes as secret': () => {
    const { key, header } = issuer();
    const { x } = createPublicKey(key).export({ format: 'jwk' });
    return hmac(header, claims(), Buffer.from(String(x), 'base64url'));
  },
  'HS256 with the public key in PEM as secret': () => {
    const { key, header } = issuer();
    return hmac(header, claims(), createPublicKey(key).export({ format: 'pem', type: 'spki' }));
  },
  'HS256 with an empty secret': () => hmac(issuer().header, claims(), ''),
  'RS256 by a key that comes along in the header': () => {
    const jwk = rsa.publicKey.export({ format: 'jwk' });
    const input = `${base64({ alg: 'RS256', typ: 'at+jwt', jwk })}.${base64(claims())}`;
    return `${input}.${sign('sha256', Buffer.from(input), rsa.privateKey).toString('base64url')}`;
  },
  'RS256 under the kid of an Ed25519 key': () => {
    const input = `${base64({ ...issuer().header, alg: 'RS256' })}.${base64(claims())}`;
    return `${input}.${sign('sha256', Buffer.from(input), rsa.privateKey).toString('base64url')}`;
  },
  'another key under the issuer’s kid': () => eddsa(issuer().header, claims(), stranger),
  'an unknown kid': () => eddsa({ ...issuer().header, kid: 'unknown' }, claims(), stranger),
  'a kid that is a path': () => eddsa({ ...issuer().header, kid: '../../../dev/null' }, claims(), stranger),
  'keys at an address of the attacker': () =>
    eddsa({ ...issuer().header, kid: 'unknown', jku: 'http://127.0.0.1:9/jwks' }, claims(), stranger),
  'a critical extension that nobody knows': () => asIssuer({}, { crit: ['x'], x: 1 }),
  'the key that grants are signed with': () => {
    const { key, header } = issuer(join(dirname(system.keyFile('citizen')), 'grant.jwk.json'));
    return eddsa(header, claims(), key);
  },
  // It agrees on keys and signs nothing; whoever holds it can take it for a secret.
  'the key of a service': () => {
    const { kid, d } = JSON.parse(readFileSync(system.keyFile('gateway'), 'utf8'));
    return hmac({ kid, typ: 'at+jwt' }, claims(), Buffer.from(d, 'base64url'));
  },
  'another issuer': () => asIssuer({ iss: 'https://issuer.example' }),
  'no issuer': () => asIssuer({ iss: undefined }),
  'another audience': () => asIssuer({ aud: 'somebody-else' }),
  'no audience': () => asIssuer({ aud: undefined }),
  'an end that is over': () => asIssuer({ iat: seconds(-600), exp: seconds(-10) }),
  'no end': () => asIssuer({ exp: undefined }),
  'an end in words': () => asIssuer({ exp: 'never' }),
  'a beginning that is to come': () => asIssuer({ nbf: seconds(60) }),
  'nobody it is about': () => asIssuer({ sub: undefined }),
  'a list of somebodies': () => asIssuer({ sub: [sub] }),
  'no role': () => asIssuer({ sammen: { ...who, role: undefined } }),
  'two roles': () => asIssuer({ sammen: { ...who, role: ['PSYCHIATRIST', 'CITIZEN'] } }),
  'a role from a prototype': () => {
    const { key, header } = issuer();
    const payload = JSON.stringify(claims({ sammen: 'X' })).replace('"X"', `{"__proto__":${JSON.stringify(who)}}`);
    return eddsa(header, payload, key);
  },
  'a claim from a prototype': () => {
    const { key, header } = issuer();
    return eddsa(header, `{"__proto__":${JSON.stringify(claims())}}`, key);
  },
  'half a citizen': () => asIssuer({ sammen: { role: 'CITIZEN', organisationId: null, citizenId: null } }),
  'a role of its own making': () => asIssuer({ sammen: { ...who, role: 'SUPERUSER' } }),
  'a claim changed after signing': () => {
    const [head, , signature] = asIssuer({}).split('.');
    return `${head}.${base64(claims({ sub: 'somebody-else' }))}.${signature}`;
  },
  'five parts': () => `${asIssuer({})}.AA.AA`,
  'a comma and a second token': () => `${asIssuer({})}, Bearer ${asIssuer({})}`,
};

it.each(['gateway', 'psychiatry'])('an honest token made the same way is taken by %s', async (service) => {
  const headers = { authorization: `Bearer ${asIssuer({})}`, 'x-sammen-purpose': 'TREATMENT' };
  const answer = await post(service, '/graphql', QUERY, headers);
  expect(answer.status).toBe(200);
  expect(answer.body.errors).toBeUndefined();
});

it.each(Object.keys(ATTEMPTS))('I-1: a token with %s lets nobody in anywhere', async (attempt) => {
  const token = ATTEMPTS[attempt]!();
  const headers = { authorization: `Bearer ${token}`, 'x-sammen-purpose': 'TREATMENT' };
  for (const service of ['gateway', 'psychiatry']) {
    const answer = await post(service, '/graphql', QUERY, headers);
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
    expect(answer.status).toBe(401);
    expect(answer.body.data ?? null).toBeNull();
    expect(JSON.stringify(answer.body)).not.toContain(sub);
    if (service === 'psychiatry')
      expect(await system.refusal(service, answer)).toMatchObject({ code: 'UNAUTHENTICATED' });
  }
  const grants = await post('citizen', '/grants', {}, { authorization: `Bearer ${token}` });
  expect(codesOf(grants)).toEqual(['UNAUTHENTICATED']);
});

it.each([
  ['no header', {}],
  ['an empty header', { authorization: '' }],
  ['another scheme', { authorization: 'Basic cHN5Y2hpYXRyaXN0Og==' }],
  ['a token in the address', {}],
] as [string, Record<string, string>][])('I-1: with %s nobody is anybody', async (what, headers) => {
  const path = what.endsWith('address') ? `/graphql?access_token=${await system.token('psychiatrist')}` : '/graphql';
  for (const service of ['gateway', 'psychiatry']) {
    const answer = await post(service, path, QUERY, { 'x-sammen-purpose': 'TREATMENT', ...headers });
    expect(answer.status).toBe(401);
    expect(answer.body.data ?? null).toBeNull();
  }
});
