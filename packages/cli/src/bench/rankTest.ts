/**
 * Whether one of two groups of measurements tends to be larger: the rank-sum test of Mann and Whitney, in the normal
 * approximation with correction for ties and continuity (Hollander, Wolfe, Chicken: Nonparametric Statistical Methods,
 * 3rd edition, section 4.1; the same as `wilcox.test(exact = FALSE)` in R).
 */

/** What the test says. */
export interface RankTest {
  /** How many pairs (one, other) have `one` larger; ties count half. */
  readonly u: number;
  /** Two-sided: how likely a difference at least this clear is when there is none. */
  readonly p: number;
  /** How likely a value of `one` is larger than one of `other`: 0.5 tells nothing apart. */
  readonly larger: number;
}

/** Compares two groups of at least one value each; meaningful from some twenty on. */
export function rankTest(one: readonly number[], other: readonly number[]): RankTest {
  const all = [...one.map((value) => ({ value, ours: true })), ...other.map((value) => ({ value, ours: false }))].sort(
    (a, b) => a.value - b.value,
  );
  let rankSum = 0;
  let ties = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]!.value === all[from]!.value) to += 1;
    const size = to - from;
    const rank = (from + 1 + to) / 2;
    rankSum += rank * all.slice(from, to).filter(({ ours }) => ours).length;
    ties += size ** 3 - size;
    from = to;
  }
  const [m, n, total] = [one.length, other.length, all.length];
  const u = rankSum - (m * (m + 1)) / 2;
  const mean = (m * n) / 2;
  const deviation = Math.sqrt(((m * n) / 12) * (total + 1 - ties / (total * (total - 1))));
  const z = deviation === 0 ? 0 : Math.max(0, Math.abs(u - mean) - 0.5) / deviation;
  return { u, p: Math.min(1, 2 * upperTail(z)), larger: u / (m * n) };
}

/** P(Z > z) of the normal distribution for z ≥ 0, to 1.2e-7 (Numerical Recipes, 3rd edition, section 6.2.2, erfc by Chebyshev fit). */
function upperTail(z: number): number {
  const x = z / Math.SQRT2;
  const t = 2 / (2 + x);
  const series =
    -1.26551223 +
    t *
      (1.00002368 +
        t *
          (0.37409196 +
            t *
              (0.09678418 +
                t *
                  (-0.18628806 +
                    t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))))))));
  return 0.5 * t * Math.exp(-x * x + series);
}
