/**
 * A value whose own total is unsafe is never shown, in any table, and neither is at least one other value of its line:
 * together they are a pool of five people or more, and from outside every one of its members could be all of it.
 */
import { isSafe, LEAST_PEOPLE, merge, type Tally } from './safety.js';

/**
 * The values of one line (municipalities of a region, age groups) in groups: each safe value alone, then the pool, if
 * one is needed. The smallest safe values join it until it is safe itself.
 * @param whole the line's total, itself safe
 * @param least the fewest people that are enough
 * @returns indexes; the order of the line is kept
 */
export function poolOf(line: readonly Tally[], whole: Tally, least = LEAST_PEOPLE): readonly (readonly number[])[] {
  const indexes = line.map((_, index) => index);
  const pool = new Set(indexes.filter((index) => !isSafe(line[index]!, least)));
  const bySize = indexes
    .filter((index) => !pool.has(index))
    .sort((one, other) => line[one]!.people - line[other]!.people || one - other);
  const isEnough = (): boolean => pool.size > 1 && isSafe(merge(membersOf(true), membersOf(false), whole), least);
  const membersOf = (inside: boolean): Tally[] => line.filter((_, index) => pool.has(index) === inside);
  if (pool.size > 0) for (const next of bySize) if (!isEnough()) pool.add(next);
  const alone = indexes.filter((index) => !pool.has(index)).map((index) => [index]);
  return pool.size === 0 ? alone : [...alone, [...pool].sort((one, other) => one - other)];
}
