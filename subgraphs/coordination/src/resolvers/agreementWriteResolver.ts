import { randomUUID } from 'node:crypto';
import { Roles, type SubgraphContext, Writes, assertId, kitError } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { coordinationError } from '../errors.js';
import { AgreeInput, ReorderAgreementsInput, UpdateAgreementInput } from '../input/agreementInput.js';
import { Agreement, AgreementStatus, RankedBy } from '../model/agreement.js';
import { FollowUp } from '../model/followUp.js';
import { Plan } from '../model/plan.js';
import { PlanChangeKind } from '../model/planChange.js';
import { dayOf, today } from '../today.js';
import { changeStatus, changeTerms } from '../write/agreementChanges.js';
import { openAgreements, orderOf, saveOrder } from '../write/agreementRanks.js';
import { assertChallenge } from '../write/assertChallenge.js';
import { once } from '../write/once.js';
import { ensureParty } from '../write/planParties.js';
import { amend, carryOut, lockPlan } from '../write/planStory.js';
import { assertSector, columnsOf } from '../write/professionalColumns.js';
import { isOrderOf, isOrderWithin, placed } from '../write/ranking.js';

/** More open agreements than this are no order of what matters most. */
const MOST_OPEN_AGREEMENTS = 50;
const IS_IT_DONE = 'Er det gjort?';

/** What is agreed, in which order, and how it goes. */
@Resolver()
export class AgreementWriteResolver {
  @Mutation(() => Agreement, {
    nullable: true,
    description: 'Agrees on who does what by when (indgå aftale), with a first day to look at it.',
  })
  @Writes('PLAN')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  agree(@Arg('input', () => AgreeInput) input: AgreeInput, @Ctx() context: SubgraphContext): Promise<Agreement> {
    const responsible = columnsOf(input.responsible, 'input.responsible');
    assertSector(responsible.organisationId, input.sector, 'input.sector');
    const [madeOn, dueOn] = [today(), dayOf(input.dueOn)];
    if (dueOn < madeOn) throw coordinationError('DUE_BEFORE_MADE', { field: 'input.dueOn' });
    const followUpOn = input.followUpOn ? dayOf(input.followUpOn) : dueOn;
    if (followUpOn < madeOn) throw coordinationError('DUE_BEFORE_MADE', { field: 'input.followUpOn' });
    return context.writer.writeOnce(once(context.actor, 'agree', input), Agreement, async (manager) => {
      const plan = await lockPlan(manager, context.actor, input);
      const challengeId = await assertChallenge(manager, plan, input.challengeId);
      const open = await openAgreements(manager, plan);
      if (open.length >= MOST_OPEN_AGREEMENTS) throw coordinationError('PLAN_FULL');
      const { citizenId, id: planId, caseId } = plan;
      const agreement = manager.create(Agreement, {
        ...responsible,
        citizenId,
        id: randomUUID(),
        planId,
        caseId,
        rank: open.length + 1,
        citizenRank: null,
        action: input.action,
        challengeId,
        sector: input.sector,
        madeOn,
        dueOn,
        status: AgreementStatus.OPEN,
        endedOn: null,
        note: null,
      });
      await manager.insert(Agreement, agreement);
      const order = placed(orderOf(open, RankedBy.PROFESSIONALS), agreement.id, input.rank);
      await saveOrder(manager, plan, RankedBy.PROFESSIONALS, order);
      const whatIsChecked = input.whatIsChecked ?? IS_IT_DONE;
      const followUp = { citizenId, id: randomUUID(), agreementId: agreement.id, dueOn: followUpOn, whatIsChecked };
      await manager.insert(FollowUp, { ...followUp, heldOn: null, result: null, nextOn: null });
      await ensureParty(context, manager, plan, responsible, input.sector);
      const { id: subjectId, action } = agreement;
      const after = `${action} (${responsible.personName}, ${dueOn})`;
      await amend(context, manager, plan, { kind: PlanChangeKind.AGREEMENT_MADE, subjectId, after });
      return Object.assign(agreement, { rank: order.indexOf(agreement.id) + 1 });
    });
  }

