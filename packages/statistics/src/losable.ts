/** How many units a finest cell can lose in another world that nobody outside can tell from this one. */
import type { Sum } from './measure.js';
import type { Tally } from './safety.js';
import type { SumGroups } from './sumGroups.js';

/**
 * Counted in people, each taken to have one unit in the cell: there are at least as many units.
 * When sums are published too, every unit that moves takes the least with it that one can have, so that neither counts
 * nor sums change outside; the cell must stay possible: someone left to have the rest, and not more than they can.
 * @param sums those that are published beside the count
 */
function losableOf({ count, people, sums }: Tally, published: readonly Sum[]): number {
  if (published.length === 0 || people === 0) return people;
  const isBare = count === people && published.every(({ least }, n) => sums[n] === least * count);
  const rooms = published.map(({ least, most }, n) =>
    most === Infinity || most === least ? people : Math.floor((most * count - sums[n]!) / (most - least)),
  );
  return Math.max(0, Math.min(isBare ? people : people - 1, ...rooms));
}

/**
 * The same for every municipality. Where sums are told of several together, it is they together who must keep somebody
 * to have the rest: what has to stay is spread by size, and small ones may lose everything.
 * @param at a finest cell by municipality
 * @returns by municipality
 */
export function losableByArea(
  groups: SumGroups,
  at: (municipality: number) => Tally,
  published: readonly Sum[],
): Int32Array {
  const losable = new Int32Array(groups.reduce((most, group) => Math.max(most, ...group), -1) + 1);
  for (const group of groups) {
    const whole = addUp(group.map(at));
    const stay = whole.people - losableOf(whole, published);
    let [seen, stayed] = [0, 0];
    for (const municipality of group) {
      const { people } = at(municipality);
      seen += people;
      const stays = seen === 0 ? 0 : Math.floor((stay * seen) / whole.people) - stayed;
      stayed += stays;
      losable[municipality] = people - stays;
    }
  }
  return losable;
}

/** Cells as one, people counted once in each. */
export function addUp(tallies: readonly Tally[]): Tally {
  const [first, ...more] = tallies;
  return more.reduce(
    (sum, { count, people, sums }) => ({
      count: sum.count + count,
      people: sum.people + people,
      sums: sum.sums.map((each, n) => each + sums[n]!),
      largest: sum.largest,
    }),
    first!,
  );
}
