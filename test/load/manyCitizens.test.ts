/** What must not grow with the number of citizens: statements, calls, and how much of a table is read. 2,000 citizens. */
import { CASELOAD_QUERY, EXAMPLE_QUERY } from '@sammen/cli';
import type { Actor } from '@sammen/consent';
import { citizenIdOf, EDGE_CASES, PERSONAS } from '@sammen/population';
import { caseloadOf, knowPeople } from './support/caseload.js';
import { guardianOf } from './support/guardian.js';
import { grantFor } from './support/grants.js';
import { fillLedger } from './support/ledger.js';
import { startLargeSystem, type LargeSystem, type PricedAnswer } from './support/largeSystem.js';
import { plansDuring, tablesOf, type UsedPlan } from './support/plans.js';

const showcase = citizenIdOf(1, EDGE_CASES.showcase);
const heaviest = citizenIdOf(1, EDGE_CASES.twoThousandEncounters);
/** 24 others who come behind the show-case citizen in a caseload, which is in the order of ids. */
const others = Array.from({ length: 200 }, (_, at) => citizenIdOf(1, at))
  .filter((id) => id > showcase)
  .slice(0, 24);
const psychiatrist = PERSONAS.psychiatrist.actor;

let system: LargeSystem;
let guardian: Actor;
let heavyGuardian: Actor;

beforeAll(async () => {
  system = await startLargeSystem(2_000);
  guardian = await guardianOf(system, 'guardian-of-many', [showcase, ...others]);
  heavyGuardian = await guardianOf(system, 'guardian-of-one', [heaviest]);
}, 300_000);
afterAll(() => system?.stop(), 60_000);

const caseload = (first: number, actor = guardian): Promise<PricedAnswer> => {
  const purpose = actor === psychiatrist ? 'TREATMENT' : 'REPRESENTATION';
  return system.ask({ actor, purpose, query: CASELOAD_QUERY, variables: { first } });
};
const overview = (actor: Actor, id: string): Promise<PricedAnswer> =>
  system.ask({ actor, purpose: 'REPRESENTATION', query: EXAMPLE_QUERY, variables: { id } });

/** The second time: what the decision point remembers of whom is the same for everybody then. */
async function again(ask: () => Promise<PricedAnswer>): Promise<PricedAnswer> {
  await ask();
  return ask();
}

/** A list without rows would hide the statements that its rows cost. */
function emptyListsIn(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value))
    return Object.entries(value).flatMap(([name, each]) => emptyListsIn(each, `${path}.${name}`));
  return value.length === 0 ? [path] : value.flatMap((each) => emptyListsIn(each, path));
}

describe('statements and calls', () => {
  it('I-12: an overview of 25 citizens costs each subgraph exactly what one of 1 costs', async () => {
    const one = await caseload(1);
    const many = await caseload(25);
    for (const answer of [one, many]) expect(answer).toMatchObject({ errors: undefined, withheld: [] });
    expect(one.data.citizens.nodes).toHaveLength(1);
    expect(many.data.citizens.nodes).toHaveLength(25);
    const [showcased] = one.data.citizens.nodes;
    expect(showcased).not.toMatchObject({ jobCentreCase: null });
    expect(emptyListsIn(showcased, 'citizen')).toEqual([]);
    expect(many.cost).toEqual(one.cost);
    expect(Object.keys(one.cost.services)).toEqual(['citizen', 'coordination', 'municipality', 'ngo', 'psychiatry']);
    expect(one.cost).toMatchObject({ subgraphCalls: 6, decisionCalls: 1 });
  });

  it('I-12: a citizen with 2,000 encounters costs no more than another', async () => {
    const other = await again(() => overview(guardian, showcase));
    const heavy = await again(() => overview(heavyGuardian, heaviest));
    expect(heavy).toMatchObject({ errors: undefined, withheld: [] });
    expect(heavy.cost.subgraphCalls).toBe(other.cost.subgraphCalls);
    for (const [name, { sqlStatements, decisionCalls }] of Object.entries(heavy.cost.services)) {
      expect(sqlStatements).toBeLessThanOrEqual(other.cost.services[name]!.sqlStatements);
      expect(decisionCalls).toBe(other.cost.services[name]!.decisionCalls);
    }
  });

  it('I-12: a professional from whom much is withheld costs no more than somebody who sees everything', async () => {
    const everything = await again(() => caseload(25));
    const some = await again(() => caseload(25, psychiatrist));
    expect(some.errors).toBeUndefined();
    expect(some.data.citizens.nodes).toHaveLength(25);
    expect(some.withheld.length).toBeGreaterThan(25);
    for (const [name, { sqlStatements, decisionCalls }] of Object.entries(some.cost.services)) {
      expect(sqlStatements).toBeLessThanOrEqual(everything.cost.services[name]!.sqlStatements);
      expect(decisionCalls).toBe(everything.cost.services[name]!.decisionCalls);
    }
  });
});

