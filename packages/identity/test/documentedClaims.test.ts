/** docs/sign-in.md shows operators which claims make somebody somebody; its example does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holderOfClaims, OWN_CLAIMS, readClaimMapping } from '../src/index.js';

const page = readFileSync(join(__dirname, '../../../docs/sign-in.md'), 'utf8');
const example = JSON.parse(/```json\n([^]*?)```/.exec(page)![1]!) as Record<string, unknown>;
const row = (claim: string): boolean => page.includes(`| \`${claim}\``);

it('the example of docs/sign-in.md is an actor with limits of purpose', () => {
  expect(holderOfClaims(example)).toEqual({
    actor: {
      id: example['sub'],
      role: 'SOCIAL_WORKER',
      organisationId: 'municipality-0561',
      organisationKind: 'MUNICIPALITY',
      unitId: 'municipality-0561/social',
      citizenId: null,
    },
    purposes: ['SOCIAL_CASEWORK', 'CARE_COORDINATION'],
  });
});

it('every claim that is read is explained there', () => {
  const claims = ['role', 'organisationId', 'organisationKind', 'unitId', 'citizenId', 'purposes'];
  expect(['sub', ...claims.map((claim) => `sammen.${claim}`)].filter((claim) => !row(claim))).toEqual([]);
});

it('every key, and every form, of other names is explained there', () => {
  expect(Object.keys(OWN_CLAIMS).filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
});

describe('tokens of the shapes that issuers document', () => {
  const recipes = [
    ...page.matchAll(/^### (.+)\n(?:(?!^##)[^])*?^OIDC_CLAIMS='(.*)'$(?:(?!^##)[^])*?```json\n([^]*?)```/gm),
  ];

  it('are there', () => {
    expect(recipes.map(([, issuer]) => issuer)).toEqual(['Keycloak', 'Entra ID']);
  });

  it.each(recipes.map(([, issuer, mapping, token]) => [issuer!, mapping!, token!] as const))(
    'make the same person of what %s says',
    (_issuer, mapping, token) => {
      const claims = JSON.parse(token) as Record<string, unknown>;
      const here = { ...holderOfClaims(example).actor, id: claims['oid'] ?? claims['sub'] };
      const purposes = ['SOCIAL_CASEWORK', 'CARE_COORDINATION'];
      expect(holderOfClaims(claims, readClaimMapping(mapping)!)).toEqual({ actor: here, purposes });
      // With the mapping of nobody else.
      expect(() => holderOfClaims(claims)).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
    },
  );
});
