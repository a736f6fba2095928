/**
 * Which of the entities at a place of the response a representation stands for. Apollo's gateway leaves entities out of
 * a fetch (other type, requirement missing) but counts error paths as if it had not: without this, what is withheld of
 * one citizen would be reported at another.
 */
import type { Representation } from './distinctRepresentations.js';

/** The response of one request as far as it is known, seen through the objects that Apollo's gateway merges into. */
export interface MergedView {
  /** Takes in the data of a root fetch, in the order in which the gateway will. */
  absorb(data: Readonly<Record<string, unknown>>): void;
  /** For each representation, the index of its entity among those at `path`; the representation's own where unknown. */
  indicesOf(path: readonly (string | number)[], representations: readonly Representation[]): readonly number[];
}

/** A view for one request. */
export function createMergedView(): MergedView {
  const root = Object.create(null) as Record<string, unknown>;
  return {
    absorb(data) {
      for (const [key, value] of Object.entries(data)) {
        const known = root[key];
        const replaced = Array.isArray(known) && Array.isArray(value) && known.length !== value.length;
        if (known === undefined || known === null || replaced) root[key] = value;
      }
    },
    indicesOf(path, representations) {
      const entities = entitiesAt(root, path);
      const found = walk(entities, representations, true) ?? walk(entities, representations, false);
      return found ?? representations.map((_, own) => own);
    },
  };
}

function entitiesAt(data: unknown, path: readonly (string | number)[]): unknown[] {
  if (data === null || data === undefined) return [];
  const [head, ...rest] = path;
  if (Array.isArray(data)) return data.flatMap((item) => entitiesAt(item, head === '@' ? rest : path));
  if (head === undefined) return [data];
  return typeof data === 'object' && Object.hasOwn(data, head) ? entitiesAt(Reflect.get(data, head), rest) : [];
}

/** Both lists are in the same order and the second lacks some of the first: one walk finds them all, or does not apply. */
function walk(entities: readonly unknown[], representations: readonly Representation[], byType: boolean) {
  let next = 0;
  const indices: number[] = [];
  for (const representation of representations) {
    while (next < entities.length && !matches(entities[next], representation, byType)) next += 1;
    if (next === entities.length) return undefined;
    indices.push(next);
    next += 1;
  }
  return indices;
}

/**
 * Whether an entity holds all that a representation says. The planner may have rewritten the type name to that of an
 * interface (`byType` false then); `null` stands for anything that could not be selected from in full.
 */
function matches(entity: unknown, representation: unknown, byType: boolean): boolean {
  if (representation === null) return entity === null || typeof entity === 'object';
  if (typeof representation !== 'object') return entity === representation;
  if (typeof entity !== 'object' || entity === null) return false;
  return Object.entries(representation as object).every(([key, value]) => {
    if (key === '__typename' && !byType) return true;
    return Object.hasOwn(entity, key) && matches(Reflect.get(entity, key), value, byType);
  });
}
