import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import { Roles, type SubgraphContext, Writes, assertId, kitError } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type EntityManager, IsNull } from 'typeorm';
import { coordinationError } from '../errors.js';
import {
  AddPlanPartyInput,
  ClosePlanInput,
  OpenPlanInput,
  type PartyInput,
  RemovePlanPartyInput,
} from '../input/planInput.js';
import { CareRole } from '../model/careRole.js';
import { CareSector } from '../model/careSector.js';
import { CoordinationCase } from '../model/coordinationCase.js';
import { Plan, PlanKind, PlanStatus } from '../model/plan.js';
import { PlanChangeKind } from '../model/planChange.js';
import { PlanParty } from '../model/planParty.js';
import { dayOf, today } from '../today.js';
import { once } from '../write/once.js';
import { hasPartInCase } from '../write/part.js';
import { endPlan, joinPlan } from '../write/planParties.js';
import { amend, beginVersion, lockPlan, recordChange } from '../write/planStory.js';
import {
  CITIZEN_COLUMNS,
  type ColumnsOfProfessional,
  assertSector,
  assertWorkplace,
  columnsOf,
  columnsOfActor,
  sectorOfActor,
} from '../write/professionalColumns.js';
import { partyRelation } from '../write/relationOf.js';

/** The kinds of plan that the Psychiatry Act lays on the consultant, and that can do without a case. */
const OF_THE_PSYCHIATRY_ACT: readonly PlanKind[] = [PlanKind.DISCHARGE_AGREEMENT, PlanKind.COORDINATION_PLAN];

/** Begins and ends plans, and says who shares them. */
@Resolver()
export class PlanWriteResolver {
  @Mutation(() => Plan, {
    nullable: true,
    description: 'Begins a plan (opret plan). Psychiatrists begin discharge agreements and coordination plans.',
  })
  @Writes('PLAN')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  openPlan(@Arg('input', () => OpenPlanInput) input: OpenPlanInput, @Ctx() context: SubgraphContext): Promise<Plan> {
    const { actor } = context;
    const { citizenId, kind } = input;
    if (actor.role === 'PSYCHIATRIST' && !OF_THE_PSYCHIATRY_ACT.includes(kind))
      throw coordinationError('PLAN_KIND_NOT_YOURS', { field: 'input.kind' });
    const caseId = input.caseId ? assertId(input.caseId, 'input.caseId') : null;
    if (caseId === null && !OF_THE_PSYCHIATRY_ACT.includes(kind))
      throw coordinationError('PLAN_NEEDS_CASE', { field: 'input.caseId' });
    const consentGivenOn = consentDay(input);
    const parties = input.parties.map((party, index) => partyColumns(party, `input.parties.${index}`));
    return context.writer.writeOnce(once(actor, 'openPlan', input), Plan, async (manager) => {
      if (caseId !== null) await assertOpenCase(manager, actor, citizenId, caseId);
      const plan = manager.create(Plan, {
        ...columnsOfActor(actor),
        citizenId,
        id: randomUUID(),
        caseId,
        kind,
        status: PlanStatus.DRAFT,
        version: 1,
        versionNumber: 1,
        openedAt: new Date(),
        agreedAt: null,
        closedAt: null,
        replaces: input.replaces,
        consentGivenOn,
      });
      await manager.insert(Plan, plan);
      await beginVersion(manager, actor, plan);
      await recordChange(manager, actor, plan, { kind: PlanChangeKind.OPENED });
      // Made because the patient will not take part: nobody waits for their signature.
      if (kind !== PlanKind.COORDINATION_PLAN)
        await joinPlan(context, manager, plan, CITIZEN_COLUMNS, CareSector.CITIZEN);
      for (const { columns, sector } of parties) await joinPlan(context, manager, plan, columns, sector);
      if (!parties.some(({ columns }) => columns.actorId === actor.id))
        await joinPlan(context, manager, plan, columnsOfActor(actor), sectorOfActor(actor));
      return plan;
    });
  }