describe('grants', () => {
  it('I-12: for 100 citizens and every category they take one statement for the facts and one for the ledger, as for one', async () => {
    const ids = Array.from({ length: 100 }, (_, at) => citizenIdOf(1, at));
    const ofMany = {
      actor: await guardianOf(system, 'guardian-of-a-hundred', ids),
      purpose: 'REPRESENTATION',
    } as const;
    const [one, many] = [await grantFor(system, ofMany, ids.slice(0, 1)), await grantFor(system, ofMany, ids)];
    expect(Object.keys(many.c)).toHaveLength(100);
    expect(new Set(Object.values(many.c).map(([, permitted]) => permitted))).toEqual(new Set([one.c[ids[0]!]![1]]));
    expect([one.sqlStatements, many.sqlStatements]).toEqual([2, 2]);
  });
});

describe('caseloads', () => {
  it('of a whole department are paged without gap or repetition', async () => {
    const { pages, totalCount } = await caseloadOf(system, psychiatrist, 'TREATMENT', 60);
    const ids = pages.flat();
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.slice(0, -1).every((page) => page.length === 60)).toBe(true);
    expect(ids).toEqual([...new Set(ids)].toSorted());
    expect(ids).toHaveLength(totalCount);
  });

  it('show whoever may be seen behind many who may not', async () => {
    const seven = others.slice(0, 7).toSorted();
    const worker = await knowPeople(system, { unknown: 300, known: seven });
    const { pages } = await caseloadOf(system, worker, 'SOCIAL_CASEWORK', 5);
    expect(pages).toEqual([seven.slice(0, 5), seven.slice(5)]);
  });
});

describe('plans', () => {
  const readAll = async (): Promise<void> => {
    await caseload(25);
    await caseload(25, psychiatrist);
    await overview(guardian, showcase);
  };
  /** Every subgraph looks for relations to hand on every few seconds, whether anybody reads or not. */
  const OF_NOBODYS_OVERVIEW = 'relation_outbox';
  const unindexed = (plans: readonly UsedPlan[], tables?: readonly string[]): string[] =>
    plans.flatMap(({ statement, scans }) =>
      scans
        .filter(
          ({ table, lookedUp }) => !lookedUp && table !== OF_NOBODYS_OVERVIEW && (tables?.includes(table) ?? true),
        )
        .map(({ table, kind }) => `${kind} of ${table}: ${statement.trim().slice(0, 120)}`),
    );

  // A statement that has run often is no longer planned for its values; both plans have to hold.
  it.each(['auto', 'force_generic_plan'])(
    'of an overview read no large table from end to end (%s)',
    async (mode) => {
      await fillLedger(system, 5_000);
      const large = await tablesOf(system, 1_000);
      const plans = await plansDuring(system, readAll, { plan_cache_mode: mode });
      const read = plans.flatMap(({ scans }) => scans.map(({ table }) => table));
      const expected = [
        'person',
        'care_relation',
        'head',
        'admission',
        'social_service',
        'volunteer_visit',
        'agreement',
      ];
      expect(large).toEqual(expect.arrayContaining(expected));
      expect(read).toEqual(expect.arrayContaining(expected));
      expect(unindexed(plans, large)).toEqual([]);
    },
    60_000,
  );

  it('of an overview find an index also in tables that are small as yet', async () => {
    const plans = await plansDuring(system, readAll, { enable_seqscan: 'off' });
    expect(plans.length).toBeGreaterThan(60);
    expect(unindexed(plans)).toEqual([]);
  }, 60_000);
});
