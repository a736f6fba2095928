/** Carries a case out from its beginning and judges its last step, the access log and what subgraphs heard included. */
import type { CanarySystem } from './canarySystem.js';
import { restoreFactRows } from './factRows.js';
import { readSnapshot } from './facts.js';
import {
  askQuestion,
  checkHeard,
  checkLedger,
  type Judged,
  judgeChange,
  judgeQuery,
  type SingingWorld,
} from './judge.js';
import type { LedgerReader } from './ledgerReader.js';
import { readTruth } from './readTruth.js';
import { delivered, learnRows } from './settle.js';
import type { StartState } from './startState.js';
import { type Case, madeBy, moved, renamed } from './steps.js';

/** Where cases are carried out. */
export interface Stage {
  readonly system: CanarySystem;
  readonly world: SingingWorld;
  readonly start: StartState;
  readonly ledger: LedgerReader;
}

/** @returns how the last step was judged, and in how many requests subgraphs heard of it */
export async function tryCase(
  { system, world, start, ledger }: Stage,
  { steps, facts, at }: Case,
): Promise<{ readonly judged: Judged; readonly heard: number }> {
  const { marks, truth, citizenIds } = world;
  const by = Date.now() - at;
  const citizen = system.databases['citizen']!;
  await start.restore();
  const stale = new Set<string>();
  if (facts !== null) {
    await restoreFactRows(citizen, moved(facts.rows, by), facts.citizenIds);
    for (const id of facts.citizenIds) stale.add(`${marks.indexOf(id)} citizen`);
  }
  const renames = new Map<string, string>();
  const readAnew = async (): Promise<void> => {
    for (const part of stale) {
      const [index, group] = part.split(' ') as [string, string];
      await readTruth(system, truth, Number(index), group);
    }
    stale.clear();
  };

  for (const [place, { actor, purpose, operation, change, made }] of steps.entries()) {
    const isLast = place === steps.length - 1;
    if (isLast) await readAnew();
    const before = isLast ? await readSnapshot(citizen, citizenIds) : undefined;
    const asked = await askQuestion(system, actor, purpose, moved(renamed(operation, renames), by));
    if (change !== null) {
      const now = madeBy(asked.answer.body.data, change);
      if (made !== null && now !== undefined && now !== made) renames.set(made, now);
      for (const group of change.groups) stale.add(`${marks.indexOf(change.input['citizenId'] as string)} ${group}`);
      await delivered(system);
    }
    if (before === undefined) continue;
    await readAnew();
    await learnRows(system, citizenIds);
    const judged =
      change === null
        ? judgeQuery(asked, world, before)
        : judgeChange(asked, change, world, before, await readSnapshot(citizen, citizenIds));
    checkLedger([judged], await ledger.read());
    return { judged, heard: checkHeard([judged], await system.received(), marks) };
  }
  throw new Error('A case has a step.');
}
