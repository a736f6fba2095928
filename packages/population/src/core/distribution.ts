/** Draws from named distributions; each takes its randomness from the caller's stream. */
import type { Random } from './random.js';

/** A standard normal number (Box–Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.unit())) * Math.cos(2 * Math.PI * random.unit());
}

/** A log-normal number with this mean; `spread` is the standard deviation of its logarithm. */
export function logNormal(random: Random, mean: number, spread: number): number {
  return Math.exp(Math.log(mean) - (spread * spread) / 2 + spread * normal(random));
}

/** An exponential number with this mean. */
export function exponential(random: Random, mean: number): number {
  return -mean * Math.log(1 - random.unit());
}

/** A Poisson number; for means up to a few hundred. */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.unit(); product > limit; product *= random.unit()) count++;
  return count;
}

/** A gamma number (Marsaglia–Tsang, with the boost for shapes under 1). */
export function gamma(random: Random, shape: number, scale: number): number {
  if (shape < 1) return gamma(random, shape + 1, scale) * Math.pow(1 - random.unit(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = Math.pow(1 + c * x, 3);
    if (v > 0 && Math.log(1 - random.unit()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v * scale;
  }
}

/** A negative binomial number: Poisson with a gamma mean. Small `dispersion` means a long tail. */
export function negativeBinomial(random: Random, mean: number, dispersion: number): number {
  return poisson(random, gamma(random, dispersion, mean / dispersion));
}

/** A whole number ≥ 1 with P(n) ∝ n^−exponent, cut at `most` (a Zipf tail, by inversion of the continuous law). */
export function zipf(random: Random, exponent: number, most: number): number {
  const power = 1 - exponent;
  const top = Math.pow(most + 1, power) - 1;
  return Math.min(most, Math.floor(Math.pow(1 + random.unit() * top, 1 / power)));
}

/** A choice by weights that add up to 1: the first entry whose cumulative share exceeds `at` in [0, 1). */
export function share<Value>(at: number, entries: readonly (readonly [Value, number])[]): Value {
  let reached = 0;
  for (const [value, weight] of entries) {
    reached += weight;
    if (at < reached) return value;
  }
  return (entries[entries.length - 1] as readonly [Value, number])[0];
}

/** Piecewise linear through (x, y) points with ascending x: used as a quantile function. */
export function interpolate(at: number, points: readonly (readonly [number, number])[]): number {
  for (let next = 1; next < points.length; next++) {
    const [x1, y1] = points[next] as readonly [number, number];
    if (at > x1 && next < points.length - 1) continue;
    const [x0, y0] = points[next - 1] as readonly [number, number];
    return y0 + ((at - x0) / (x1 - x0)) * (y1 - y0);
  }
  return points[0]?.[1] ?? 0;
}