  @Mutation(() => Agreement, {
    nullable: true,
    description:
      'Says how an agreement goes, or changes it (opdatér aftale). The responsible person may say how it goes; a changed action, date or person is a change of the plan.',
  })
  @Writes('PLAN')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST', 'WARD_NURSE', 'JOB_CONSULTANT', 'MENTOR', 'LEADER')
  updateAgreement(
    @Arg('input', () => UpdateAgreementInput) input: UpdateAgreementInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Agreement> {
    const id = assertId(input.agreementId, 'input.agreementId');
    return context.writer.write(async (manager) => {
      const plan = await lockPlan(manager, context.actor, input);
      const agreement = await manager.findOneBy(Agreement, { citizenId: plan.citizenId, id, planId: plan.id });
      if (agreement === null) throw kitError('NOT_FOUND', { field: 'input.agreementId' });
      const termed = await changeTerms(context, manager, plan, agreement, input);
      const moved = await changeStatus(context, manager, plan, agreement, input);
      if (!termed && !moved) throw kitError('INVALID_INPUT', { field: 'input', message: 'Nothing would change.' });
      return agreement;
    });
  }

  @Mutation(() => Plan, {
    nullable: true,
    description:
      "Puts the open agreements in another order (omprioritér): the whole list or one moved. The citizen's own order is kept apart from the professionals'.",
  })
  @Writes('PLAN')
  @Roles('CITIZEN', 'KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  reorderAgreements(
    @Arg('input', () => ReorderAgreementsInput) input: ReorderAgreementsInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Plan> {
    const { rankedBy } = input;
    const mayRank =
      rankedBy === RankedBy.CITIZEN ? ['CITIZEN', 'KEY_MANAGER'] : ['KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST'];
    if (!mayRank.includes(context.actor.role)) throw kitError('NOT_ALLOWED', { field: 'input.rankedBy' });
    return context.writer.write(async (manager) => {
      const plan = await lockPlan(manager, context.actor, input);
      const open = await openAgreements(manager, plan);
      const before = orderOf(open, rankedBy);
      const order = wantedOrder(input, before, open);
      await saveOrder(manager, plan, rankedBy, order);
      const texts = (ids: readonly string[]) =>
        ids.map((id, index) => `${index + 1}. ${open.find((each) => each.id === id)?.action}`).join('\n');
      const change = { before: texts(before), after: texts(order) };
      return rankedBy === RankedBy.CITIZEN
        ? carryOut(context, manager, plan, { kind: PlanChangeKind.RANKED_BY_CITIZEN, ...change })
        : amend(context, manager, plan, { kind: PlanChangeKind.AGREEMENTS_REORDERED, ...change });
    });
  }
}

/** The new order. @throws INVALID_INPUT, NOT_FOUND, RANKING_INCOMPLETE */
function wantedOrder(
  { order, move, rankedBy }: ReorderAgreementsInput,
  before: readonly string[],
  open: readonly Agreement[],
): string[] {
  if (((order ?? null) === null) === ((move ?? null) === null))
    throw kitError('INVALID_INPUT', { field: 'input', message: 'Give the whole order or one move.' });
  const ids = open.map(({ id }) => id);
  if (order) {
    const whole = rankedBy === RankedBy.CITIZEN ? isOrderWithin(order, ids) : isOrderOf(order, ids);
    if (!whole) throw coordinationError('RANKING_INCOMPLETE', { field: 'input.order' });
    return order;
  }
  const { agreementId, rank } = move!;
  if (!ids.includes(agreementId)) throw kitError('NOT_FOUND', { field: 'input.move.agreementId' });
  if (rank > before.length + (before.includes(agreementId) ? 0 : 1))
    throw kitError('INVALID_INPUT', { field: 'input.move.rank', message: 'There are not so many places.' });
  return placed(before, agreementId, rank);
}
