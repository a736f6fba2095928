/** Asks a saved question again, with the facts that it failed with. */
import type { CanarySystem } from './canarySystem.js';
import { restoreFactRows } from './factRows.js';
import { readSnapshot } from './facts.js';
import { checkHeard, checkLedger, judgeQuery, type SingingWorld } from './judge.js';
import { createLedgerReader } from './ledgerReader.js';
import { readTruth } from './readTruth.js';
import { createReport, type Failure, type Report, tally } from './report.js';

/** The report has the failure again if it is still there. */
export async function replay(system: CanarySystem, world: SingingWorld, failure: Failure): Promise<Report> {
  const { facts, shrunk, question: whole } = failure;
  const question = shrunk ?? whole;
  const citizen = system.databases['citizen']!;
  if (facts !== null) {
    const named = [...new Set(Object.values(facts).flatMap((rows) => rows.map((row) => row['citizen_id'] as string)))];
    await restoreFactRows(citizen, facts, named);
    for (const id of named) await readTruth(system, world.truth, world.marks.indexOf(id), 'citizen');
  }
  const report = createReport(failure.seed, 1);
  const ledger = await createLedgerReader(citizen);
  const snapshot = await readSnapshot(citizen, world.citizenIds);
  const { actor, purpose, document, variables } = question;
  const answer = await system.ask(actor, purpose, document, variables);
  const operation = { kind: 'query', name: '', variables: [], roots: [] } as const;
  const judged = judgeQuery({ operation, question, answer }, world, snapshot);
  checkLedger([judged], await ledger.read());
  report.requestsHeard = checkHeard([judged], await system.received(), world.marks);
  tally(report, [judged]);
  if (judged.findings.length > 0) report.failures.push({ ...failure, findings: judged.findings });
  return report;
}
