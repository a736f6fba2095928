/** Everything that betrays whose data a text holds: canaries, ids of rows, cursors made of them, CPR numbers, birth dates. */
import { canariesIn, type Tag } from './canaryToken.js';

/** What is known to betray whom. */
export interface Marks {
  readonly citizenIds: readonly string[];
  indexOf(citizenId: string): number;
  /** An id counts for each of several tags, whichever field may have shown it: a relation has the id of its row. */
  addId(id: string, tags: readonly Tag[]): void;
  addValue(value: string, tag: Tag): void;
  /** Every mark in a text with the tags any of which may show it. */
  find(text: string): Map<string, readonly Tag[]>;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const CURSOR = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{48}(?![A-Za-z0-9_-])/g;
const VALUE = /(?<!\d)\d{10}(?!\d)|19\d\d-\d\d-\d\d/g;

/** Nothing is known yet but the citizens. */
export function createMarks(citizenIds: readonly string[]): Marks {
  const places = new Map(citizenIds.map((id, index) => [id, index]));
  const ids = new Map<string, readonly Tag[]>();
  const values = new Map<string, Tag>();
  const known = (text: string, into: Map<string, readonly Tag[]>): void => {
    for (const [id] of text.matchAll(ID)) {
      const tags = ids.get(id);
      if (tags !== undefined) into.set(id, tags);
    }
  };
  return {
    citizenIds,
    indexOf(citizenId) {
      const index = places.get(citizenId);
      if (index === undefined) throw new Error('A row of a citizen whom nobody knows.');
      return index;
    },
    addId: (id, tags) => void ids.set(id, [...new Set([...(ids.get(id) ?? []), ...tags])]),
    addValue: (value, tag) => void values.set(value, tag),
    find(text) {
      const found = new Map<string, readonly Tag[]>();
      for (const [canary, tag] of canariesIn(text)) found.set(canary, [tag]);
      known(text, found);
      for (const [cursor] of text.matchAll(CURSOR)) known(Buffer.from(cursor, 'base64url').toString('latin1'), found);
      for (const [value] of text.matchAll(VALUE)) {
        const tag = values.get(value);
        if (tag !== undefined) found.set(value, [tag]);
      }
      return found;
    },
  };
}
