/** How many units a finest cell can lose in another world that nobody outside can tell from this one. */
import type { Sum } from './measure.js';
import type { Tally } from './safety.js';

/**
 * Counted in people, each taken to have one unit in the cell: there are at least as many units.
 * When sums are published too, every unit that moves takes the least with it that one can have, so that neither counts
 * nor sums change outside; the cell must stay possible: someone left to have the rest, and not more than they can.
 * @param sums those that are published beside the count
 */
export function losableOf({ count, people, sums }: Tally, published: readonly Sum[]): number {
  if (published.length === 0 || people === 0) return people;
  const isBare = count === people && published.every(({ least }, n) => sums[n] === least * count);
  const rooms = published.map(({ least, most }, n) =>
    most === Infinity || most === least ? people : Math.floor((most * count - sums[n]!) / (most - least)),
  );
  return Math.max(0, Math.min(isBare ? people : people - 1, ...rooms));
}
