/** What is withheld, for a reader: one line for each field, however many items of a list it is withheld in. */
import type { Withheld } from '../ask/answer.js';
import type { Path } from '../rows/json.js';

/** One field that is withheld, at one or many places. */
export interface WithheldField extends Pick<Withheld, 'coordinate' | 'category' | 'state' | 'nextStep'> {
  /** Names of fields as asked, without places in lists. */
  readonly names: readonly string[];
  readonly paths: readonly Path[];
}

/** The fields in the order in which they are listed. */
export function groupWithheld(withheld: readonly Withheld[]): readonly WithheldField[] {
  const groups = new Map<string, { readonly first: Withheld; readonly paths: Path[] }>();
  for (const entry of withheld) {
    const key = [...namesOf(entry.path), entry.category, entry.state, entry.nextStep].join('\u0000');
    const group = groups.get(key) ?? { first: entry, paths: [] };
    groups.set(key, group);
    group.paths.push(entry.path);
  }
  return [...groups.values()].map(({ first: { path, coordinate, category, state, nextStep }, paths }) => ({
    coordinate,
    category,
    state,
    nextStep,
    names: namesOf(path),
    paths,
  }));
}

const namesOf = (path: Path): readonly string[] => path.filter((part) => typeof part === 'string');
