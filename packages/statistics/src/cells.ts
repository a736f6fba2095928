/** A cell is named by what it holds fast: `{}` is everything, `{ region: '1083', age: '18-24' }` one table's cell. */

/** `region` or `municipality` (never needed both), and values of dimensions by name. What is absent is a total. */
export type CellKey = Readonly<Record<string, string>>;

/** What was counted for one cell, before anything is left out. Never leaves the process that counted. */
export interface CountedCell {
  readonly key: CellKey;
  /** Units: admissions, meetings. Adds up over every dimension and every level of area. */
  readonly count: number;
  /** Different citizens behind them. Does not add up: one citizen can be in several cells. */
  readonly people: number;
  /** By the measure's names of sums, each over all units of the cell; may be left out where the measure has none. */
  readonly sums?: Readonly<Record<string, number>>;
  /** The largest part that one citizen has of each sum, where it was counted. */
  readonly largest?: Readonly<Record<string, number>>;
}

/** What everybody may see of one cell. */
export interface PublishedCell {
  readonly key: CellKey;
  /** null: fewer than five people, or left out because another cell could be worked out from it. Which of both is not said. */
  readonly count: number | null;
  /** By name; null where the count is, and where sums would bound counts that are left out: a small area's, or all. */
  readonly sums: Readonly<Record<string, number | null>>;
}

/** All tables of one measure for one period, whole: no later question adds anything to it. */
export interface Publication {
  readonly measure: string;
  /** Every cell of every published table, in the order of {@link publishedTables}. */
  readonly cells: readonly PublishedCell[];
  /** Pairs of dimensions whose tables were left out altogether, because they could not be protected beside the others. */
  readonly withoutPairs: readonly (readonly [string, string])[];
}

/** The same text for the same cell, whatever the order of its names. */
export function textOfKey(key: CellKey): string {
  const names = Object.keys(key);
  if (names.length > 1) names.sort();
  const isLocal = key['municipality'] !== undefined;
  let text = '';
  // Every cell of every table comes through here, several times: no list is made on the way.
  for (const name of names) if (name !== 'region' || !isLocal) text += `${text === '' ? '' : '&'}${name}=${key[name]}`;
  return text;
}
