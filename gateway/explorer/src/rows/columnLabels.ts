/** Short names of columns that stay apart. */

/** What pages of lists are wrapped in says nothing to a reader. */
const WRAPPERS = new Set(['nodes', 'edges', 'node']);

const readable = (names: readonly string[]): string => names.filter((name) => !WRAPPERS.has(name)).join('.');

/** Names relative to the rows; where two would be the same, both are named from the top. */
export function columnLabels(keys: readonly string[], rowPath: readonly string[]): readonly string[] {
  const prefix = rowPath.length === 0 ? '' : `${rowPath.join('.')}.`;
  const short = keys.map(
    (key) => readable((key.startsWith(prefix) ? key.slice(prefix.length) : key).split('.')) || key,
  );
  const counts = new Map<string, number>();
  for (const label of short) counts.set(label, (counts.get(label) ?? 0) + 1);
  return short.map((label, index) => (counts.get(label) === 1 ? label : keys[index]!));
}
