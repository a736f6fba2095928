import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import { Roles, type SubgraphContext, Writes, assertId, kitError } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { coordinationError } from '../errors.js';
import { PlanEditInput } from '../input/planInput.js';
import { SignPlanInput } from '../input/signOffInput.js';
import { Plan, PlanStatus } from '../model/plan.js';
import { PlanChangeKind } from '../model/planChange.js';
import type { PlanParty } from '../model/planParty.js';
import { SignOff, SignOffState } from '../model/signOff.js';
import { partiesOf } from '../write/planParties.js';
import { carryOut, endVersion, lockPlan } from '../write/planStory.js';

/** Each party answers for itself to each version; a plan is agreed only when all of them agree (domain.md A23). */
@Resolver()
export class SignOffWriteResolver {
  @Mutation(() => SignOff, {
    nullable: true,
    description:
      'Answers to a version of a plan (underskriv). The key manager may record an answer that was given otherwise, and says how.',
  })
  @Writes('PLAN')
  signPlan(@Arg('input', () => SignPlanInput) input: SignPlanInput, @Ctx() context: SubgraphContext): Promise<SignOff> {
    const { actor } = context;
    const { state, versionNumber } = input;
    if (state === SignOffState.UNREAD)
      throw kitError('INVALID_INPUT', { field: 'input.state', message: 'An answer is READ, AGREES or DISAGREES.' });
    return context.writer.write(async (manager) => {
      const plan = await lockPlan(manager, actor, { ...input, version: null });
      if (plan.versionNumber !== versionNumber) throw kitError('VERSION_CONFLICT', { field: 'input.versionNumber' });
      if (plan.status === PlanStatus.AGREED) throw coordinationError('PLAN_ALREADY_AGREED');
      const { citizenId, id: planId } = plan;
      const party = await answeringParty(manager, actor, plan, input);
      const evidence = isOwn(actor, party) ? null : (input.evidence ?? null);
      if (!isOwn(actor, party)) assertMayRecord(actor, evidence);
      const before = await manager.findOneBy(SignOff, { citizenId, partyId: party.id, versionNumber });
      const answer = { citizenId, id: before?.id ?? randomUUID(), planId, partyId: party.id, versionNumber, state };
      const how = { note: input.note ?? null, at: new Date(), recordedBy: actor.id, evidence };
      return manager.save(SignOff, manager.create(SignOff, { ...answer, ...how }));
    });
  }

  @Mutation(() => Plan, {
    nullable: true,
    description: 'Declares the newest version agreed (vedtag plan): refused until every party agrees to it.',
  })
  @Writes('PLAN')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  agreePlan(@Arg('input', () => PlanEditInput) input: PlanEditInput, @Ctx() context: SubgraphContext): Promise<Plan> {
    return context.writer.write(async (manager) => {
      const plan = await lockPlan(manager, context.actor, input);
      if (plan.status === PlanStatus.AGREED) throw coordinationError('PLAN_ALREADY_AGREED');
      const { citizenId, id: planId, versionNumber } = plan;
      const parties = await partiesOf(manager, plan);
      const yes = await manager.findBy(SignOff, { citizenId, planId, versionNumber, state: SignOffState.AGREES });
      const agreeing = new Set(yes.map(({ partyId }) => partyId));
      if (!parties.every(({ id }) => agreeing.has(id))) throw coordinationError('PLAN_NOT_SIGNED');
      const agreedAt = new Date();
      Object.assign(plan, { status: PlanStatus.AGREED, agreedAt });
      await endVersion(manager, plan, PlanStatus.AGREED, agreedAt);
      return carryOut(context, manager, plan, { kind: PlanChangeKind.AGREED });
    });
  }
}

/** The party that the answer is of: the named one, or else one's own. @throws NOT_A_PARTY */
async function answeringParty(
  manager: EntityManager,
  actor: Actor,
  plan: Plan,
  input: SignPlanInput,
): Promise<PlanParty> {
  const parties = await partiesOf(manager, plan);
  const wanted = input.partyId ? assertId(input.partyId, 'input.partyId') : null;
  const party = parties.find((each) => (wanted === null ? isOwn(actor, each) : each.id === wanted));
  if (party === undefined) throw coordinationError('NOT_A_PARTY', { field: 'input.partyId' });
  return party;
}

/** The citizen for the citizen, a named person for themselves, and anybody of it for an organisation without a name. */
function isOwn(actor: Actor, party: PlanParty): boolean {
  if (party.isCitizen()) return actor.role === 'CITIZEN';
  if (party.actorId !== null) return party.actorId === actor.id;
  return party.organisationId === actor.organisationId;
}

/** @throws NOT_ALLOWED, SIGN_OFF_NEEDS_EVIDENCE */
function assertMayRecord({ role }: Actor, evidence: string | null): void {
  if (role !== 'KEY_MANAGER' && role !== 'SOCIAL_WORKER') throw kitError('NOT_ALLOWED', { field: 'input.partyId' });
  if (evidence === null) throw coordinationError('SIGN_OFF_NEEDS_EVIDENCE', { field: 'input.evidence' });
}
