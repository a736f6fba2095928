/**
 * A table of areas and values as a network: what is left out are the arcs whose flow can change, and a way around in
 * it is another table that looks the same to everybody outside (Cox 1980, 1995).
 *
 * Nodes are the columns, each region in each column, and the rows. Arc (column → region in column) carries the
 * region's count, arc (region in column → row) the row's. Row totals and column totals never change. Slices are
 * copies of the network side by side: parts of each count that move on their own.
 */
export interface FlowTable {
  readonly columns: number;
  readonly regions: number;
  /** The region of each row. */
  readonly regionOf: readonly number[];
  /** By slice, then row × columns + column: how many units the cell can lose. */
  readonly slices: readonly Int32Array[];
  /** 1 where a cell is left out: rows × columns of them, then regions × columns. Grows only. */
  readonly hidden: Uint8Array;
}

/** The arcs into and out of each node, as the search walks them; by number, so that walking allocates nothing. */
export interface Network {
  /** Where the steps of a node begin; the last entry is where those of the last node end. */
  readonly first: Int32Array;
  /** By step: the arc. */
  readonly arc: Int32Array;
  /** By step: the node that it leads to. */
  readonly to: Int32Array;
  /** By step: 1 with the arc (the cell gains), 0 against it (the cell loses). */
  readonly gains: Uint8Array;
}

/** The number of cells of rows: arcs from here on are those of regions. */
export const leafArcs = ({ columns, regionOf }: FlowTable): number => columns * regionOf.length;

/** Where an arc begins and ends. */
export function endsOf(table: FlowTable, arc: number): readonly [number, number] {
  const { columns, regions, regionOf } = table;
  const leaves = leafArcs(table);
  const column = arc % columns;
  const inRegion = (region: number): number => columns + region * columns + column;
  if (arc >= leaves) return [column, inRegion(Math.floor((arc - leaves) / columns))];
  const row = Math.floor(arc / columns);
  return [inRegion(regionOf[row]!), columns + regions * columns + row];
}

/** The steps of every node, in a fixed order: neither depends on any count. */
export function networkOf(table: FlowTable): Network {
  const nodes = table.columns * (1 + table.regions) + table.regionOf.length;
  const arcs = table.hidden.length;
  const ends = Array.from({ length: arcs }, (_, arc) => endsOf(table, arc));
  const first = new Int32Array(nodes + 1);
  for (const [from, to] of ends) {
    first[from + 1]!++;
    first[to + 1]!++;
  }
  for (let node = 0; node < nodes; node++) first[node + 1]! += first[node]!;
  const free = first.slice();
  const network = {
    first,
    arc: new Int32Array(2 * arcs),
    to: new Int32Array(2 * arcs),
    gains: new Uint8Array(2 * arcs),
  };
  const add = (node: number, arc: number, to: number, gains: 0 | 1): void => {
    const step = free[node]!++;
    network.arc[step] = arc;
    network.to[step] = to;
    network.gains[step] = gains;
  };
  ends.forEach(([from, to], arc) => {
    add(from, arc, to, 1);
    add(to, arc, from, 0);
  });
  return network;
}
