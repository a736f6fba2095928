import assert from 'node:assert';
import {
  DATA_CATEGORIES,
  PURPOSES,
  REASONS,
  ROLES,
  STATUTORY_BASES,
  decide,
  decideEach,
  isWithinCap,
  mayWrite,
  type AccessRequest,
  type Block,
  type CitizenFacts,
  type Consent,
  type Decision,
  type Facts,
} from '@sammen/consent';
import fc from 'fast-check';
import { oracle } from './oracle.js';
import { aRequest, someFacts } from './support/arbitraries.js';
import { HOUR, NOON, factsOf } from './support/samples.js';

/** What holds for every request and all facts. Seeded, so that a failure is the same for everybody. */
const RUNS = { numRuns: 2000, seed: 20260302 };
const forAll = (law: (request: AccessRequest, facts: CitizenFacts, pick: number) => void) =>
  fc.assert(fc.property(aRequest, someFacts, fc.nat(), law), RUNS);

/** Where every category is asked about at once. */
const forSome: typeof forAll = (law) =>
  fc.assert(fc.property(aRequest, someFacts, fc.nat(), law), { ...RUNS, numRuns: 150 });

const LISTS = ['consents', 'blocks', 'relations', 'representatives', 'emergencyAccesses'] as const;
const isPermit = (decision: Decision) => decision.effect === 'PERMIT';
/** Says that what was permitted after was permitted before. */
const neverAdds = (request: AccessRequest, before: CitizenFacts, after: CitizenFacts) => {
  if (isPermit(decide(request, after))) expect(decide(request, before).effect).toBe('PERMIT');
};
/** The facts with one entry of a list replaced, or taken out where `change` yields none. */
const changed = <L extends (typeof LISTS)[number]>(
  facts: CitizenFacts,
  list: L,
  pick: number,
  change: (entry: CitizenFacts[L][number]) => readonly CitizenFacts[L][number][],
): CitizenFacts => {
  const entries = facts[list] as readonly CitizenFacts[L][number][];
  return { ...facts, [list]: entries.flatMap((entry, n) => (n === pick % entries.length ? change(entry) : [entry])) };
};
const half = <T>(list: readonly T[], pick: number) => list.filter((_, n) => (pick >> (n % 30)) & 1);

it('the samples reach every reason that well-formed input can have', () => {
  const reached = new Set<string>();
  forAll((request, facts) => void reached.add(decide(request, facts).reason));
  const others = REASONS.filter((reason) => reason !== 'INVALID' && reason !== 'UNAVAILABLE');
  expect([...reached].toSorted()).toEqual(others.toSorted());
});

it('agrees with the oracle on random facts, also with several of everything', () => {
  forAll((request, facts) => expect(decide(request, facts)).toEqual(oracle(request, facts)));
});

it('several categories at once are decided like each by itself, also where the facts are not whole or not there', () => {
  forSome((request, facts, pick) => {
    const others: readonly Facts[] = [
      'UNKNOWN',
      'UNAVAILABLE',
      { ...facts, citizenId: 'somebody-else' },
      { ...facts, blocks: [{}] } as never,
    ];
    for (const known of [facts, others[pick % others.length]!]) {
      const each = DATA_CATEGORIES.map((category) => decide({ ...request, category }, known));
      expect(decideEach(request, DATA_CATEGORIES, known)).toEqual(each);
    }
  });
});

it('facts that cannot be read when they are looked at are UNAVAILABLE for every category', () => {
  forSome((request, facts) => {
    const broken = Object.defineProperty({ ...facts }, 'blocks', { get: () => assert.fail('not readable') });
    for (const decision of decideEach(request, DATA_CATEGORIES, broken)) expect(decision.reason).toBe('UNAVAILABLE');
  });
});

it('determinism: the same request and facts give the same answer, and neither is changed', () => {
  forAll((request, facts) => {
    const before = JSON.stringify([request, facts]);
    const answer = decide(request, facts);
    expect(decide(structuredClone(request), structuredClone(facts))).toEqual(answer);
    expect(JSON.stringify([request, facts])).toBe(before);
  });
});

