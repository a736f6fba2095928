/** The rank test against what others computed. */
import { rankTest } from '../src/bench/rankTest';

it('agrees with SciPy about its own example (mannwhitneyu, asymptotic, two-sided)', () => {
  const males = [19, 22, 16, 29, 24];
  const females = [20, 11, 17, 12];
  const { u, p, larger } = rankTest(males, females);
  expect({ u, larger }).toEqual({ u: 17, larger: 17 / 20 });
  expect(p).toBeCloseTo(0.11134688653314041, 6);
});

it('agrees with SciPy where many values are equal', () => {
  const { u, p } = rankTest([1, 2, 2, 3, 3, 3, 4], [2, 3, 4, 4, 5, 5, 6]);
  expect(u).toBe(8.5);
  expect(p).toBeCloseTo(0.043051432728945134, 6);
});

it('tells nothing apart where there is nothing', () => {
  const values = Array.from({ length: 50 }, (_, at) => at % 7);
  expect(rankTest(values, values)).toMatchObject({ p: 1, larger: 0.5 });
  expect(rankTest([3, 3, 3], [3, 3, 3])).toMatchObject({ p: 1, larger: 0.5 });
});

it('finds a small shift in many values, whichever side it is on', () => {
  const one = Array.from({ length: 600 }, (_, at) => (at * 37) % 101);
  const other = one.map((value) => value + 10);
  expect(rankTest(one, other).p).toBeLessThan(1e-6);
  expect(rankTest(one, other).larger).toBeLessThan(0.5);
  expect(rankTest(other, one).larger).toBeGreaterThan(0.5);
});
