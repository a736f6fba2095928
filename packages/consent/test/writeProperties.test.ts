import {
  DATA_CATEGORIES,
  PURPOSES,
  RELATION_KINDS,
  ROLES,
  mayWrite,
  purposesOf,
  type AccessRequest,
  type CitizenFacts,
  type Decision,
  type Relation,
} from '@sammen/consent';
import fc from 'fast-check';
import { aRequest, someFacts } from './support/arbitraries.js';
import { CITIZEN, ESBJERG, NOON, actorOf, factsOf, mandate, relationOf } from './support/samples.js';
import { writeOracle } from './writeOracle.js';

/** mayWrite() against the independent oracle, and what holds for every write. */

const RUNS = { numRuns: 4000, seed: 20260303 };
const may = ({ actor, purpose, category, at }: AccessRequest, facts: CitizenFacts): Decision =>
  mayWrite(actor, purpose, category, facts, at);
const forAll = (law: (request: AccessRequest, facts: CitizenFacts) => void) =>
  fc.assert(fc.property(aRequest, someFacts, law), RUNS);

it('who may write agrees with the oracle on random facts, also with several of everything', () => {
  const reached = new Set<string>();
  forAll((request, facts) => {
    const answer = may(request, facts);
    expect(answer).toEqual(writeOracle(request, facts));
    reached.add(answer.basis === 'OWN:NEW_RELATION' ? 'NEW_RELATION' : answer.reason);
  });
  expect([...reached].toSorted()).toEqual([
    'NEW_RELATION',
    'NO_BASIS',
    'OUT_OF_SCOPE',
    'OWN',
    'REPRESENTATIVE',
    'SELF',
  ]);
});

it('who may write agrees with the oracle for every role, purpose and category, with every one relation there can be', () => {
  let combinations = 0;
  const shapes: readonly Partial<Relation>[] = [
    {},
    { actorId: 'ACTOR' },
    { actorId: 'somebody' },
    { unitId: 'UNIT' },
    { unitId: 'elsewhere/unit' },
    { validTo: NOON },
    { organisationId: 'another-organisation' },
  ];
  for (const role of ROLES) {
    const actor = actorOf(role);
    const relations = RELATION_KINDS.flatMap((kind) =>
      shapes.map((shape) => {
        const relation = relationOf({ kind, organisationId: actor.organisationId ?? ESBJERG, ...shape });
        const named = relation.actorId === 'ACTOR' ? { ...relation, actorId: actor.id } : relation;
        return named.unitId === 'UNIT' ? { ...named, unitId: actor.unitId } : named;
      }),
    );
    const all = [
      factsOf(),
      factsOf({ representatives: [mandate({ actorId: actor.id, categories: DATA_CATEGORIES })] }),
      ...relations.map((relation) => factsOf({ relations: [relation] })),
    ];
    const purposes = purposesOf(role).length === 0 ? PURPOSES : [...purposesOf(role), 'OVERSIGHT' as const];
    for (const facts of all)
      for (const purpose of purposes)
        for (const category of DATA_CATEGORIES) {
          const request = { actor, purpose, citizenId: CITIZEN, category, at: NOON };
          combinations += 1;
          const [answer, expected] = [may(request, facts), writeOracle(request, facts)];
          if (JSON.stringify(answer) !== JSON.stringify(expected)) expect([request, facts, answer]).toEqual(expected);
        }
  }
  expect(combinations).toBeGreaterThan(50_000);
});

it('determinism and order-independence: a write is decided the same, whatever the order of relations', () => {
  forAll((request, facts) => {
    const reversed = { ...facts, relations: facts.relations.toReversed() };
    expect(may(structuredClone(request), structuredClone(reversed))).toEqual(may(request, facts));
  });
});

it('a write needs no consent, heeds no block, and no emergency brings it about', () => {
  forAll((request, facts) =>
    expect(may(request, { ...facts, consents: [], blocks: [], emergencyAccesses: [] })).toEqual(may(request, facts)),
  );
});

it('removing or ending a relation or a mandate never adds a right to write', () => {
  forAll((request, facts) => {
    const ended = facts.relations.map((relation) => ({ ...relation, validTo: request.at }));
    for (const list of [ended, facts.relations.slice(1), []])
      for (const representatives of [facts.representatives, []])
        if (may(request, { ...facts, relations: list, representatives }).effect === 'PERMIT')
          expect(may(request, facts).effect).toBe('PERMIT');
  });
});
