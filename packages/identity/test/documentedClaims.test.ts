/** docs/sign-in.md shows operators which claims make somebody somebody; its example does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holderOfClaims } from '../src/index.js';

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
