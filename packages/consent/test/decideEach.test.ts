/** Several categories at once are decided as each by itself, and what they share is looked at once. */
import { decide, decideEach, type DataCategory } from '@sammen/consent';
import { CITIZEN, NOON, REGION, actorOf, factsOf, relationOf } from './support/samples.js';

const asked = { actor: actorOf('PSYCHIATRIST'), purpose: 'TREATMENT', citizenId: CITIZEN, at: NOON } as const;
const CATEGORIES: readonly DataCategory[] = ['CARE_TEAM', 'DIAGNOSIS', 'ADMISSION'];
const known = factsOf({ relations: [relationOf({ kind: 'TREATING_UNIT', organisationId: REGION })] });

it('each is what it would be alone, in their order', () => {
  const decisions = decideEach(asked, CATEGORIES, known);
  expect(decisions).toEqual(CATEGORIES.map((category) => decide({ ...asked, category }, known)));
  expect(decisions.map(({ effect }) => effect)).toEqual(['DENY', 'PERMIT', 'PERMIT']);
});

it('facts that are not whole deny all of them, and are read through once', () => {
  let looks = 0;
  const broken = { ...known, policyVersion: 2 } as never;
  expect(decideEach(asked, CATEGORIES, broken).map(({ effect }) => effect)).toEqual(['DENY', 'DENY', 'DENY']);
  const counted = new Proxy(known, {
    get: (facts, key) => {
      if (key === 'blocks') looks += 1;
      return Reflect.get(facts, key);
    },
  });
  decideEach(asked, ['DIAGNOSIS'], counted);
  const alone = looks;
  decideEach(asked, CATEGORIES, counted);
  expect(looks - alone).toBeLessThan(alone * CATEGORIES.length);
});
