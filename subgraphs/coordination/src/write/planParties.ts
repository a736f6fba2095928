import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@sammen/subgraph-kit';
import { type EntityManager, IsNull } from 'typeorm';
import type { CareSector } from '../model/careSector.js';
import { Plan, PlanStatus } from '../model/plan.js';
import { PlanChangeKind } from '../model/planChange.js';
import { PlanParty } from '../model/planParty.js';
import { carryOut, endVersion } from './planStory.js';
import type { ColumnsOfProfessional } from './professionalColumns.js';
import { partyRelation } from './relationOf.js';

/** Makes somebody a party of a plan and reports it. */
export async function joinPlan(
  context: SubgraphContext,
  manager: EntityManager,
  plan: Plan,
  who: ColumnsOfProfessional,
  sector: CareSector,
): Promise<PlanParty> {
  const { citizenId, id: planId } = plan;
  const rest = { citizenId, id: randomUUID(), planId, sector, joinedAt: new Date(), leftAt: null };
  const party = manager.create(PlanParty, { ...who, ...rest });
  await manager.insert(PlanParty, party);
  const relation = partyRelation(party, plan);
  if (relation !== null) await context.relations.report(manager, citizenId, relation);
  return party;
}

/** Whoever takes something on is a party: they share the plan, and it waits for their answer. */
export async function ensureParty(
  context: SubgraphContext,
  manager: EntityManager,
  plan: Plan,
  who: ColumnsOfProfessional & { readonly actorId: string },
  sector: CareSector,
): Promise<void> {
  const { citizenId, id: planId } = plan;
  const known = await manager.existsBy(PlanParty, { citizenId, planId, actorId: who.actorId, leftAt: IsNull() });
  if (!known) await joinPlan(context, manager, plan, who, sector);
}

/** The parties of a plan now. */
export function partiesOf(manager: EntityManager, { citizenId, id }: Plan): Promise<PlanParty[]> {
  return manager.find(PlanParty, { where: { citizenId, planId: id, leftAt: IsNull() } });
}

/** Closes a plan and ends what its parties share by it. Agreements that were open stay as they are: undone. */
export async function endPlan(
  context: SubgraphContext,
  manager: EntityManager,
  plan: Plan,
  at: Date,
  reason: string,
): Promise<Plan> {
  Object.assign(plan, { status: PlanStatus.CLOSED, closedAt: at });
  const closed = await carryOut(context, manager, plan, { kind: PlanChangeKind.CLOSED, after: reason });
  await endVersion(manager, closed, PlanStatus.CLOSED, null);
  for (const party of await partiesOf(manager, closed)) {
    const relation = partyRelation(party, closed);
    if (relation !== null) await context.relations.report(manager, closed.citizenId, relation);
  }
  return closed;
}
