/** What is worked out from published cells, and from nothing else: where one of them is not told, the result is not. */
import type { PublishedCell } from './cells.js';

/** A sum per unit, such as bed days per stay; null where the cell is not told or empty. */
export function averageOf({ count, sums }: PublishedCell, sum: string): number | null {
  const total = sums[sum] ?? null;
  return count === null || count === 0 || total === null ? null : total / count;
}

/**
 * Units per so many inhabitants.
 * @param inhabitants a public figure about the same area, never one that was counted here
 */
export function rateOf({ count }: PublishedCell, inhabitants: number, per = 1000): number | null {
  return count === null || inhabitants <= 0 ? null : (count / inhabitants) * per;
}

/**
 * What part of a whole a cell is. Both must be of one measure: parts are values of a dimension, so that what is left
 * over is protected as well. Never divide counts of two measures of which one contains the other.
 */
export function shareOf(part: PublishedCell, whole: PublishedCell): number | null {
  return part.count === null || whole.count === null || whole.count === 0 ? null : part.count / whole.count;
}