it('order-independence: the order in which facts were read changes nothing, not even the basis', () => {
  forAll((request, facts) => {
    const reversed = Object.fromEntries(LISTS.map((list) => [list, facts[list].toReversed()]));
    expect(decide(request, { ...facts, ...reversed })).toEqual(decide(request, facts));
  });
});

it('totality: any value at all is answered, from the closed set, and I-4: never with a permit', () => {
  const anything = fc.anything({ withNullPrototype: true, withMap: true, withSparseArray: true, maxDepth: 4 });
  fc.assert(
    fc.property(anything, anything, anything, (request, facts, more) => {
      for (const answer of [
        decide(request as never, facts as never),
        decide(request as never, factsOf()),
        mayWrite(request as never, more as never, facts as never, facts as never, more as never),
      ]) {
        expect(answer.effect).toBe('DENY');
        expect(REASONS).toContain(answer.reason);
      }
    }),
    RUNS,
  );
});

it('totality: whatever single value of facts cannot be read, I-4: no access comes of the rest', () => {
  const unreadable = fc.constantFrom<unknown>(undefined, Number.NaN, Infinity, true, {}, () => 1, Symbol('x'), 7n);
  fc.assert(
    fc.property(aRequest, someFacts, unreadable, fc.nat(), (request, facts, value, pick) => {
      const list = LISTS[pick % LISTS.length]!;
      const broken = changed(facts, list, pick, (entry) => {
        const keys = Object.keys(entry);
        return [{ ...entry, [keys[pick % keys.length]!]: value } as never];
      });
      const torn = facts[list].length > 0 ? broken : { ...facts, [list]: value };
      expect(decide(request, torn)).toEqual({ effect: 'DENY', reason: 'UNAVAILABLE', basis: null });
    }),
    RUNS,
  );
});

it('default deny: without facts only the citizen sees anything', () => {
  for (const role of ROLES) {
    fc.assert(
      fc.property(aRequest, (request) => {
        fc.pre(request.actor.role === role);
        const answer = decide(request, factsOf());
        expect([isPermit(answer), answer.reason === 'SELF']).toEqual([
          answer.reason === 'SELF',
          answer.basis === 'SELF',
        ]);
      }),
      { ...RUNS, numRuns: 100 },
    );
  }
});

it('adding a block never adds access', () => {
  forAll((request, facts, pick) =>
    neverAdds(
      request,
      changed(facts, 'blocks', pick, () => []),
      facts,
    ),
  );
});

it('widening a block never adds access', () => {
  forAll((request, facts, pick) => {
    const wide = (block: Block): Block[] => [
      {
        ...block,
        sources: [],
        categories: DATA_CATEGORIES,
        purposes: PURPOSES,
        validFrom: 0,
        validTo: null,
        withdrawnAt: null,
      },
    ];
    neverAdds(request, facts, changed(facts, 'blocks', pick, wide));
  });
});

it('removing or expiring a consent never adds access', () => {
  forAll((request, facts, pick) => {
    neverAdds(
      request,
      facts,
      changed(facts, 'consents', pick, () => []),
    );
    neverAdds(
      request,
      facts,
      changed(facts, 'consents', pick, (consent) => [{ ...consent, validTo: request.at }]),
    );
    neverAdds(
      request,
      facts,
      changed(facts, 'consents', pick, (consent) => [{ ...consent, withdrawnAt: request.at }]),
    );
  });
});

it('removing or ending a relation, a mandate or an emergency access never adds access', () => {
  forAll((request, facts, pick) => {
    for (const list of ['relations', 'representatives', 'emergencyAccesses'] as const)
      neverAdds(
        request,
        facts,
        changed(facts, list, pick, () => []),
      );
    neverAdds(
      request,
      facts,
      changed(facts, 'relations', pick, (entry) => [{ ...entry, validTo: request.at }]),
    );
    neverAdds(
      request,
      facts,
      changed(facts, 'representatives', pick, (entry) => [{ ...entry, validTo: request.at }]),
    );
    neverAdds(
      request,
      facts,
      changed(facts, 'emergencyAccesses', pick, (entry) => [{ ...entry, expiresAt: request.at }]),
    );
  });
});

