/** Several things at once, and never more than a few. */

/** Runs work over items, so many at a time; results in the order of the items. */
export async function inParallel<A, B>(
  items: readonly A[],
  concurrency: number,
  work: (item: A) => Promise<B>,
): Promise<B[]> {
  const results = Array.from<B>({ length: items.length });
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, lane));
  return results;
}
