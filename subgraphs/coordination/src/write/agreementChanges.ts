import type { Actor, Role } from '@sammen/consent';
import { type SubgraphContext, kitError } from '@sammen/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { coordinationError } from '../errors.js';
import type { UpdateAgreementInput } from '../input/agreementInput.js';
import { Agreement, AgreementStatus, RankedBy } from '../model/agreement.js';
import type { Plan } from '../model/plan.js';
import { PlanChangeKind } from '../model/planChange.js';
import { dayOf, today } from '../today.js';
import { openAgreements, orderOf, saveOrder } from './agreementRanks.js';
import { ensureParty } from './planParties.js';
import { amend, carryOut } from './planStory.js';
import { assertSector, columnsOf } from './professionalColumns.js';
import { without } from './ranking.js';

/** Who changes what was agreed. The others say how their own agreements go. */
const EDITORS: readonly Role[] = ['KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST'];

/** @throws NOT_ALLOWED for somebody who neither edits plans nor is responsible for this agreement */
export function assertMayReport(actor: Actor, agreement: Agreement): void {
  if (!EDITORS.includes(actor.role) && agreement.actorId !== actor.id) throw kitError('NOT_ALLOWED');
}

/**
 * Changes action, date or responsible person where the input names them: a change of what the parties agreed on.
 * Says whether anything did. @throws NOT_ALLOWED, AGREEMENT_OVER, DUE_BEFORE_MADE, ORGANISATION_UNKNOWN, SECTOR_NOT_OF_ORGANISATION
 */
export async function changeTerms(
  context: SubgraphContext,
  manager: EntityManager,
  plan: Plan,
  agreement: Agreement,
  input: UpdateAgreementInput,
): Promise<boolean> {
  const { action, dueOn, responsible, sector } = input;
  if (!action && !dueOn && !responsible && !sector) return false;
  if (!EDITORS.includes(context.actor.role)) throw kitError('NOT_ALLOWED');
  if (agreement.status !== AgreementStatus.OPEN) throw coordinationError('AGREEMENT_OVER');
  const before = termsOf(agreement);
  if (action) agreement.action = action;
  if (dueOn) agreement.dueOn = dayOf(dueOn);
  if (agreement.dueOn < today() && dueOn) throw coordinationError('DUE_BEFORE_MADE', { field: 'input.dueOn' });
  const person = responsible ? columnsOf(responsible, 'input.responsible') : null;
  Object.assign(agreement, person ?? {}, { sector: sector ?? agreement.sector });
  assertSector(agreement.organisationId ?? '', agreement.sector, 'input.sector');
  if (termsOf(agreement) === before) return false;
  await manager.save(Agreement, agreement);
  if (person !== null) await ensureParty(context, manager, plan, person, agreement.sector);
  const change = { subjectId: agreement.id, before, after: termsOf(agreement) };
  await amend(context, manager, plan, { kind: PlanChangeKind.AGREEMENT_CHANGED, ...change });
  return true;
}

/**
 * Says that it is done, given up or open again: the plan is carried out, not changed. What is over leaves both orders
 * and the others move up; what is opened again comes last. Says whether anything changed. @throws NOT_ALLOWED
 */
export async function changeStatus(
  context: SubgraphContext,
  manager: EntityManager,
  plan: Plan,
  agreement: Agreement,
  { status, note }: UpdateAgreementInput,
): Promise<boolean> {
  const isNew = status !== null && status !== undefined && status !== agreement.status;
  if (!isNew && (note === null || note === undefined)) return false;
  assertMayReport(context.actor, agreement);
  const before = agreement.status;
  if (isNew) await moveTo(manager, plan, agreement, status);
  if (note) agreement.note = note;
  await manager.save(Agreement, agreement);
  const after = note ? `${agreement.status}: ${note}` : agreement.status;
  await carryOut(context, manager, plan, {
    kind: PlanChangeKind.AGREEMENT_STATUS,
    subjectId: agreement.id,
    before,
    after,
  });
  return true;
}

async function moveTo(
  manager: EntityManager,
  plan: Plan,
  agreement: Agreement,
  status: AgreementStatus,
): Promise<void> {
  const open = await openAgreements(manager, plan);
  if (status === AgreementStatus.OPEN) {
    Object.assign(agreement, { status, rank: open.length + 1, endedOn: null });
    return;
  }
  if (agreement.status !== AgreementStatus.OPEN) {
    Object.assign(agreement, { status });
    return;
  }
  await manager.save(Agreement, Object.assign(agreement, { status, rank: null, citizenRank: null, endedOn: today() }));
  for (const by of Object.values(RankedBy))
    await saveOrder(manager, plan, by, without(orderOf(open, by), agreement.id));
}

function termsOf({ action, personName, sector, dueOn }: Agreement): string {
  return `${action} (${personName}, ${sector}, ${dueOn})`;
}
