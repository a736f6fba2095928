/** What deciding 5,000 guarded fields of one response costs: measured by the kit, in a process of its own. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Spread, spreadOf } from './pairs.js';

const run = promisify(execFile);

/** Milliseconds of processor time for one response. */
export interface GuardMeasure {
  readonly fields: number;
  readonly guarded: Spread;
  readonly plain: Spread;
  /** Of the differences, round by round. */
  readonly deciding: Spread;
}

/** Runs the measurement. @param root the project's folder */
export async function measureGuard(root: string): Promise<GuardMeasure> {
  const program = join(root, 'packages/subgraph-kit/dist/bench/measureGuard.js');
  const { stdout } = await run(process.execPath, [program]);
  const { fields, guarded, plain } = JSON.parse(stdout) as { fields: number; guarded: number[]; plain: number[] };
  const deciding = guarded.map((value, at) => value - plain[at]!);
  return { fields, guarded: spreadOf(guarded), plain: spreadOf(plain), deciding: spreadOf(deciding) };
}
