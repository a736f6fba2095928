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

/** The arcs into and out of a node, as the search walks them. */
export interface Step {
  readonly arc: number;
  readonly to: number;
  /** True with the arc (the cell gains), false against it (the cell loses). */
  readonly gains: boolean;
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
export function stepsOf(table: FlowTable): readonly (readonly Step[])[] {
  const nodes = table.columns * (1 + table.regions) + table.regionOf.length;
  const steps: Step[][] = Array.from({ length: nodes }, () => []);
  for (let arc = 0; arc < table.hidden.length; arc++) {
    const [from, to] = endsOf(table, arc);
    steps[from]!.push({ arc, to, gains: true });
    steps[to]!.push({ arc, to: from, gains: false });
  }
  return steps;
}
