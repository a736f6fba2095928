/** Grants that nobody signed, with a seal by whoever has the key of some service: none opens anything. */
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomUUID,
  sign,
  type JsonWebKey,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { citizenNo, codesOf, useAttacker } from '../support/attacker.js';
import { encode, everythingOf, tryGrant } from '../support/madeUpGrant.js';

const attacker = useAttacker();
const { system, sql } = attacker;
const stranger = citizenNo(116);

type Key = JsonWebKey & { readonly kid: string };
const keyOf = (service: string): Key => {
  const content = JSON.parse(readFileSync(system.keyFile(service), 'utf8'));
  return content.keys?.[0] ?? content;
};

/** Everything about a stranger, permitted to the outsider in one request, signed by a key that nobody lists. */
function unsigned(requestId: string): string {
  const claims = { ...everythingOf(stranger.id), rid: requestId };
  const input = `${encode({ alg: 'EdDSA', kid: 'a-thief', typ: 'sammen-grant+jwt' })}.${encode(claims)}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
}

interface Sealing {
  /** Whose private key is used. */
  readonly by: string;
  /** Whose it is said to be. */
  readonly as: string;
  /** For whom the key is made. */
  readonly to: string;
  readonly use?: string;
}

/** With a seal of its own making, as RFC 7748, 5869 and 2104 have it: none of the project's code is asked. */
function sealed(jws: string, { by, as, to, use = 'sammen-grant-seal' }: Sealing): string {
  const [own, said, other, psychiatry] = [keyOf(by), keyOf(as), keyOf(to), keyOf('psychiatry')];
  const secret = diffieHellman({
    privateKey: createPrivateKey({ key: own, format: 'jwk' }),
    publicKey: createPublicKey({ key: other, format: 'jwk' }),
  });
  const info = `${use}\n${said.kid}\n${other.kid}`;
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), info, 32)));
  return `${jws}~${said.kid}~${psychiatry.kid}:${createHmac('sha256', key).update(jws).digest('base64url')}`;
}

const used = (requestId: string, grant: string) => tryGrant(attacker, stranger.id, requestId, grant);

it('a seal by the key of the decision point would open everything: so what follows is refused for its own reason', async () => {
  const requestId = randomUUID();
  const answer = await used(requestId, sealed(unsigned(requestId), { by: 'citizen', as: 'citizen', to: 'psychiatry' }));
  expect(answer.status).toBe(200);
  expect(answer.body.data!['_entities'][0].diagnoses).not.toBeNull();
});

it.each<[string, Sealing | null]>([
  ['by another sector in its own name', { by: 'municipality', as: 'municipality', to: 'psychiatry' }],
  ['by the gateway in its own name', { by: 'gateway', as: 'gateway', to: 'psychiatry' }],
  ['by another sector in the name of the decision point', { by: 'municipality', as: 'citizen', to: 'psychiatry' }],
  ['by the decision point for another sector', { by: 'citizen', as: 'citizen', to: 'municipality' }],
  ['with the key for calls', { by: 'citizen', as: 'citizen', to: 'psychiatry', use: 'sammen-call+jwt' }],
  ['with nothing', null],
])('I-1: a made-up grant sealed %s is refused, noted, and nothing is asked or shown', async (_how, sealing) => {
  const requestId = randomUUID();
  const jws = unsigned(requestId);
  const answer = await used(requestId, sealing ? sealed(jws, sealing) : jws);
  expect(answer.status).toBe(403);
  expect(codesOf(answer)).toEqual(['GRANT_INVALID']);
  expect(answer.body.data).toBeUndefined();
  expect(await system.refusal('psychiatry', answer)).toMatchObject({ code: 'GRANT_INVALID', requestId });
  const asked = 'SELECT count(*)::int AS n FROM ledger.access_log WHERE request_id = $1';
  expect((await sql('citizen', asked, [requestId]))[0]!['n']).toBe(0);
});

it('I-1: a seal taken from one grant counts for no other', async () => {
  const requestId = randomUUID();
  const right = sealed(unsigned(requestId), { by: 'citizen', as: 'citizen', to: 'psychiatry' });
  const [, ...seals] = right.split('~');
  const answer = await used(requestId, [unsigned(requestId), ...seals].join('~'));
  expect(answer.status).toBe(403);
  expect(codesOf(answer)).toEqual(['GRANT_INVALID']);
});
