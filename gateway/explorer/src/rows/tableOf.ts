/**
 * An answer as a table. One list gives the rows; what stands above it is repeated in each of its rows, and whoever has no
 * item in it keeps a row, so that nobody drops out of a count. Other lists do not multiply rows: they are joined or counted.
 */
import type { Absence, AbsenceAt } from './absences.js';
import { columnLabels } from './columnLabels.js';
import { isList, isObject, isObjectList, type Json, type JsonObject, type Path } from './json.js';

/** One cell; `absence` says why there is no value, and undefined beside null that nothing is recorded. */
export interface Cell {
  readonly value: string | number | boolean | null;
  readonly absence?: Absence;
}

/** A column: its place from the top, and a short name that no other column has. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly isNumeric: boolean;
}

/** Every row has a cell for every column. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

type Cells = Map<string, Cell>;
const EMPTY: Cell = { value: null };

/** The table whose rows are the items of the list at `rowPath`; without one, the answer is a single row. */
export function tableOf(data: Json, rowPath: readonly string[] | undefined, absenceAt: AbsenceAt): Table {
  const found: Cells[] = [];
  const path = rowPath ?? [];

  function descend(
    value: Json | undefined,
    rest: readonly string[],
    names: readonly string[],
    at: Path,
    above: Cells,
  ): void {
    if (isList(value)) {
      const items = value.flatMap((item, place) => (isObject(item) ? [{ item, place }] : []));
      if (items.length === 0) return void found.push(above);
      for (const { item, place } of items) descend(item, rest, names, [...at, place], above);
    } else if (isObject(value)) {
      const own = new Map(above);
      const [next, ...later] = rest;
      collect(value, names, at, own, next === undefined ? undefined : [next, ...later]);
      if (next === undefined) found.push(own);
      else descend(value[next], later, [...names, next], [...at, next], own);
    } else {
      found.push(withAbsence(above, names, at));
    }
  }

  /** Everything of an object that fits one row; `branch` leads to the rows and is left to them. */
  function collect(
    object: JsonObject,
    names: readonly string[],
    at: Path,
    into: Cells,
    branch?: readonly string[],
  ): void {
    for (const [field, value] of Object.entries(object)) {
      if (field === branch?.[0]) continue;
      const name = [...names, field];
      if (isObject(value)) collect(value, name, [...at, field], into);
      else into.set(name.join('.'), cellOf(value, [...at, field]));
    }
  }

  function cellOf(value: Json | undefined, at: Path): Cell {
    if (isObjectList(value)) return { value: joined(value) ?? value.length };
    if (isList(value)) return value.length === 0 ? EMPTY : { value: value.map(String).join('; ') };
    if (value !== null && value !== undefined) return { value: value as string | number | boolean };
    const absence = absenceAt(at);
    return absence === undefined ? EMPTY : { value: null, absence };
  }

  function withAbsence(above: Cells, names: readonly string[], at: Path): Cells {
    return new Map(above).set(names.join('.'), cellOf(null, at));
  }

  descend(data, path, [], [], new Map());
  return layOut(found, path);
}

/** Objects with one field each are read as a list of its values; others can only be counted. */
function joined(items: readonly (JsonObject | null)[]): string | undefined {
  const values = items.map((item) => (item === null ? [] : Object.values(item)));
  const isSingle = values.every((fields) => fields.length === 1 && !isObject(fields[0]) && !isList(fields[0]));
  return isSingle ? values.map(([value]) => String(value ?? '')).join('; ') : undefined;
}

/**
 * The rows' own columns first, then what is repeated, each in the order in which they are met; an object that is null in
 * some rows has no column of its own.
 */
function layOut(found: readonly Cells[], rowPath: readonly string[]): Table {
  const keys = [...new Set(found.flatMap((cells) => [...cells.keys()]))];
  const parents = keys.filter((key) => keys.some((other) => other.startsWith(`${key}.`)));
  const isOwn = (key: string): boolean => key.startsWith(`${rowPath.join('.')}.`);
  const all = keys.filter((key) => !parents.includes(key));
  const shown = [...all.filter(isOwn), ...all.filter((key) => !isOwn(key))];
  const parentOf = new Map(shown.map((key) => [key, parents.findLast((parent) => key.startsWith(`${parent}.`))]));
  const rows = found.map((cells) =>
    shown.map(
      (key) => cells.get(key) ?? (parentOf.get(key) === undefined ? EMPTY : (cells.get(parentOf.get(key)!) ?? EMPTY)),
    ),
  );
  const labels = columnLabels(shown, rowPath);
  const columns = shown.map((key, index) => ({
    key,
    label: labels[index]!,
    isNumeric:
      rows.some((row) => typeof row[index]!.value === 'number') && rows.every((row) => isNumberOrNull(row[index]!)),
  }));
  return { columns, rows };
}

const isNumberOrNull = ({ value }: Cell): boolean => value === null || typeof value === 'number';
