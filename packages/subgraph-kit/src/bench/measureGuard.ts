/**
 * Measures what it costs to decide 5,000 guarded fields, in a process of its own: the same response with the guard and
 * without it, in turn. Prints milliseconds of processor time, round by round, as JSON.
 */
import { createGuardedResponse, GUARDED_LISTS, GUARDED_VALUES } from './guardedResponse.js';

const WARM_UP = 60;
const ROUNDS = 60;
/** Of each in a round: one response takes little longer than the clock of the processor ticks. */
const EACH = 5;

const { guarded, plain } = createGuardedResponse();

function cpuOf(respond: () => unknown): number {
  const before = process.cpuUsage();
  for (let at = 0; at < EACH; at += 1) respond();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / EACH;
}

for (let at = 0; at < WARM_UP; at += 1) {
  guarded();
  plain();
}
const rounds = { guarded: [] as number[], plain: [] as number[] };
for (let round = 0; round < ROUNDS; round += 1) {
  const first = round % 2 === 0;
  if (first) rounds.guarded.push(cpuOf(() => guarded()));
  rounds.plain.push(cpuOf(() => plain()));
  if (!first) rounds.guarded.push(cpuOf(() => guarded()));
}
process.stdout.write(`${JSON.stringify({ fields: GUARDED_VALUES + GUARDED_LISTS, ...rounds })}\n`);
