import fc from 'fast-check';
import { isOrderOf, isOrderWithin, placed, without } from '../src/write/ranking.js';
import { useCoordination } from './support/coordination.js';
import { agree, openPlan, planNow } from './support/acts.js';

const house = useCoordination('0707');

type Step =
  | { readonly do: 'ADD'; readonly rank: number | null }
  | { readonly do: 'MOVE'; readonly which: number; readonly rank: number }
  | { readonly do: 'END'; readonly which: number; readonly status: 'DONE' | 'CANCELLED' }
  | { readonly do: 'REOPEN'; readonly which: number }
  | { readonly do: 'SHUFFLE'; readonly by: number }
  | { readonly do: 'CITIZEN'; readonly by: number };

const number = fc.nat({ max: 20 });
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('ADD' as const), rank: fc.option(fc.integer({ min: 1, max: 6 })) }),
    },
    fc.record({ do: fc.constant('MOVE' as const), which: number, rank: fc.integer({ min: 1, max: 6 }) }),
    fc.record({
      do: fc.constant('END' as const),
      which: number,
      status: fc.constantFrom('DONE' as const, 'CANCELLED' as const),
    }),
    fc.record({ do: fc.constant('REOPEN' as const), which: number }),
    fc.record({ do: fc.constant('SHUFFLE' as const), by: number }),
    fc.record({ do: fc.constant('CITIZEN' as const), by: number }),
  ),
  { minLength: 6, maxLength: 14 },
);

describe('an order', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-e]{1,3}$/), { maxLength: 8 });
  const place = fc.option(fc.integer({ min: -2, max: 12 }), { nil: null });

  it('has whatever is placed in it exactly once, at its place where there is one', () => {
    const property = fc.property(ids, fc.string(), place, (order, id, rank) => {
      const after = placed(order, id, rank);
      expect(after.filter((each) => each === id)).toHaveLength(1);
      expect(without(after, id)).toEqual(without(order, id));
      if (rank !== null && rank >= 1 && rank <= after.length) expect(after[rank - 1]).toBe(id);
      if (rank === null) expect(after.at(-1)).toBe(id);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('is one of given ids exactly when it names each of them once', () => {
    const property = fc.property(ids, fc.array(fc.stringMatching(/^[a-e]{1,2}$/), { maxLength: 6 }), (known, order) => {
      const sorted = (list: readonly string[]) => JSON.stringify(list.toSorted());
      expect(isOrderOf(order, known)).toBe(sorted(order) === sorted(known));
      expect(isOrderWithin(known.slice(1), known)).toBe(true);
    });
    fc.assert(property, { numRuns: 300 });
  });
});

it('after any sequence of additions, moves, ends, reopenings and new orders the ranks are 1..n, in both orders', async () => {
  const property = fc.asyncProperty(steps, async (sequence) => {
    const plan = await openPlan(house);
    const { citizenId, planId, keyManager } = plan;
    const now = () => planNow(house, plan, 'agreements { id rank citizenRank status }');
    for (const step of sequence) {
      const { version, agreements } = await now();
      const edit = { citizenId, planId, version };
      const open = agreements.filter(({ status }: any) => status === 'OPEN');
      const over = agreements.filter(({ status }: any) => status !== 'OPEN');
      const pick = (from: any[], which: number) => from[which % from.length];
      const rotated = (by: number) => open.map((_: unknown, index: number) => pick(open, index + by).id);
      if (step.do === 'ADD') {
        const { rank } = await agree(house, plan, { rank: step.rank });
        expect(rank).toBe(Math.min(step.rank ?? open.length + 1, open.length + 1));
      } else if (step.do === 'REOPEN' && over.length > 0) {
        const agreementId = pick(over, step.which).id;
        await house.write(keyManager, 'updateAgreement', { ...edit, agreementId, status: 'OPEN' });
      } else if (step.do === 'END' && open.length > 0) {
        const agreementId = pick(open, step.which).id;
        await house.write(keyManager, 'updateAgreement', { ...edit, agreementId, status: step.status });
      } else if (step.do === 'MOVE' && step.rank <= open.length) {
        const move = { agreementId: pick(open, step.which).id, rank: step.rank };
        await house.write(keyManager, 'reorderAgreements', { ...edit, move });
        expect((await now()).agreements[step.rank - 1].id).toBe(move.agreementId);
      } else if (step.do === 'SHUFFLE') {
        await house.write(keyManager, 'reorderAgreements', { ...edit, order: rotated(step.by) });
        expect((await now()).agreements.slice(0, open.length).map(({ id }: any) => id)).toEqual(rotated(step.by));
      } else if (step.do === 'CITIZEN') {
        const order = rotated(step.by).slice(0, step.by % (open.length + 1));
        await house.write(keyManager, 'reorderAgreements', { ...edit, rankedBy: 'CITIZEN', order });
      }
      const after = (await now()).agreements;
      const ranks = after.flatMap(({ rank }: any) => rank ?? []);
      expect(ranks).toEqual(ranks.map((_: unknown, index: number) => index + 1));
      expect(ranks).toHaveLength(after.filter(({ status }: any) => status === 'OPEN').length);
      const wishes = after
        .flatMap(({ citizenRank }: any) => citizenRank ?? [])
        .toSorted((a: number, b: number) => a - b);
      expect(wishes).toEqual(wishes.map((_: unknown, index: number) => index + 1));
    }
  });
  await fc.assert(property, { numRuns: 6 });
}, 120_000);
