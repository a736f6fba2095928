/** What grants say, by category and effect. Grants of one request mostly say the same of every citizen, so it is read once. */
import { decodeCategories, minus, type CategorySet } from '@sammen/consent';

/** What a grant says of a citizen: asked and permitted categories, as they stand in it, separated by a blank. */
export type DecidedPair = string;

/** The two sides of a pair. */
export interface Effects {
  readonly permitted: CategorySet;
  readonly denied: CategorySet;
}

/** Far more than roles and purposes make; then it starts anew. */
const MOST_PAIRS = 2_000;
const known = new Map<DecidedPair, Effects>();

/** Reads a pair. A decision point that knows categories we do not know is not counted rather than wrongly. */
export function effectsOf(pair: DecidedPair): Effects {
  const found = known.get(pair);
  if (found) return found;
  const effects = read(pair);
  if (known.size === MOST_PAIRS) known.clear();
  known.set(pair, effects);
  return effects;
}

const NONE: Effects = { permitted: new Set(), denied: new Set() };

function read(pair: DecidedPair): Effects {
  const [asked = '', permits = ''] = pair.split(' ');
  try {
    const permitted = decodeCategories(permits);
    return { permitted, denied: minus(decodeCategories(asked), permitted) };
  } catch (error) {
    if (error instanceof RangeError) return NONE;
    throw error;
  }
}
