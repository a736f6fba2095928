import { DATA_CATEGORIES, type DataCategory } from './category.js';

/** Sets of categories, and their form on the wire: a bit per category (its index in DATA_CATEGORIES), in hexadecimal. */
export type CategorySet = ReadonlySet<DataCategory>;

/** Every category. */
export const ALL_CATEGORIES: CategorySet = new Set(DATA_CATEGORIES);

const CANONICAL = /^(?:0|[1-9a-f][0-9a-f]{0,31})$/;

/** Lower-case hexadecimal without leading zeros, `0` for none. Throws RangeError for what is not a category. */
export function encodeCategories(categories: Iterable<DataCategory>): string {
  let bits = 0n;
  for (const category of categories) {
    const index = DATA_CATEGORIES.indexOf(category);
    if (index < 0) throw new RangeError('Not a data category');
    bits |= 1n << BigInt(index);
  }
  return bits.toString(16);
}

/**
 * The set that {@link encodeCategories} wrote. Throws RangeError for anything else, including bits of categories that
 * are not known here: the caller must refuse, never read it as "nothing asked" or "no consent needed". INVARIANT I-4
 */
export function decodeCategories(hex: string): CategorySet {
  if (typeof hex !== 'string' || !CANONICAL.test(hex)) throw new RangeError('Not a set of data categories');
  const bits = BigInt(`0x${hex}`);
  if (bits >> BigInt(DATA_CATEGORIES.length) !== 0n) throw new RangeError('Unknown data categories');
  return new Set(DATA_CATEGORIES.filter((_, index) => (bits >> BigInt(index)) & 1n));
}

/** Whether a set holds a category. */
export function hasCategory(set: CategorySet, category: DataCategory): boolean {
  return set.has(category);
}

/** Everything in any of the sets. */
export function unionOf(...sets: readonly CategorySet[]): CategorySet {
  return new Set(sets.flatMap((set) => [...set]));
}

/** What is in the first set and not in the second. */
export function minus(set: CategorySet, left: CategorySet): CategorySet {
  return new Set([...set].filter((category) => !left.has(category)));
}
