/** Carries a saved case out again, from its beginning. */
import type { CanarySystem } from './canarySystem.js';
import type { SingingWorld } from './judge.js';
import { createLedgerReader } from './ledgerReader.js';
import { createReport, type Failure, type Report, tally } from './report.js';
import { saveStart } from './startState.js';
import { tryCase } from './tryCase.js';

/** The report has the failure again if it is still there. */
export async function replay(system: CanarySystem, world: SingingWorld, failure: Failure): Promise<Report> {
  const report = createReport(failure.seed, 1);
  const ledger = await createLedgerReader(() => system.databases['citizen']!);
  const start = await saveStart(system, world);
  const { judged, heard } = await tryCase({ system, world, start, ledger }, failure.case);
  report.requestsHeard = heard;
  tally(report, [judged]);
  if (judged.findings.length > 0) report.failures.push({ ...failure, findings: judged.findings });
  return report;
}
