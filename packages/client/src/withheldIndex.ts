/** Withheld entries by where they stand, made once per answer: a table of thousands of cells asks for each of them. */
import type { Withheld } from './answer.js';
import type { Path } from './path.js';

/** Finds entries without looking at all of them. */
export interface WithheldIndex {
  /** The entry at this place, or at the nearest place above it. */
  atOrAbove(path: Path): Withheld | undefined;
  /** Some entry below this place. */
  below(path: Path): Withheld | undefined;
}

const indexes = /* @__PURE__ */ new WeakMap<readonly Withheld[], WithheldIndex>();

/** The index of a list of entries; the list must not change afterwards. */
export function withheldIndex(entries: readonly Withheld[]): WithheldIndex {
  let index = indexes.get(entries);
  if (!index) indexes.set(entries, (index = createIndex(entries)));
  return index;
}

function createIndex(entries: readonly Withheld[]): WithheldIndex {
  const at = new Map<string, Withheld>();
  const below = new Map<string, Withheld>();
  for (const entry of entries) {
    at.set(keyOf(entry.path), entry);
    for (let length = 0; length < entry.path.length; length += 1) below.set(keyOf(entry.path.slice(0, length)), entry);
  }
  return {
    atOrAbove(path) {
      for (let length = path.length; length >= 0; length -= 1) {
        const entry = at.get(keyOf(path.slice(0, length)));
        if (entry) return entry;
      }
      return undefined;
    },
    below: (path) => below.get(keyOf(path)),
  };
}

/** Names of GraphQL hold no dot and begin with no digit, so no two places share a key. */
const keyOf = (path: Path): string => path.join('.');
