import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import { type SubgraphContext, assertId, kitError } from '@sammen/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { coordinationError } from '../errors.js';
import { Plan, PlanStatus } from '../model/plan.js';
import { PlanChange, type PlanChangeKind } from '../model/planChange.js';
import { PlanVersion } from '../model/planVersion.js';
import { hasPartInPlan } from './part.js';
import { columnsOfActor } from './professionalColumns.js';

/** Which plan, and in which state its editor saw it. */
export interface PlanEdit {
  readonly citizenId: string;
  readonly planId: string;
  /** Null for what may be added whatever others are doing. */
  readonly version: number | null;
}

/** One change, for the history. */
export interface Change {
  readonly kind: PlanChangeKind;
  readonly subjectId?: string | null;
  readonly before?: string | null;
  readonly after?: string | null;
}

/** The plan, locked for change. @throws NOT_FOUND (also without a part in it), PLAN_CLOSED, VERSION_CONFLICT */
export async function lockPlan(manager: EntityManager, actor: Actor, edit: PlanEdit): Promise<Plan> {
  const { citizenId, planId, version } = edit;
  const plan = await manager.findOne(Plan, {
    where: { citizenId, id: assertId(planId, 'input.planId') },
    lock: { mode: 'pessimistic_write' },
  });
  if (plan === null || !(await hasPartInPlan(manager, actor, plan)))
    throw kitError('NOT_FOUND', { field: 'input.planId' });
  if (version !== null && plan.version !== version) throw kitError('VERSION_CONFLICT', { field: 'input.version' });
  if (plan.status === PlanStatus.CLOSED) throw coordinationError('PLAN_CLOSED');
  return plan;
}

/**
 * Records a change of what the parties agree on. If they had agreed already, it begins a new version, which waits for
 * all of them again; the agreed one stays in the history as it was signed.
 */
export async function amend(
  context: SubgraphContext,
  manager: EntityManager,
  plan: Plan,
  change: Change,
): Promise<Plan> {
  if (plan.status === PlanStatus.AGREED) {
    Object.assign(plan, { status: PlanStatus.DRAFT, versionNumber: plan.versionNumber + 1 });
    await beginVersion(manager, context.actor, plan);
  }
  return carryOut(context, manager, plan, change);
}

/** Records what happens within a version: work done, an answer, the citizen's own ranking. Nobody has to sign again. */
export async function carryOut(
  { actor }: SubgraphContext,
  manager: EntityManager,
  plan: Plan,
  change: Change,
): Promise<Plan> {
  const saved = await manager.save(Plan, Object.assign(plan, { version: plan.version + 1 }));
  await recordChange(manager, actor, saved, change);
  return saved;
}

/** Adds to the history of the plan's newest version. */
export async function recordChange(manager: EntityManager, actor: Actor, plan: Plan, change: Change): Promise<void> {
  await manager.insert(PlanChange, {
    ...columnsOfActor(actor),
    citizenId: plan.citizenId,
    id: randomUUID(),
    planId: plan.id,
    versionNumber: plan.versionNumber,
    at: new Date(),
    kind: change.kind,
    subjectId: change.subjectId ?? null,
    before: change.before ?? null,
    after: change.after ?? null,
  });
}

/** Writes down that the plan's newest version has begun. */
export async function beginVersion(manager: EntityManager, actor: Actor, plan: Plan): Promise<void> {
  await manager.insert(PlanVersion, {
    ...columnsOfActor(actor),
    citizenId: plan.citizenId,
    id: randomUUID(),
    planId: plan.id,
    number: plan.versionNumber,
    status: PlanStatus.DRAFT,
    begunAt: new Date(),
    agreedAt: null,
  });
}

/** Where the newest version ended up. */
export async function endVersion(
  manager: EntityManager,
  plan: Plan,
  status: PlanStatus,
  agreedAt: Date | null,
): Promise<void> {
  const { citizenId, id: planId, versionNumber: number } = plan;
  await manager.update(
    PlanVersion,
    { citizenId, planId, number },
    { status, ...(agreedAt === null ? {} : { agreedAt }) },
  );
}
