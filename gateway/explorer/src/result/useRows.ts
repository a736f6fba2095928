/** The table of an answer, and which of its lists gives the rows. */
import { useMemo, useState } from 'react';
import type { AbsenceAt } from '../rows/absences.js';
import type { Json } from '../rows/json.js';
import { likeliestRows, rowListsOf, type RowList } from '../rows/rowLists.js';
import { tableOf, type Table } from '../rows/tableOf.js';

/** What table and chart share. */
export interface Rows {
  readonly table: Table;
  readonly lists: readonly RowList[];
  /** The list that gives the rows, by its path; '' is the answer as one row. */
  readonly chosen: string;
  choose(list: string): void;
}

/** The rows of an answer's data. */
export function useRows(data: Json, absenceAt: AbsenceAt): Rows {
  const lists = useMemo(() => rowListsOf(data), [data]);
  const [wanted, choose] = useState<string>();
  const byName = (name: string | undefined) => lists.find(({ path }) => path.join('.') === name);
  const list = wanted === '' ? undefined : (byName(wanted) ?? likeliestRows(lists));
  const table = useMemo(() => tableOf(data, list?.path, absenceAt), [absenceAt, data, list]);
  return { table, lists, chosen: list?.path.join('.') ?? '', choose };
}
