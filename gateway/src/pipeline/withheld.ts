/**
 * What subgraphs withheld becomes one list, `extensions.consent.withheld`, sorted by path and without duplicates; it is
 * no error. Only errors that the data source made count: a subgraph cannot smuggle one in.
 */
import { markOf, type Path, type Withheld } from '../execution/marks.js';
import { responsePath } from './responsePath.js';
import type { Stage } from './stage.js';

interface Entry extends Withheld {
  readonly path: Path;
}

/** Moves withheld fields from `errors` to `extensions`. */
export function withheld(): Stage {
  return {
    name: 'withheld',
    onResult(result, state, { document }) {
      const entries = new Map<string, Entry>();
      const errors = (result.errors ?? []).filter((error) => {
        const mark = markOf(error);
        if (mark?.kind !== 'WITHHELD') return true;
        const { coordinate, category, state: why, nextStep } = mark.withheld;
        const path = responsePath(error.path ?? [], document);
        if (!isAskedFor(result.data, path)) return false;
        const entry: Entry = { path, coordinate, category, state: why, nextStep };
        entries.set(JSON.stringify(entry), entry);
        return false;
      });
      // An answer without data says nothing about consent; one with data always does, if only that nothing was withheld.
      if (result.data == null && entries.size === 0) return result;
      state.counts.withheld = entries.size;
      const sorted = [...entries.values()].sort(byPath);
      const extensions = { ...result.extensions, consent: { withheld: sorted } };
      const { errors: _all, ...rest } = result;
      return { ...rest, extensions, ...(errors.length > 0 ? { errors } : {}) };
    },
  };
}

/** A plan also fetches what a field of another subgraph requires; what the client did not select is not its business. */
function isAskedFor(data: unknown, path: Path): boolean {
  let at = data;
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return true;
    if (!Object.hasOwn(at, part)) return false;
    at = Reflect.get(at, part);
  }
  return true;
}

/** Part by part: indices as numbers, names as text, a shorter path first. */
function byPath({ path: a, ...one }: Entry, { path: b, ...other }: Entry): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const order = compare(a[index]!, b[index]!);
    if (order !== 0) return order;
  }
  return a.length - b.length || compare(JSON.stringify(one), JSON.stringify(other));
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}
