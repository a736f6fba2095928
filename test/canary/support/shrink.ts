/** Cuts a failing question down while it still fails in the same way: first what is asked, then what the decision rests on. */
import type { CanarySystem } from './canarySystem.js';
import { addFactRows, type FactRows, readFactRows, removeFactRow } from './factRows.js';
import { readSnapshot } from './facts.js';
import {
  type Asked,
  askQuestion,
  checkHeard,
  checkLedger,
  type Judged,
  judgeQuery,
  type SingingWorld,
} from './judge.js';
import type { LedgerReader } from './ledgerReader.js';
import type { Question } from './expected.js';
import { type Operation, smaller, write } from './selection.js';
import { readTruth } from './readTruth.js';

const MOST_TRIES = 300;
/** Then what is there is good enough. */
const MOST_SECONDS = 90;

/** Asks and judges once more, the log and what was heard included. */
export async function askAgain(
  system: CanarySystem,
  world: SingingWorld,
  ledger: LedgerReader,
  { question: { actor, purpose } }: Pick<Asked, 'question'>,
  operation: Operation,
): Promise<Judged> {
  const snapshot = await readSnapshot(system.databases['citizen']!, world.citizenIds);
  const judged = judgeQuery(await askQuestion(system, actor, purpose, operation), world, snapshot);
  checkLedger([judged], await ledger.read());
  checkHeard([judged], await system.received(), world.marks);
  return judged;
}

/** @returns null when the question does not fail a second time. Leaves the database with the facts that are needed. */
export async function shrink(
  system: CanarySystem,
  world: SingingWorld,
  ledger: LedgerReader,
  failed: Judged,
): Promise<{ readonly question: Question; readonly facts: FactRows } | null> {
  const faults = new Set(failed.findings.map(({ fault }) => fault));
  const fails = async (operation: Operation): Promise<boolean> => {
    const judged = await askAgain(system, world, ledger, failed, operation).catch(() => undefined);
    return judged?.findings.some(({ fault }) => faults.has(fault)) ?? false;
  };
  const until = Date.now() + MOST_SECONDS * 1000;
  let current = failed.operation;
  if (!(await fails(current))) return null;
  search: for (let tries = 0; ;) {
    for (const candidate of smaller(current)) {
      if ((tries += 1) > MOST_TRIES || Date.now() > until) break search;
      if (!(await fails(candidate))) continue;
      current = candidate;
      continue search;
    }
    break;
  }
  const { actor, purpose } = failed.question;
  const question = { actor, purpose, ...write(current) };
  // A question that names nobody is about whoever the actor knows; what they know stands in the facts of all.
  const inIt = world.citizenIds.filter((id) => JSON.stringify(question).includes(id));
  const named = inIt.length > 0 ? inIt : world.citizenIds;
  const facts = await fewerFacts(system, world, named, until, () => fails(current));
  return { question, facts };
}

async function fewerFacts(
  system: CanarySystem,
  world: SingingWorld,
  citizenIds: readonly string[],
  until: number,
  stillFails: () => Promise<boolean>,
): Promise<FactRows> {
  const pool = system.databases['citizen']!;
  for (const [table, rows] of Object.entries(await readFactRows(pool, citizenIds))) {
    for (const row of rows) {
      if (Date.now() > until) break;
      const reread = () => readTruth(system, world.truth, world.marks.indexOf(row['citizen_id'] as string), 'citizen');
      const versions = rows.filter(({ id }) => id === row['id']);
      await removeFactRow(pool, table, row);
      await reread();
      if (await stillFails()) continue;
      await removeFactRow(pool, table, row);
      await addFactRows(pool, table, versions);
      await reread();
    }
  }
  return readFactRows(pool, citizenIds);
}
