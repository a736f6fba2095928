import { randomUUID } from 'node:crypto';
import { Roles, type SubgraphContext, Writes, assertId, kitError } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Actor } from '@sammen/consent';
import type { EntityManager } from 'typeorm';
import { coordinationError } from '../errors.js';
import { PlanFollowUpInput, RecordFollowUpInput } from '../input/agreementInput.js';
import { Agreement, AgreementStatus } from '../model/agreement.js';
import { FollowUp } from '../model/followUp.js';
import { dayOf, today } from '../today.js';
import { assertMayReport } from '../write/agreementChanges.js';
import { once } from '../write/once.js';
import { lockPlan } from '../write/planStory.js';

/** When agreements are looked at, and what came of it. The plan is carried out, not changed: nobody signs again. */
@Resolver()
export class FollowUpWriteResolver {
  @Mutation(() => FollowUp, {
    nullable: true,
    description: 'Plans a day on which an agreement is looked at (planlæg opfølgning).',
  })
  @Writes('PLAN')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST', 'WARD_NURSE', 'JOB_CONSULTANT', 'MENTOR', 'LEADER')
  planFollowUp(
    @Arg('input', () => PlanFollowUpInput) input: PlanFollowUpInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<FollowUp> {
    const dueOn = dayOf(input.dueOn);
    if (dueOn < today()) throw coordinationError('FOLLOW_UP_DATES', { field: 'input.dueOn' });
    return writer.writeOnce(once(actor, 'planFollowUp', input), FollowUp, async (manager) => {
      const agreement = await lockAgreement(manager, actor, input.citizenId, input.agreementId, 'input.agreementId');
      return waiting(manager, agreement, dueOn, input.whatIsChecked);
    });
  }

  @Mutation(() => FollowUp, {
    nullable: true,
    description: 'Writes down what came of a follow-up, and plans the next one (registrér opfølgning).',
  })
  @Writes('PLAN')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST', 'WARD_NURSE', 'JOB_CONSULTANT', 'MENTOR', 'LEADER')
  recordFollowUp(
    @Arg('input', () => RecordFollowUpInput) input: RecordFollowUpInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<FollowUp> {
    const { citizenId } = input;
    const id = assertId(input.followUpId, 'input.followUpId');
    const heldOn = input.heldOn ? dayOf(input.heldOn) : today();
    const nextOn = input.nextOn ? dayOf(input.nextOn) : null;
    if (heldOn > today()) throw coordinationError('FOLLOW_UP_DATES', { field: 'input.heldOn' });
    if (nextOn !== null && nextOn <= heldOn) throw coordinationError('FOLLOW_UP_DATES', { field: 'input.nextOn' });
    return writer.write(async (manager) => {
      const known = await manager.findOneBy(FollowUp, { citizenId, id });
      if (known === null) throw kitError('NOT_FOUND', { field: 'input.followUpId' });
      const agreement = await lockAgreement(manager, actor, citizenId, known.agreementId, 'input.followUpId');
      // Read again under the lock: two people may have looked at the same thing on the same day.
      const followUp = await manager.findOneByOrFail(FollowUp, { citizenId, id });
      if (followUp.heldOn !== null) throw coordinationError('FOLLOW_UP_OVER');
      const held = await manager.save(FollowUp, Object.assign(followUp, { heldOn, result: input.result, nextOn }));
      if (nextOn !== null) await waiting(manager, agreement, nextOn, input.nextCheck ?? held.whatIsChecked);
      return held;
    });
  }
}

async function waiting(
  manager: EntityManager,
  agreement: Agreement,
  dueOn: string,
  whatIsChecked: string,
): Promise<FollowUp> {
  if (agreement.status !== AgreementStatus.OPEN) throw coordinationError('AGREEMENT_OVER');
  const { citizenId, id: agreementId } = agreement;
  const empty = { heldOn: null, result: null, nextOn: null };
  const followUp = manager.create(FollowUp, {
    citizenId,
    id: randomUUID(),
    agreementId,
    dueOn,
    whatIsChecked,
    ...empty,
  });
  await manager.insert(FollowUp, followUp);
  return followUp;
}

/** The agreement, with its plan locked. @throws NOT_FOUND, PLAN_CLOSED, NOT_ALLOWED */
async function lockAgreement(
  manager: EntityManager,
  actor: Actor,
  citizenId: string,
  agreementId: string,
  field: string,
): Promise<Agreement> {
  const id = assertId(agreementId, field);
  const known = await manager.findOneBy(Agreement, { citizenId, id });
  if (known === null) throw kitError('NOT_FOUND', { field });
  await lockPlan(manager, actor, { citizenId, planId: known.planId, version: null });
  const agreement = await manager.findOneByOrFail(Agreement, { citizenId, id });
  assertMayReport(actor, agreement);
  return agreement;
}
