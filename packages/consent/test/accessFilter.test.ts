import {
  DATA_CATEGORIES,
  PURPOSES,
  ROLES,
  accessFilter,
  decide,
  passesFilter,
  type AccessRequest,
  type CitizenFacts,
  type DataCategory,
} from '@sammen/consent';
import fc from 'fast-check';
import { aRequest, someFacts } from './support/arbitraries.js';
import { CITIZEN, NOON, actorOf, blockOf, consentOf, factsOf, relationOf } from './support/samples.js';

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

it('a law that is not yet in force filters nobody in', () => {
  const start = Date.UTC(2007, 0, 1);
  const facts = factsOf({ relations: [{ ...relationOf({ kind: 'CASEWORKER', organisationId: 'o' }), validFrom: 0 }] });
  const actor = actorOf('SOCIAL_WORKER', { organisationId: 'o' });
  const filter = accessFilter(actor, 'SOCIAL_CASEWORK', ['ADMISSION_NOTICE']);
  expect([start - 1, start].map((at) => passesFilter(filter, facts, at))).toEqual([false, true]);
});

it('a block filters out, and a later consent that lifts it filters in', () => {
  const about = { recipients: [{ role: 'MENTOR' as const }], categories: ['PLAN'] as const, purposes: PURPOSES };
  const consent = consentOf(about);
  const block = blockOf(about);
  const filter = accessFilter(actorOf('MENTOR'), 'PEER_SUPPORT', ['PLAN']);
  const shows = (changes: Partial<CitizenFacts>) => passesFilter(filter, factsOf(changes), NOON);
  expect(shows({ consents: [consent] })).toBe(true);
  expect(shows({ consents: [consent], blocks: [block] })).toBe(false);
  expect(shows({ consents: [{ ...consent, lifts: [block.id] }], blocks: [block] })).toBe(true);
  expect(shows({ consents: [{ ...consent, lifts: [block.id] }], blocks: [block, { ...block, id: 'b' }] })).toBe(false);
  expect(
    shows({ consents: [{ ...consent, lifts: [block.id], recordedAt: block.recordedAt - 1 }], blocks: [block] }),
  ).toBe(false);
});

describe('I-4: the filter lets nobody through', () => {
  const citizen = actorOf('CITIZEN');
  const shown = (actor: unknown, purpose: unknown, category: unknown, facts: unknown = factsOf()) =>
    passesFilter(accessFilter(actor as never, purpose as never, [category as DataCategory]), facts as never, NOON);

  it.each([
    ['an unknown role', { ...citizen, role: 'WIZARD' }, 'SELF_ACCESS', 'PLAN'],
    ['nobody', null, 'SELF_ACCESS', 'PLAN'],
    ['an unknown purpose', citizen, 'CURIOSITY', 'PLAN'],
    ['a purpose from the prototype', citizen, 'constructor', 'PLAN'],
    ['an unknown category', citizen, 'SELF_ACCESS', 'SHOE_SIZE'],
    ['another citizen', { ...citizen, citizenId: 'citizen-2' }, 'SELF_ACCESS', 'PLAN'],
    ['a citizen who is nobody', { ...citizen, citizenId: null }, 'SELF_ACCESS', 'PLAN'],
  ])('to %s', (_, actor, purpose, category) => {
    expect(shown(citizen, 'SELF_ACCESS', 'PLAN')).toBe(true);
    expect(shown(actor, purpose, category)).toBe(false);
  });

  it.each([
    ['UNKNOWN', 'UNKNOWN'],
    ['UNAVAILABLE', 'UNAVAILABLE'],
    ['missing', null],
    ['torn', { ...factsOf(), blocks: [{ id: 'block-1' }] }],
  ])('whose facts are %s', (_, facts) => {
    expect(shown(citizen, 'SELF_ACCESS', 'PLAN', facts)).toBe(false);
  });

  it('I-5: beyond the cap, and when nothing is asked', () => {
    for (const role of ROLES) expect(accessFilter(actorOf(role), 'PEER_SUPPORT', [])).toEqual({ op: 'ANY', of: [] });
    expect(JSON.stringify(accessFilter(actorOf('VOLUNTEER'), 'PEER_SUPPORT', ['DIAGNOSIS']))).toBe(
      JSON.stringify({ op: 'ANY', of: [{ op: 'ANY', of: [] }] }),
    );
    expect(accessFilter(actorOf('CITIZEN'), 'SELF_ACCESS', ['PLAN'])).toEqual({
      op: 'ANY',
      of: [{ op: 'CITIZEN', citizenId: CITIZEN }],
    });
  });
});