it.each<[string, (consent: Consent, pick: number) => Partial<Consent>]>([
  ['recipients', ({ recipients }, pick) => ({ recipients: half(recipients, pick) })],
  [
    'one recipient',
    ({ recipients }) => ({ recipients: recipients.map((recipient) => ({ ...recipient, unitId: 'nowhere' })) }),
  ],
  ['categories', ({ categories }, pick) => ({ categories: half(categories, pick) })],
  ['purposes', ({ purposes }, pick) => ({ purposes: half(purposes, pick) })],
  ['sources from all to some', ({ sources }) => ({ sources: sources.length === 0 ? ['NGO'] : sources.slice(0, 1) })],
  ['start', ({ validFrom }) => ({ validFrom: validFrom + HOUR })],
  ['end', ({ validTo }) => ({ validTo: validTo - HOUR })],
  ['recording', ({ recordedAt }) => ({ recordedAt: Math.max(recordedAt, NOON + 2) })],
  ['lifts', ({ lifts }, pick) => ({ lifts: half(lifts, pick) })],
])('narrowing an axis never adds access: a consent by its %s', (_, narrow) => {
  forAll((request, facts, pick) =>
    neverAdds(
      request,
      facts,
      changed(facts, 'consents', pick, (consent) => [{ ...consent, ...narrow(consent, pick) }]),
    ),
  );
});

it('narrowing an axis never adds access: a relation by unit or person, a mandate or emergency by category', () => {
  forAll((request, facts, pick) => {
    const narrowed = [
      changed(facts, 'relations', pick, (entry) => [{ ...entry, unitId: entry.unitId ?? 'nowhere' }]),
      changed(facts, 'relations', pick, (entry) => [{ ...entry, actorId: 'nobody' }]),
      changed(facts, 'representatives', pick, (entry) => [{ ...entry, categories: half(entry.categories, pick) }]),
      changed(facts, 'emergencyAccesses', pick, (entry) => [{ ...entry, categories: half(entry.categories, pick) }]),
    ];
    // A relation that names nobody is evidence for coordinators, too; one that names somebody still is.
    for (const after of narrowed) neverAdds(request, facts, after);
  });
});

it('I-5: nothing in any facts opens what the cap closes', () => {
  forAll((request, facts) => {
    if (isWithinCap(request.actor.role, request.purpose, request.category)) return;
    expect(decide(request, facts)).toEqual({ effect: 'DENY', reason: 'OUT_OF_SCOPE', basis: null });
  });
});

it('every permit names a basis that alone permits', () => {
  forAll((request, facts) => {
    const answer = decide(request, facts);
    if (!isPermit(answer)) return;
    const [kind, id] = answer.basis!.split(/:(.*)/s);
    const only = {
      SELF: {},
      REPRESENTATIVE: { representatives: facts.representatives.filter((entry) => entry.id === id) },
      LAW: { relations: facts.relations },
      EMERGENCY: { emergencyAccesses: facts.emergencyAccesses.filter((entry) => entry.id === id) },
      OWN: { relations: facts.relations.filter((entry) => entry.id === id) },
      CONSENT: { consents: facts.consents.filter((entry) => `${entry.id}@${entry.version}` === id) },
    }[kind!];
    expect(only).toBeDefined();
    // A consent or an own relation stands alone only where the law does not open the same anyway.
    expect(decide(request, factsOf(only)).effect).toBe('PERMIT');
    if (kind !== 'OWN') expect(decide(request, factsOf(only))).toEqual(answer);
    if (kind === 'LAW') expect(STATUTORY_BASES.map(({ code }) => code)).toContain(id);
  });
});
