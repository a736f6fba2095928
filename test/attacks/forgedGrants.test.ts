/** Grants signed by the right key that say the wrong thing: over, for others, of another kind, misshapen. Each is refused. */
import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PERSONAS } from '@sammen/population';
import { citizenNo, codesOf, useAttacker, withheldOf } from '../support/attacker.js';
import { ALL, encode, everythingOf, seconds, tryGrant } from '../support/madeUpGrant.js';

const attacker = useAttacker();
const { system, sql } = attacker;
const person = citizenNo(100);
const stranger = citizenNo(101);

describe('a grant by the key of the decision point', () => {
  const { actor } = PERSONAS.outsider;
  /** What nobody but a thief of the key can make. */
  const everything = () => everythingOf(stranger.id);
  type Claims = ReturnType<typeof everything>;

  function signed(claims: Claims, { header = {}, text }: { header?: object; text?: string } = {}): string {
    const jwk = JSON.parse(readFileSync(system.keyFile('gateway').replace('service-gateway', 'grant'), 'utf8'));
    const input = `${encode({ alg: 'EdDSA', kid: jwk.kid, typ: 'sammen-grant+jwt', ...header })}.${encode(text ?? claims)}`;
    return `${input}.${sign(null, Buffer.from(input), createPrivateKey({ key: jwk, format: 'jwk' })).toString('base64url')}`;
  }

  const used = (claims: Claims, grant: string) => tryGrant(attacker, stranger.id, claims.rid, grant);

  it('would open everything, were the key known: so what follows is refused for its own reason', async () => {
    const claims = everything();
    const answer = await used(claims, signed(claims));
    expect(answer.status).toBe(200);
    expect(answer.body.data!['_entities'][0].diagnoses).not.toBeNull();
  });

  it.each<[string, (claims: Claims) => string, string]>([
    ['that is over', (claims) => signed({ ...claims, iat: seconds() - 31, exp: seconds() - 1 }), 'GRANT_EXPIRED'],
    ['from the future', (claims) => signed({ ...claims, iat: seconds() + 10, exp: seconds() + 40 }), 'GRANT_EXPIRED'],
    ['that lives longer', (claims) => signed({ ...claims, exp: seconds() + 3_600 }), 'GRANT_INVALID'],
    ['for another audience', (claims) => signed({ ...claims, aud: 'sammen:citizen' }), 'GRANT_INVALID'],
    ['for several audiences', (claims) => signed({ ...claims, aud: [claims.aud] as never }), 'GRANT_INVALID'],
    ['by another issuer', (claims) => signed({ ...claims, iss: 'sammen:psychiatry' }), 'GRANT_INVALID'],
    ['for another actor', (claims) => signed({ ...claims, sub: person.actorId }), 'GRANT_NOT_BOUND'],
    ['for another organisation', (claims) => signed({ ...claims, org: 'region-nordjylland' }), 'GRANT_NOT_BOUND'],
    ['for another role', (claims) => signed({ ...claims, role: 'LEADER' }), 'GRANT_NOT_BOUND'],
    ['for another purpose', (claims) => signed({ ...claims, purpose: 'CARE_COORDINATION' }), 'GRANT_NOT_BOUND'],
    ['for another request', (claims) => signed({ ...claims, rid: randomUUID() }), 'GRANT_NOT_BOUND'],
    ['with alg none', (claims) => signed(claims, { header: { alg: 'none' } }), 'GRANT_INVALID'],
    ['with alg HS256', (claims) => signed(claims, { header: { alg: 'HS256' } }), 'GRANT_INVALID'],
    ['of another kind', (claims) => signed(claims, { header: { typ: 'sammen-call+jwt' } }), 'GRANT_INVALID'],
    ['with a key of its own', (claims) => signed(claims, { header: { jwk: { kty: 'OKP' } } }), 'GRANT_INVALID'],
    ['by a key that nobody lists', (claims) => signed(claims, { header: { kid: 'retired' } }), 'GRANT_INVALID'],
    [
      'with claims in a prototype',
      (claims) => signed(claims, { text: `{"__proto__":${JSON.stringify(claims)}}` }),
      'GRANT_INVALID',
    ],
    [
      'with a citizen in a prototype',
      (claims) =>
        signed(claims, {
          text: JSON.stringify({ ...claims, c: 'C' }).replace(
            '"C"',
            `{"__proto__":{"${stranger.id}":["${ALL}","${ALL}"]}}`,
          ),
        }),
      'GRANT_INVALID',
    ],
    [
      'larger than any',
      (claims) => {
        const c = Object.fromEntries(Array.from({ length: 5_000 }, () => [randomUUID(), [ALL, ALL]]));
        return signed({ ...claims, c });
      },
      'GRANT_INVALID',
    ],
  ])('I-1: %s is refused with a code, noted, and nothing is asked or shown', async (_what, make, code) => {
    const claims = everything();
    const answer = await used(claims, make(claims));
    expect(answer.status).toBe(403);
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.body.data).toBeUndefined();
    const noted = await system.refusal('psychiatry', answer);
    expect(noted).toMatchObject({ code, requestId: claims.rid });
    expect(JSON.stringify(noted)).not.toMatch(new RegExp(`${actor.id}|${stranger.id}`));
    const asked = 'SELECT count(*)::int AS n FROM ledger.access_log WHERE request_id = $1';
    expect((await sql('citizen', asked, [claims.rid]))[0]!['n']).toBe(0);
  });

  it('I-1: that says a citizen twice permits what its last word permits', async () => {
    const claims = everything();
    const pair = (permitted: string) => `"${stranger.id}":["${ALL}","${permitted}"]`;
    const text = JSON.stringify({ ...claims, c: 'C' }).replace('"C"', `{${pair(ALL)},${pair('0')}}`);
    const answer = await used(claims, signed(claims, { text }));
    expect(answer.body.data!['_entities']).toEqual([{ diagnoses: null }]);
    expect(withheldOf(answer)).toHaveLength(1);
  });
});
