import { DATA_CATEGORIES, type DataCategory } from './category.js';

/** Sets of categories, and their form on the wire: a bit per category (its index in DATA_CATEGORIES), in hexadecimal. */
export type CategorySet = ReadonlySet<DataCategory>;

/** Every category. */
export const ALL_CATEGORIES: CategorySet = new Set(DATA_CATEGORIES);

const CANONICAL = /^(?:0|[1-9a-f][0-9a-f]{0,31})$/;

const PLACES: ReadonlyMap<unknown, number> = new Map(DATA_CATEGORIES.map((category, place) => [category, place]));

/** Lower-case hexadecimal without leading zeros, `0` for none. Throws RangeError for what is not a category. */
export function encodeCategories(categories: Iterable<DataCategory>): string {
  /** Four categories each, the first ones first. */
  const digits: number[] = [0];
  for (const category of categories) {
    const place = PLACES.get(category);
    if (place === undefined) throw new RangeError('Not a data category');
    const digit = place >> 2;
    while (digits.length <= digit) digits.push(0);
    digits[digit]! |= 1 << (place & 3);
  }
  return digits
    .map((digit) => digit.toString(16))
    .reverse()
    .join('');
}

/** Most grants say the same of all their citizens, and the next grant says it again. Bounded: anybody may send a set. */
const MOST_SETS = 256;
const decoded = new Map<string, CategorySet>();

/**
 * The set that {@link encodeCategories} wrote, shared by all who decode the same. Throws RangeError for anything else,
 * including bits of categories that are not known here: the caller must refuse, never read it as "nothing asked" or "no
 * consent needed". INVARIANT I-4
 */
export function decodeCategories(hex: string): CategorySet {
  const known = decoded.get(hex);
  if (known) return known;
  const set = decode(hex);
  if (decoded.size >= MOST_SETS) decoded.clear();
  decoded.set(hex, set);
  return set;
}

function decode(hex: string): CategorySet {
  if (typeof hex !== 'string' || !CANONICAL.test(hex)) throw new RangeError('Not a set of data categories');
  const set = new Set<DataCategory>();
  for (let digit = 0; digit < hex.length; digit += 1) {
    const bits = Number.parseInt(hex[hex.length - 1 - digit]!, 16);
    for (let bit = 0; bit < 4; bit += 1) {
      if (((bits >> bit) & 1) === 0) continue;
      const category = DATA_CATEGORIES[digit * 4 + bit];
      if (category === undefined) throw new RangeError('Unknown data categories');
      set.add(category);
    }
  }
  return set;
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
