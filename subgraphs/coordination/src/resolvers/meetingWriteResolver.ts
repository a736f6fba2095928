import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import { Roles, type SubgraphContext, Writes, assertId, kitError } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type EntityManager, IsNull } from 'typeorm';
import { coordinationError } from '../errors.js';
import { CallMeetingInput, InviteToMeetingInput, MeetingEditInput } from '../input/meetingInput.js';
import { AgendaItem } from '../model/agendaItem.js';
import { RESPONSIBLE_SECTORS } from '../model/careSector.js';
import { CoordinationCase } from '../model/coordinationCase.js';
import { Meeting, MeetingStatus } from '../model/meeting.js';
import { Plan } from '../model/plan.js';
import { comingOf } from '../readiness.js';
import { openAgreements } from '../write/agreementRanks.js';
import { assertSafeSetting } from '../write/assertSafeSetting.js';
import {
  CITIZEN_INVITEE,
  type Invitee,
  invite,
  inviteesOf,
  lockMeeting,
  participantsOf,
  saveMeeting,
  supportPersonInvitee,
} from '../write/meetingStory.js';
import { assertStillToCome } from '../write/moment.js';
import { once } from '../write/once.js';
import { hasPartInCase, hasPartInPlan } from '../write/part.js';
import { participantRelation } from '../write/relationOf.js';

/** Calls meetings, within what the citizen wishes for a safe setting. */
@Resolver()
export class MeetingWriteResolver {
  @Mutation(() => Meeting, {
    nullable: true,
    description:
      'Calls a meeting (indkald til møde). Refused when it goes beyond the wishes of the citizen, unless their yes is recorded.',
  })
  @Writes('MEETING')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  callMeeting(
    @Arg('input', () => CallMeetingInput) input: CallMeetingInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Meeting> {
    const { actor } = context;
    assertStillToCome(input.startsAt);
    const professionals = inviteesOf(input.participants);
    const invitees: Invitee[] = [
      ...(input.citizenInvited ? [CITIZEN_INVITEE] : []),
      ...(input.supportPerson ? [supportPersonInvitee(input.supportPerson)] : []),
      ...professionals,
    ];
    return context.writer.writeOnce(once(actor, 'callMeeting', input), Meeting, async (manager) => {
      const { caseId, plan } = await subjectOf(manager, actor, input);
      const { citizenId } = input;
      const citizenYes = await assertSafeSetting(manager, citizenId, invitees, input.citizenYes ?? null);
      const deciding =
        input.decidingSectors ??
        RESPONSIBLE_SECTORS.filter((each) => professionals.some(({ sector }) => sector === each));
      const meeting = manager.create(Meeting, {
        citizenId,
        id: randomUUID(),
        caseId,
        planId: plan?.id ?? null,
        status: MeetingStatus.PLANNED,
        purpose: input.purpose,
        startsAt: input.startsAt,
        place: input.place,
        calledAt: new Date(),
        calledBy: actor.id,
        decidingSectors: [...new Set(deciding)],
        preBriefed: input.preBriefed,
        citizenYes,
        reaction: null,
        reactionNote: null,
        version: 1,
      });
      await manager.insert(Meeting, meeting);
      await invite(context, manager, meeting, invitees);
      const open = plan === null ? [] : await openAgreements(manager, plan);
      const points = [
        ...open.map(({ id }) => ({ agreementId: id, topic: null })),
        ...input.topics.map((topic) => ({ agreementId: null, topic })),
      ];
      const { id: meetingId } = meeting;
      const agenda = points.map((point, index) => ({
        citizenId,
        id: randomUUID(),
        meetingId,
        position: index + 1,
        ...point,
      }));
      if (agenda.length > 0) await manager.insert(AgendaItem, agenda);
      return meeting;
    });
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description: 'Invites more people (invitér flere). The wishes of the citizen hold for all of them together.',
  })
  @Writes('MEETING')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  inviteToMeeting(
    @Arg('input', () => InviteToMeetingInput) input: InviteToMeetingInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Meeting> {
    const invitees = inviteesOf(input.participants);
    return context.writer.write(async (manager) => {
      const meeting = await lockMeeting(manager, context.actor, input);
      if (meeting.status !== MeetingStatus.PLANNED) throw coordinationError('MEETING_OVER');
      const all = [...comingOf(await participantsOf(manager, meeting)), ...invitees];
      const citizenYes = await assertSafeSetting(manager, meeting.citizenId, all, input.citizenYes ?? null);
      await invite(context, manager, meeting, invitees);
      return saveMeeting(manager, Object.assign(meeting, { citizenYes: citizenYes ?? meeting.citizenYes }));
    });
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description: 'Calls a meeting off (aflys møde). Whoever was only invited no longer has a part in it.',
  })
  @Writes('MEETING')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  cancelMeeting(
    @Arg('input', () => MeetingEditInput) input: MeetingEditInput,
    @Ctx() { actor, writer, relations }: SubgraphContext,
  ): Promise<Meeting> {
    return writer.write(async (manager) => {
      const meeting = await lockMeeting(manager, actor, input);
      if (meeting.status !== MeetingStatus.PLANNED) throw coordinationError('MEETING_OVER');
      const cancelled = await saveMeeting(manager, Object.assign(meeting, { status: MeetingStatus.CANCELLED }));
      for (const participant of await participantsOf(manager, cancelled)) {
        const relation = participantRelation(participant, cancelled, new Date());
        if (relation !== null) await relations.report(manager, cancelled.citizenId, relation);
      }
      return cancelled;
    });
  }
}

/**
 * What a meeting is about: an open case, a plan, or both. Without a plan it is the newest open one of the case.
 * @throws MEETING_NEEDS_SUBJECT, NOT_FOUND (also without a part in it)
 */
async function subjectOf(
  manager: EntityManager,
  actor: Actor,
  { citizenId, caseId, planId }: CallMeetingInput,
): Promise<{ caseId: string | null; plan: Plan | null }> {
  if (planId) {
    const id = assertId(planId, 'input.planId');
    const plan = await manager.findOneBy(Plan, { citizenId, id, closedAt: IsNull() });
    const fits = plan !== null && (!caseId || plan.caseId === caseId);
    if (!fits || !(await hasPartInPlan(manager, actor, plan))) throw kitError('NOT_FOUND', { field: 'input.planId' });
    return { caseId: plan.caseId, plan };
  }
  if (!caseId) throw coordinationError('MEETING_NEEDS_SUBJECT', { field: 'input.caseId' });
  const id = assertId(caseId, 'input.caseId');
  const open = await manager.existsBy(CoordinationCase, { citizenId, id, closedAt: IsNull() });
  if (!open || !(await hasPartInCase(manager, actor, citizenId, id)))
    throw kitError('NOT_FOUND', { field: 'input.caseId' });
  const where = { citizenId, caseId: id, closedAt: IsNull() };
  return { caseId: id, plan: await manager.findOne(Plan, { where, order: { openedAt: 'DESC' } }) };
}
