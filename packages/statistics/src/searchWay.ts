/** The cheapest way through a table's network: over cells that are left out, and at a price over such as could be. */
import { leafArcs, type FlowTable, type Step } from './flowTable.js';

/** What a search may use. */
export interface SearchLimits {
  /** The arc that has to change; the way goes around it. */
  readonly around: number;
  /** Cells that lose must be able to lose this many. */
  readonly units: number;
  /** May cells be used that are still shown, each for the price of one? */
  readonly mayHide: boolean;
}

/**
 * Finds a way by breadth first with prices 0 and 1.
 * @param losable what each cell of a row can still lose; a region can lose what its rows can
 * @returns the steps in order, or null
 */
export function searchWay(
  table: FlowTable,
  steps: readonly (readonly Step[])[],
  losable: Int32Array,
  from: number,
  to: number,
  { around, units, mayHide }: SearchLimits,
): readonly Step[] | null {
  const leaves = leafArcs(table);
  const price = new Int32Array(steps.length).fill(-1);
  const arrivedBy: ({ readonly step: Step; readonly before: number } | undefined)[] = [];
  const isDone = new Uint8Array(steps.length);
  price[from] = 0;
  // Two lists instead of a deque: those of this price, and those that cost one more.
  let now = [from];
  let next: number[] = [];
  while (now.length > 0) {
    for (let place = 0; place < now.length; place++) {
      const node = now[place]!;
      if (isDone[node] === 1) continue;
      isDone[node] = 1;
      if (node === to) return wayBack(arrivedBy, from, to);
      for (const step of steps[node]!) {
        const { arc, to: neighbour, gains } = step;
        if (arc === around || isDone[neighbour] === 1) continue;
        if (!gains && arc < leaves && losable[arc]! < units) continue;
        const isHidden = table.hidden[arc] === 1;
        if (!isHidden && (!mayHide || (arc >= leaves && table.regions === 1))) continue;
        const cost = price[node]! + (isHidden ? 0 : 1);
        if (price[neighbour]! >= 0 && price[neighbour]! <= cost) continue;
        price[neighbour] = cost;
        arrivedBy[neighbour] = { step, before: node };
        (isHidden ? now : next).push(neighbour);
      }
    }
    [now, next] = [next, []];
  }
  return null;
}

function wayBack(
  arrivedBy: readonly ({ readonly step: Step; readonly before: number } | undefined)[],
  from: number,
  to: number,
): readonly Step[] {
  const way: Step[] = [];
  for (let node = to; node !== from;) {
    const { step, before } = arrivedBy[node]!;
    way.push(step);
    node = before;
  }
  return way.reverse();
}
