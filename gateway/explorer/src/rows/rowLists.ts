/** Which lists of an answer can be the rows of a table. */
import { isList, isObject, type Json } from './json.js';

/** A list of objects, at one place of the answer or inside every item of another list. */
export interface RowList {
  /** Names of fields from the top; places in lists are left out. */
  readonly path: readonly string[];
  /** Items in all. */
  readonly count: number;
  /** How many lists it stands in. */
  readonly depth: number;
}

/** All lists of objects, in the order in which they are met. */
export function rowListsOf(data: Json): readonly RowList[] {
  const found = new Map<string, RowList>();
  const visit = (value: Json | undefined, path: readonly string[], depth: number): void => {
    if (isList(value)) {
      const objects = value.filter(isObject);
      if (objects.length === 0) return;
      const name = path.join('.');
      const known = found.get(name);
      found.set(name, { path, depth, count: (known?.count ?? 0) + objects.length });
      for (const item of objects) visit(item, path, depth + 1);
    } else if (isObject(value)) {
      for (const [field, inner] of Object.entries(value)) visit(inner, [...path, field], depth);
    }
  };
  visit(data, [], 0);
  return [...found.values()];
}

/** The one that most people mean: of the outermost lists the longest. Undefined when there is none: then the answer is one row. */
export function likeliestRows(lists: readonly RowList[]): RowList | undefined {
  const outermost = Math.min(...lists.map(({ depth }) => depth));
  return lists
    .filter(({ depth }) => depth === outermost)
    .toSorted((one, other) => other.count - one.count)
    .at(0);
}
