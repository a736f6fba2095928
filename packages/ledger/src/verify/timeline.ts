/** When which positions were signed: places every event between two checkpoints, in a few bytes per checkpoint. */

/** The moments at which the whole ledger was signed, in order. */
export interface Timeline {
  /** @param atUs microseconds since 1970 */
  add(number: number, position: number, atUs: number): void;
  /** The first checkpoint that has to hold an event at this position; null when it is younger than all. */
  checkpointOf(position: number): number | null;
  /** Whether a checkpoint of that number is there. */
  has(number: number): boolean;
  /** Between which moments an event at this position was written; null where nothing bounds it. */
  boundsOf(position: number): { readonly from: number | null; readonly to: number | null };
}

/** An empty timeline. */
export function createTimeline(): Timeline {
  const [numbers, positions, times]: [number[], number[], number[]] = [[], [], []];
  const indexOf = (position: number): number => firstAtLeast(positions, position);
  return {
    add(number, position, atUs) {
      numbers.push(number);
      positions.push(position);
      times.push(atUs);
    },
    checkpointOf: (position) => numbers[indexOf(position)] ?? null,
    has: (number) => numbers[firstAtLeast(numbers, number)] === number,
    boundsOf(position) {
      const index = indexOf(position);
      return { from: times[index - 1] ?? null, to: times[index] ?? null };
    },
  };
}

function firstAtLeast(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
