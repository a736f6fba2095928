/** The first 220 are few, so their shares are exact: each topic deals 220 strata to them in an order shuffled by seed. */
import { keyOf } from './identifiers.js';
import { streamOf, topic } from './random.js';

const SIZE = 220;
const ORDER = topic('stratified order');
const orders = new Map<string, Uint8Array>();

/** A point in [0, 1) for citizen `index` < 220: over all 220, every stratum of 1/220 is hit exactly once per topic. */
export function stratifiedPoint(seed: number, name: string, index: number): number {
  const id = `${seed}:${name}`;
  let order = orders.get(id);
  if (order === undefined) {
    const random = streamOf(keyOf(`stratified:${id}`), ORDER);
    order = Uint8Array.from(
      random.sample(
        Array.from({ length: SIZE }, (_, at) => at),
        SIZE,
      ),
    );
    orders.set(id, order);
  }
  return ((order[index] as number) + 0.5) / SIZE;
}
