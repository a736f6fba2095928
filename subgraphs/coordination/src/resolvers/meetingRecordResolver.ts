import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import { Roles, type SubgraphContext, Writes, assertId, kitError } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { coordinationError } from '../errors.js';
import {
  RecordMeetingAttendanceInput,
  RecordDecisionInput,
  RecordReactionInput,
  RespondToInvitationInput,
} from '../input/meetingRecordInput.js';
import { SECTOR_OF_SUBJECT } from '../model/decisionSubject.js';
import { Meeting, MeetingStatus } from '../model/meeting.js';
import { MeetingDecision } from '../model/meetingDecision.js';
import { InvitationAnswer, MeetingParticipant } from '../model/meetingParticipant.js';
import { assertMandate } from '../write/mandate.js';
import { lockMeeting, participantsOf, saveMeeting } from '../write/meetingStory.js';
import { assertBegun } from '../write/moment.js';
import { once } from '../write/once.js';
import { participantRelation } from '../write/relationOf.js';

/** What people answer to an invitation, and what is written down of a meeting. */
@Resolver()
export class MeetingRecordResolver {
  @Mutation(() => MeetingParticipant, {
    nullable: true,
    description:
      'Answers an invitation (svar på invitation), confirms the role and acknowledges the purpose. The key manager may note the answer of others.',
  })
  @Writes('MEETING')
  respondToInvitation(
    @Arg('input', () => RespondToInvitationInput) input: RespondToInvitationInput,
    @Ctx() { actor, writer, relations }: SubgraphContext,
  ): Promise<MeetingParticipant> {
    if (input.answer === InvitationAnswer.INVITED)
      throw kitError('INVALID_INPUT', { field: 'input.answer', message: 'An answer is ACCEPTED or DECLINED.' });
    const wanted = input.participantId ? assertId(input.participantId, 'input.participantId') : null;
    return writer.write(async (manager) => {
      const meeting = await lockMeeting(manager, actor, { ...input, version: null });
      if (meeting.status !== MeetingStatus.PLANNED) throw coordinationError('MEETING_OVER');
      const participants = await participantsOf(manager, meeting);
      const found = participants.find((each) => (wanted === null ? isOwn(actor, each) : each.id === wanted));
      if (found === undefined) throw kitError('NOT_FOUND', { field: 'input.participantId' });
      if (!isOwn(actor, found) && actor.role !== 'KEY_MANAGER' && actor.role !== 'SOCIAL_WORKER')
        throw kitError('NOT_ALLOWED', { field: 'input.participantId' });
      Object.assign(found, {
        answer: input.answer,
        roleConfirmed: input.answer === InvitationAnswer.ACCEPTED && (input.confirmsRole || found.roleConfirmed),
        purposeAcknowledged: input.acknowledgesPurpose || found.purposeAcknowledged,
      });
      const answered = await manager.save(MeetingParticipant, found);
      const relation = participantRelation(answered, meeting, new Date());
      if (relation !== null) await relations.report(manager, meeting.citizenId, relation);
      return answered;
    });
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description: 'Writes down who was there (registrér fremmøde); the meeting then counts as held. May be corrected.',
  })
  @Writes('MEETING')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  recordMeetingAttendance(
    @Arg('input', () => RecordMeetingAttendanceInput) input: RecordMeetingAttendanceInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<Meeting> {
    return writer.write(async (manager) => {
      const meeting = await lockMeeting(manager, actor, input);
      assertBegun(meeting.startsAt);
      const { citizenId, id: meetingId } = meeting;
      const known = new Set((await participantsOf(manager, meeting)).map(({ id }) => id));
      if (!input.present.every((id) => known.has(id))) throw kitError('NOT_FOUND', { field: 'input.present' });
      const decided = await manager.findBy(MeetingDecision, { citizenId, meetingId });
      if (!decided.every(({ participantId }) => input.present.includes(participantId)))
        throw coordinationError('DECISION_OUTSIDE_MANDATE', { field: 'input.present' });
      await manager.query(
        `UPDATE meeting_participant SET attendance = CASE WHEN id = ANY($3::uuid[]) THEN 'ATTENDED' ELSE 'ABSENT' END
         WHERE citizen_id = $1 AND meeting_id = $2`,
        [citizenId, meetingId, input.present],
      );
      return saveMeeting(manager, Object.assign(meeting, { status: MeetingStatus.HELD }));
    });
  }

  @Mutation(() => MeetingDecision, {
    nullable: true,
    description:
      'Writes down a decision (registrér beslutning). Refused unless who decided was there and has the mandate.',
  })
  @Writes('MEETING')
  @Roles('KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  recordDecision(
    @Arg('input', () => RecordDecisionInput) input: RecordDecisionInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<MeetingDecision> {
    const participantId = assertId(input.participantId, 'input.participantId');
    return writer.writeOnce(once(actor, 'recordDecision', input), MeetingDecision, async (manager) => {
      const meeting = await lockMeeting(manager, actor, { ...input, version: null });
      if (meeting.status !== MeetingStatus.HELD) throw coordinationError('MEETING_NOT_BEGUN');
      const { citizenId, id: meetingId } = meeting;
      const participant = await manager.findOneBy(MeetingParticipant, { citizenId, id: participantId, meetingId });
      if (participant === null) throw kitError('NOT_FOUND', { field: 'input.participantId' });
      assertMandate(participant, input.subject);
      const decision = manager.create(MeetingDecision, {
        citizenId,
        id: randomUUID(),
        meetingId,
        participantId,
        sector: SECTOR_OF_SUBJECT[input.subject],
        subject: input.subject,
        text: input.text,
        recordedAt: new Date(),
      });
      await manager.insert(MeetingDecision, decision);
      return decision;
    });
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description:
      'Says how the citizen found a meeting (borgerens oplevelse); overwhelmed means a smaller one next time.',
  })
  @Writes('MEETING')
  @Roles('CITIZEN', 'KEY_MANAGER')
  recordReaction(
    @Arg('input', () => RecordReactionInput) input: RecordReactionInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<Meeting> {
    return writer.write(async (manager) => {
      const meeting = await lockMeeting(manager, actor, { ...input, version: null });
      assertBegun(meeting.startsAt);
      const { reaction, note } = input;
      return saveMeeting(manager, Object.assign(meeting, { reaction, reactionNote: note ?? null }));
    });
  }
}

/** Everybody answers for themselves. */
function isOwn(actor: Actor, participant: MeetingParticipant): boolean {
  return participant.isCitizen() ? actor.role === 'CITIZEN' : participant.actorId === actor.id;
}