  @Mutation(() => Plan, {
    nullable: true,
    description: 'Adds a party to a plan (tilføj part). The plan waits for their answer, too.',
  })
  @Writes('PLAN')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  addPlanParty(
    @Arg('input', () => AddPlanPartyInput) input: AddPlanPartyInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Plan> {
    const { columns, sector } = partyColumns(input.party, 'input.party');
    return context.writer.write(async (manager) => {
      const plan = await lockPlan(manager, context.actor, input);
      const party = await joinPlan(context, manager, plan, columns, sector);
      return amend(context, manager, plan, {
        kind: PlanChangeKind.PARTY_ADDED,
        subjectId: party.id,
        after: nameOf(party),
      });
    });
  }

  @Mutation(() => Plan, {
    nullable: true,
    description: 'Takes a party off a plan (fjern part). The citizen stays a party of their plan.',
  })
  @Writes('PLAN')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  removePlanParty(
    @Arg('input', () => RemovePlanPartyInput) input: RemovePlanPartyInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Plan> {
    const id = assertId(input.partyId, 'input.partyId');
    return context.writer.write(async (manager) => {
      const plan = await lockPlan(manager, context.actor, input);
      const { citizenId } = plan;
      const party = await manager.findOneBy(PlanParty, { citizenId, id, planId: plan.id, leftAt: IsNull() });
      if (party === null || party.isCitizen()) throw coordinationError('NOT_A_PARTY', { field: 'input.partyId' });
      const left = await manager.save(PlanParty, Object.assign(party, { leftAt: new Date() }));
      const relation = partyRelation(left, plan);
      if (relation !== null) await context.relations.report(manager, citizenId, relation);
      return amend(context, manager, plan, {
        kind: PlanChangeKind.PARTY_REMOVED,
        subjectId: left.id,
        before: nameOf(left),
      });
    });
  }

  @Mutation(() => Plan, {
    nullable: true,
    description: 'Closes a plan (afslut plan). Its parties lose what they saw by it; what was not done stays undone.',
  })
  @Writes('PLAN')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  closePlan(@Arg('input', () => ClosePlanInput) input: ClosePlanInput, @Ctx() context: SubgraphContext): Promise<Plan> {
    return context.writer.write(async (manager) => {
      const plan = await lockPlan(manager, context.actor, input);
      return endPlan(context, manager, plan, new Date(), input.reason);
    });
  }
}

/** The day of the citizen's consent to a holistic plan (act no. 707 of 8 June 2018). @throws PLAN_NEEDS_CONSENT */
function consentDay({ kind, consentGivenOn }: OpenPlanInput): string | null {
  if (kind !== PlanKind.HOLISTIC_PLAN) return null;
  const day = consentGivenOn ? dayOf(consentGivenOn) : null;
  if (day === null || day > today()) throw coordinationError('PLAN_NEEDS_CONSENT', { field: 'input.consentGivenOn' });
  return day;
}

/** @throws NOT_FOUND unless the case is open and the actor has a part in it */
async function assertOpenCase(manager: EntityManager, actor: Actor, citizenId: string, caseId: string): Promise<void> {
  const open = await manager.existsBy(CoordinationCase, { citizenId, id: caseId, closedAt: IsNull() });
  if (!open || !(await hasPartInCase(manager, actor, citizenId, caseId)))
    throw kitError('NOT_FOUND', { field: 'input.caseId' });
}

/** A party from an input: somebody named, or an organisation or unit. @throws INVALID_INPUT, ORGANISATION_UNKNOWN, SECTOR_NOT_OF_ORGANISATION */
function partyColumns(party: PartyInput, field: string): { columns: ColumnsOfProfessional; sector: CareSector } {
  const { person, organisationId, unitId, sector } = party;
  if ((person ?? null) !== null && (organisationId ?? null) !== null)
    throw kitError('INVALID_INPUT', { field, message: 'Name a person or an organisation, not both.' });
  if (person) {
    const columns = columnsOf(person, `${field}.person`);
    assertSector(columns.organisationId, sector, `${field}.sector`);
    return { columns, sector };
  }
  if (!organisationId) throw kitError('INVALID_INPUT', { field, message: 'Name a person or an organisation.' });
  assertWorkplace(organisationId, unitId, field);
  assertSector(organisationId, sector, `${field}.sector`);
  const nobody = { actorId: null, personName: null, role: CareRole.OTHER };
  return { columns: { ...nobody, organisationId, unitId: unitId ?? null }, sector };
}

function nameOf(party: PlanParty): string {
  return party.personName ?? party.unitId ?? party.organisationId ?? party.role;
}
