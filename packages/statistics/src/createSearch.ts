/** The cheapest way through a table's network: over cells that are left out, and at a price over such as could be. */
import { leafArcs, networkOf, type FlowTable, type Network } from './flowTable.js';

/** What a search may use. */
export interface SearchLimits {
  /** The arc that has to change; the way goes around it. */
  readonly around: number;
  /** Cells that lose must be able to lose this many. */
  readonly units: number;
  /** May cells be used that are still shown, each for the price of one? */
  readonly mayHide: boolean;
}

/** Finds ways through one table; what it remembers between two searches is only room for the next. */
export interface Search {
  readonly network: Network;
  /**
   * Finds a way by breadth first with prices 0 and 1.
   * @param losable what each cell of a row can still lose; a region can lose what its rows can
   * @returns the steps in order, by their numbers in the network, or null
   */
  find(losable: Int32Array, from: number, to: number, limits: SearchLimits): readonly number[] | null;
}

/** Makes a search. */
export function createSearch(table: FlowTable): Search {
  const network = networkOf(table);
  const { first, arc: arcOf, to: leadsTo, gains } = network;
  const { hidden } = table;
  const leaves = leafArcs(table);
  // The only region there is, is the country, which is always shown.
  const hideable = table.regions === 1 ? leaves : hidden.length;
  const nodes = first.length - 1;
  const price = new Int32Array(nodes);
  const isDone = new Uint8Array(nodes);
  const arrivedBy = new Int32Array(nodes);
  const arrivedFrom = new Int32Array(nodes);
  // Two lists instead of a deque: those of this price, and those that cost one more. A step is walked once at most.
  let now = new Int32Array(arcOf.length + 1);
  let next = new Int32Array(arcOf.length + 1);

  function find(
    losable: Int32Array,
    from: number,
    to: number,
    { around, units, mayHide }: SearchLimits,
  ): readonly number[] | null {
    price.fill(-1);
    isDone.fill(0);
    price[from] = 0;
    now[0] = from;
    for (let [waiting, later] = [1, 0]; waiting > 0; [waiting, later] = [later, 0]) {
      for (let place = 0; place < waiting; place++) {
        const node = now[place]!;
        if (isDone[node] === 1) continue;
        isDone[node] = 1;
        if (node === to) return wayBack(from, to);
        const own = price[node]!;
        for (let step = first[node]!, end = first[node + 1]!; step < end; step++) {
          const arc = arcOf[step]!;
          const neighbour = leadsTo[step]!;
          if (arc === around || isDone[neighbour] === 1) continue;
          if (arc < leaves && gains[step] === 0 && losable[arc]! < units) continue;
          const isHidden = hidden[arc] === 1;
          if (!isHidden && (!mayHide || arc >= hideable)) continue;
          const cost = isHidden ? own : own + 1;
          if (price[neighbour]! >= 0 && price[neighbour]! <= cost) continue;
          price[neighbour] = cost;
          arrivedBy[neighbour] = step;
          arrivedFrom[neighbour] = node;
          // Nothing that comes later is cheaper than what costs nothing more.
          if (isHidden && neighbour === to) return wayBack(from, to);
          if (isHidden) now[waiting++] = neighbour;
          else next[later++] = neighbour;
        }
      }
      [now, next] = [next, now];
    }
    return null;
  }

  function wayBack(from: number, to: number): readonly number[] {
    const way: number[] = [];
    for (let node = to; node !== from; node = arrivedFrom[node]!) way.push(arrivedBy[node]!);
    return way.reverse();
  }

  return { network, find };
}
