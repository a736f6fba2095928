/**
 * What subgraphs withheld becomes one list, `extensions.consent.withheld`, sorted by path and without duplicates; it is
 * no error.
 */
import type { Path, Withheld } from '../execution/faults.js';
import type { Stage } from './stage.js';

interface Entry extends Withheld {
  readonly path: Path;
}

/** Moves withheld fields from the faults to `extensions`. */
export function withheld(): Stage {
  return {
    name: 'withheld',
    onResult(outcome, state) {
      const entries = new Map<string, Entry>();
      const faults = outcome.faults.filter(({ path = [], fault }) => {
        if (fault.kind !== 'WITHHELD') return true;
        const { coordinate, category, state: why, nextStep } = fault.withheld;
        if (!isAskedFor(outcome.data, path)) return false;
        const entry: Entry = { path, coordinate, category, state: why, nextStep };
        const key = JSON.stringify(entry);
        if (!entries.has(key)) state.record.withheldBy[fault.by ?? 'subgraphs'] += 1;
        entries.set(key, entry);
        return false;
      });
      // An answer without data says nothing about consent; one with data always does, if only that nothing was withheld.
      if (outcome.data === null && entries.size === 0) return outcome;
      state.counts.withheld = entries.size;
      const sorted = [...entries.values()].sort(byPath);
      state.record.withheld = sorted;
      const { data, extensions } = outcome;
      return { data, faults, extensions: { consent: { withheld: sorted }, ...extensions } };
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
