/** Leaves out what is not needed: halves, quarters, and so on down to one by one, until nothing more can go. */

/** The fewest items that were found with which it still fails, in their order. `fails`: asked about ever fewer items. */
export async function cutDown<T>(
  items: readonly T[],
  fails: (fewer: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let current = items;
  for (let size = Math.ceil(items.length / 2); current.length > 0; size = Math.ceil(size / 2)) {
    let isFewer = false;
    for (let from = 0; from < current.length;) {
      const rest = current.toSpliced(from, size);
      if (await fails(rest)) [current, isFewer] = [rest, true];
      else from += size;
    }
    if (size === 1 && !isFewer) break;
  }
  return current;
}
