import {
  DATA_CATEGORIES,
  accessFilter,
  decide,
  passesFilter,
  type AccessRequest,
  type CitizenFacts,
} from '@sammen/consent';
import fc from 'fast-check';
import { aRequest, someFacts } from './support/arbitraries.js';

/** The row filter of lists that mix citizens: the same rules, as data. */

const RUNS = { numRuns: 1000, seed: 20260304 };
const isPermitted = (request: AccessRequest, facts: CitizenFacts) =>
  decide({ ...request, citizenId: facts.citizenId }, facts).effect === 'PERMIT';

it('filtering a list equals deciding each item, for one category', () => {
  let passed = 0;
  fc.assert(
    fc.property(aRequest, fc.array(someFacts, { minLength: 1, maxLength: 4 }), (request, people) => {
      const list = people.map((facts, n) => ({ ...facts, citizenId: `citizen-${n + 1}` }));
      for (const category of DATA_CATEGORIES) {
        const filter = accessFilter(request.actor, request.purpose, [category]);
        const shown = list.filter((facts) => passesFilter(filter, facts, request.at));
        const permitted = list.filter((facts) => isPermitted({ ...request, category }, facts));
        if (shown.length !== permitted.length || shown.some((facts, n) => facts !== permitted[n]))
          expect(shown).toEqual(permitted);
        passed += shown.length;
      }
    }),
    RUNS,
  );
  expect(passed).toBeGreaterThan(3_000);
});

it('filtering a list by several categories equals deciding whether any of them is permitted', () => {
  fc.assert(
    fc.property(aRequest, someFacts, fc.subarray([...DATA_CATEGORIES]), (request, facts, categories) => {
      const filter = accessFilter(request.actor, request.purpose, categories);
      expect(passesFilter(filter, facts, request.at)).toBe(
        categories.some((category) => isPermitted({ ...request, category }, facts)),
      );
    }),
    { ...RUNS, numRuns: 4000 },
  );
});

it('a filter is plain data, and says the same after a journey as text', () => {
  fc.assert(
    fc.property(aRequest, someFacts, (request, facts) => {
      const filter = accessFilter(request.actor, request.purpose, [request.category]);
      const arrived = JSON.parse(JSON.stringify(filter)) as typeof filter;
      expect(arrived).toEqual(filter);
      expect(passesFilter(arrived, facts, request.at)).toBe(isPermitted(request, facts));
    }),
    { ...RUNS, numRuns: 300 },
  );
});
