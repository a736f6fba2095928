import { Consent, type SubgraphContext } from '@sammen/subgraph-kit';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { CoordinationLoaders } from '../loaders.js';
import { AgendaItem } from '../model/agendaItem.js';
import { Agreement } from '../model/agreement.js';
import { CoordinationCase } from '../model/coordinationCase.js';
import { Meeting } from '../model/meeting.js';
import { MeetingDecision } from '../model/meetingDecision.js';
import { MeetingParticipant } from '../model/meetingParticipant.js';
import { MeetingReadiness } from '../model/meetingReadiness.js';
import { Plan } from '../model/plan.js';
import { headCountOf, readinessOf } from '../readiness.js';

type Context = SubgraphContext<CoordinationLoaders>;

/** What belongs to a meeting and lives in tables of its own, and what can be seen before it begins. */
@Resolver(() => Meeting)
export class MeetingResolver {
  @FieldResolver(() => [MeetingParticipant], { nullable: true, description: 'Who is invited (deltagere).' })
  @Consent('MEETING')
  participants(@Root() meeting: Meeting, @Ctx() { loaders }: Context): Promise<MeetingParticipant[]> {
    return loaders.participants.load(meeting);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many people come, beside the citizen and whom they bring along; known before the meeting.',
  })
  @Consent('MEETING')
  async participantCount(@Root() meeting: Meeting, @Ctx() { loaders }: Context): Promise<number> {
    return headCountOf(await loaders.participants.load(meeting));
  }

  @FieldResolver(() => MeetingReadiness, {
    nullable: true,
    description: 'Whether it can begin well, and what is missing.',
  })
  @Consent('MEETING')
  async readiness(@Root() meeting: Meeting, @Ctx() { loaders }: Context): Promise<MeetingReadiness> {
    const [participants, settings] = await Promise.all([
      loaders.participants.load(meeting),
      loaders.safeSettings.load(meeting.citizenId),
    ]);
    return readinessOf(meeting, participants, settings[0] ?? null);
  }

  @FieldResolver(() => [AgendaItem], {
    nullable: true,
    description: 'What it is about: first the agreements that were open when it was called (dagsorden).',
  })
  @Consent('MEETING')
  agenda(@Root() meeting: Meeting, @Ctx() { loaders }: Context): Promise<AgendaItem[]> {
    return loaders.agenda.load(meeting);
  }

  @FieldResolver(() => [MeetingDecision], { nullable: true, description: 'What was decided (beslutninger).' })
  @Consent('MEETING')
  decisions(@Root() meeting: Meeting, @Ctx() { loaders }: Context): Promise<MeetingDecision[]> {
    return loaders.decisions.load(meeting);
  }

  @FieldResolver(() => Plan, { nullable: true, description: 'The plan it is about.' })
  @Consent('PLAN')
  plan(@Root() { citizenId, planId }: Meeting, @Ctx() { loaders }: Context): Promise<Plan | null> | null {
    return planId === null ? null : loaders.plan.load({ citizenId, id: planId });
  }

  @FieldResolver(() => CoordinationCase, { nullable: true, description: 'The case it is about.' })
  @Consent('CARE_TEAM')
  case(@Root() { citizenId, caseId }: Meeting, @Ctx() { loaders }: Context): Promise<CoordinationCase | null> | null {
    return caseId === null ? null : loaders.case.load({ citizenId, id: caseId });
  }
}

/** An open agreement on the agenda; part of the plan, so decided as such. */
@Resolver(() => AgendaItem)
export class AgendaItemResolver {
  @FieldResolver(() => Agreement, { nullable: true, description: 'The open agreement; null when it is a topic.' })
  @Consent('PLAN')
  agreement(
    @Root() { citizenId, agreementId }: AgendaItem,
    @Ctx() { loaders }: Context,
  ): Promise<Agreement | null> | null {
    return agreementId === null ? null : loaders.agreement.load({ citizenId, id: agreementId });
  }
}

/** Who decided. */
@Resolver(() => MeetingDecision)
export class MeetingDecisionResolver {
  @FieldResolver(() => MeetingParticipant, { nullable: true, description: 'Who decided, with the mandate for it.' })
  @Consent('MEETING')
  decidedBy(
    @Root() { citizenId, participantId }: MeetingDecision,
    @Ctx() { loaders }: Context,
  ): Promise<MeetingParticipant | null> {
    return loaders.participant.load({ citizenId, id: participantId });
  }
}
