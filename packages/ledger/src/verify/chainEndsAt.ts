/** The ends of all chains that a checkpoint signed, to be kept with it: with them, a rollback is named event by event. */
import { type ChainEnd, readLeaf } from '../checkpoint/chainEnd.js';
import type { Runner } from '../runner.js';
import { forEachEnd } from './verifyEnds.js';

/** In the order of citizen ids, about 100 bytes of memory each. Run as the owner. */
export async function chainEndsAt(runner: Runner, number: number): Promise<ChainEnd[]> {
  const ends: ChainEnd[] = [];
  await forEachEnd(runner, number, (leaf) => ends.push(readLeaf(Buffer.from(leaf))));
  return ends;
}
