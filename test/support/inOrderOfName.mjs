/** Test files run in the order of their names, the same on every machine: they share one system and its citizens. */
import Sequencer from '@jest/test-sequencer';

/** Jest's own order depends on how long each file took the last time. */
export default class InOrderOfName extends Sequencer {
  /** @param {import('@jest/test-result').Test[]} tests */
  sort(tests) {
    return [...tests].sort((one, other) => (one.path < other.path ? -1 : 1));
  }
}
