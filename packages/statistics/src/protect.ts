/**
 * Leaves out, beside the unsafe cells of a table, as many others as it takes until every cell that is left out could
 * be any of at least six values in a row, by all that is published. It does not guess: for each of them it walks
 * the ways by which the table can change unseen, and stops when they add up.
 */
import { createSearch, type Search } from './createSearch.js';
import { endsOf, leafArcs, type FlowTable } from './flowTable.js';
import { LEAST_WIDTH } from './safety.js';

/**
 * Grows `table.hidden` until every hidden cell is protected. A cell protected once stays so: more hidden cells only
 * make more ways. With all rows and columns of five or more and one slice there is always a way (docs/decisions/0029).
 * @returns false when even hiding every cell would not do
 */
export function protect(table: FlowTable): boolean {
  const search = createSearch(table);
  const queue: number[] = [];
  table.hidden.forEach((hidden, arc) => void (hidden === 1 && queue.push(arc)));
  for (let place = 0; place < queue.length; place++) {
    const arc = queue[place]!;
    while (widthOf(table, search, arc) < LEAST_WIDTH) {
      const more = cheapest(table, search, arc);
      if (more === null) return false;
      for (const each of more) table.hidden[each] = 1;
      queue.push(...more);
    }
  }
  return true;
}

/** How far a hidden cell can move, up and down together, over hidden cells alone; no further than is needed. */
function widthOf(table: FlowTable, search: Search, arc: number): number {
  let width = 0;
  for (const gains of [true, false])
    for (const slice of table.slices) {
      if (width >= LEAST_WIDTH) return width;
      const walk = beginWalk(table, search, slice, arc, gains);
      width += walk.push(LEAST_WIDTH - width);
      walk.undo();
    }
  return width;
}

/** The fewest further cells by which the cell could move at least one unit more. INVARIANT I-15 */
function cheapest(table: FlowTable, search: Search, arc: number): readonly number[] | null {
  // First such as bring all that is missing at once, then any.
  for (const units of [LEAST_WIDTH, 1]) {
    let best: readonly number[] | null = null;
    for (const gains of [true, false])
      for (const slice of table.slices) {
        const walk = beginWalk(table, search, slice, arc, gains);
        walk.push(LEAST_WIDTH);
        const way = walk.find(units, true);
        walk.undo();
        const added = way?.map((step) => search.network.arc[step]!).filter((each) => table.hidden[each] === 0);
        if (added !== undefined && added.length > 0 && (best === null || added.length < best.length)) best = added;
      }
    if (best !== null) return best;
  }
  return null;
}

/** Changes one slice along ways around an arc, and back again. */
function beginWalk(
  table: FlowTable,
  search: Search,
  losable: Int32Array,
  arc: number,
  gains: boolean,
): { find(units: number, mayHide: boolean): readonly number[] | null; push(most: number): number; undo(): void } {
  const leaves = leafArcs(table);
  const { arc: arcOf, gains: isGain } = search.network;
  const [tail, head] = endsOf(table, arc);
  const [from, to] = gains ? [head, tail] : [tail, head];
  const own = arc < leaves ? losable[arc]! : Infinity;
  const before = new Map<number, number>();
  let pushed = 0;

  const set = (each: number, value: number): void => {
    if (!before.has(each)) before.set(each, losable[each]!);
    losable[each] = value;
  };
  const find = (units: number, mayHide: boolean): readonly number[] | null =>
    !gains && own - pushed < units ? null : search.find(losable, from, to, { around: arc, units, mayHide });
  const push = (most: number): number => {
    while (pushed < most) {
      const way = find(1, false);
      if (way === null) break;
      const cells = way.filter((step) => arcOf[step]! < leaves);
      const lost = cells.filter((step) => isGain[step] === 0).map((step) => losable[arcOf[step]!]!);
      const units = Math.min(most - pushed, gains ? Infinity : own - pushed, ...lost);
      for (const step of cells) set(arcOf[step]!, losable[arcOf[step]!]! + (isGain[step] === 1 ? units : -units));
      pushed += units;
    }
    return pushed;
  };
  const undo = (): void => before.forEach((value, each) => void (losable[each] = value));
  return { find, push, undo };
}
