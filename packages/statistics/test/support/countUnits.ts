/** Counts units as a database would: every table of the measure, from one list. */
import { countedTables, textOfKey, type CellKey, type CountedCell, type Measure } from '@sammen/statistics';

/** One admission, meeting or citizen. */
export interface Unit {
  /** Its municipality, region and value of each dimension. */
  readonly values: CellKey;
  /** Whose it is; without one, it is the only one of its citizen. */
  readonly citizen?: number;
  readonly sums?: Readonly<Record<string, number>>;
}

/** Cells in which nobody is are left out. */
export function countUnits(measure: Measure, units: readonly Unit[]): CountedCell[] {
  const cells = new Map<
    string,
    { key: CellKey; count: number; people: Set<number | Unit>; sums: Record<string, number> }
  >();
  for (const { names } of countedTables(measure))
    for (const unit of units) {
      const key = Object.fromEntries(names.map((name) => [name, unit.values[name]!]));
      const text = textOfKey(key);
      const cell = cells.get(text) ?? { key, count: 0, people: new Set(), sums: {} };
      cells.set(text, cell);
      cell.count++;
      cell.people.add(unit.citizen ?? unit);
      for (const { name } of measure.sums) cell.sums[name] = (cell.sums[name] ?? 0) + (unit.sums?.[name] ?? 0);
    }
  return [...cells.values()].map((cell) => ({ ...cell, people: cell.people.size }));
}
