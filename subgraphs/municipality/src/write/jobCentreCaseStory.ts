import { randomUUID } from 'node:crypto';
import { assertId, kitError, type SubgraphContext } from '@sammen/subgraph-kit';
import { type EntityManager, IsNull } from 'typeorm';
import { municipalityErrors } from '../errors.js';
import type { IncomeKind } from '../model/codes.js';
import { IncomePeriod } from '../model/incomePeriod.js';
import { JobCentreCase } from '../model/jobCentreCase.js';
import { reportCaseworker } from './caseworkerRelation.js';

/** The open case, locked so that nobody closes it meanwhile. @throws INVALID_ID, NOT_FOUND, CASE_CLOSED */
export async function lockOpenCase(manager: EntityManager, citizenId: string, caseId: string): Promise<JobCentreCase> {
  const found = await manager.findOne(JobCentreCase, {
    where: { citizenId, id: assertId(caseId, 'input.caseId') },
    lock: { mode: 'pessimistic_write' },
  });
  if (found === null) throw kitError('NOT_FOUND', { field: 'input.caseId' });
  return assertOpen(found);
}

/** The case, when it is open. @throws CASE_CLOSED */
export function assertOpen(jobCentreCase: JobCentreCase): JobCentreCase {
  if (jobCentreCase.closedOn !== null) throw municipalityErrors('CASE_CLOSED', { field: 'input.caseId' });
  return jobCentreCase;
}

/** Another income from a day on; the one before ends on that day. @throws INCOME_OVERLAPS */
export async function changeIncome(
  manager: EntityManager,
  citizenId: string,
  kind: IncomeKind,
  day: string,
): Promise<void> {
  const running = await manager.findOneBy(IncomePeriod, { citizenId, validTo: IsNull() });
  if (running?.kind === kind) return;
  if (running !== null) {
    if (running.validFrom > day) throw municipalityErrors('INCOME_OVERLAPS', { field: 'input.incomeFrom' });
    await manager.save(IncomePeriod, Object.assign(running, { validTo: day }));
  }
  await manager.insert(IncomePeriod, { citizenId, id: randomUUID(), kind, validFrom: day, validTo: null });
}

/** Saves a case with the relation that follows from it. */
export async function saveCase(
  context: SubgraphContext,
  manager: EntityManager,
  jobCentreCase: JobCentreCase,
): Promise<JobCentreCase> {
  const saved = await manager.save(JobCentreCase, jobCentreCase);
  await reportCaseworker(context, manager, { ...saved, since: saved.openedOn, until: saved.closedOn });
  return saved;
}
