import { defineSubgraph } from '@sammen/subgraph-kit';
import { coordinationError } from './errors.js';
import { coordinationLoaders } from './loaders.js';
import { CreateCoordination1750000000000 } from './migrations/createCoordination.js';
import { CreateRecovery1800000000000 } from './migrations/createRecovery.js';
import { AgendaItem } from './model/agendaItem.js';
import { Agreement } from './model/agreement.js';
import { CareContact } from './model/careContact.js';
import { CareTeamMember } from './model/careTeamMember.js';
import { CaseEvent } from './model/caseEvent.js';
import { CohortPlace } from './model/cohortPlace.js';
import { CoordinationCase } from './model/coordinationCase.js';
import { FollowUp } from './model/followUp.js';
import { KeyManager } from './model/keyManager.js';
import { MapItem } from './model/mapItem.js';
import { Meeting } from './model/meeting.js';
import { MeetingDecision } from './model/meetingDecision.js';
import { MeetingParticipant } from './model/meetingParticipant.js';
import { Plan } from './model/plan.js';
import { PlanChange } from './model/planChange.js';
import { PlanGoal } from './model/planGoal.js';
import { PlanParty } from './model/planParty.js';
import { PlanVersion } from './model/planVersion.js';
import { RecoveryMeasurement } from './model/recoveryMeasurement.js';
import { SafeSetting } from './model/safeSetting.js';
import { SignOff } from './model/signOff.js';
import { references } from './references.js';
import { AgreementResolver, FollowUpResolver } from './resolvers/agreementResolver.js';
import { AgreementWriteResolver } from './resolvers/agreementWriteResolver.js';
import { CareTeamWriteResolver } from './resolvers/careTeamWriteResolver.js';
import { CaseResolver } from './resolvers/caseResolver.js';
import { CaseWriteResolver } from './resolvers/caseWriteResolver.js';
import { CitizenResolver } from './resolvers/citizenResolver.js';
import { FollowUpWriteResolver } from './resolvers/followUpWriteResolver.js';
import { MeetingRecordResolver } from './resolvers/meetingRecordResolver.js';
import { AgendaItemResolver, MeetingDecisionResolver, MeetingResolver } from './resolvers/meetingResolver.js';
import { MeetingWriteResolver } from './resolvers/meetingWriteResolver.js';
import { PlanContentWriteResolver } from './resolvers/planContentWriteResolver.js';
import { PlanPartyResolver, PlanVersionResolver, SignOffResolver } from './resolvers/planHistoryResolver.js';
import { PlanResolver } from './resolvers/planResolver.js';
import { PlanWriteResolver } from './resolvers/planWriteResolver.js';
import { RecoveryResolver } from './resolvers/recoveryResolver.js';
import { RecoveryWriteResolver } from './resolvers/recoveryWriteResolver.js';
import { SafeSettingWriteResolver } from './resolvers/safeSettingWriteResolver.js';
import { SignOffWriteResolver } from './resolvers/signOffWriteResolver.js';
import { WhoDoesWhatResolver } from './resolvers/whoDoesWhatResolver.js';
import { WorkListResolver } from './resolvers/workListResolver.js';
import { statistics } from './statistics/index.js';

/** Coordination across sectors: cases and key managers, shared plans and agreements, meetings in a safe setting. */
export const coordination = defineSubgraph({
  name: 'coordination',
  entities: [
    CoordinationCase,
    CaseEvent,
    CohortPlace,
    KeyManager,
    CareTeamMember,
    CareContact,
    Plan,
    PlanVersion,
    PlanChange,
    PlanParty,
    SignOff,
    PlanGoal,
    MapItem,
    Agreement,
    FollowUp,
    Meeting,
    MeetingParticipant,
    MeetingDecision,
    AgendaItem,
    SafeSetting,
    RecoveryMeasurement,
  ],
  migrations: [CreateCoordination1750000000000, CreateRecovery1800000000000],
  resolvers: [
    CitizenResolver,
    CaseResolver,
    WhoDoesWhatResolver,
    WorkListResolver,
    PlanResolver,
    PlanVersionResolver,
    PlanPartyResolver,
    SignOffResolver,
    AgreementResolver,
    FollowUpResolver,
    MeetingResolver,
    AgendaItemResolver,
    MeetingDecisionResolver,
    RecoveryResolver,
    CaseWriteResolver,
    CareTeamWriteResolver,
    PlanWriteResolver,
    PlanContentWriteResolver,
    SignOffWriteResolver,
    AgreementWriteResolver,
    FollowUpWriteResolver,
    MeetingWriteResolver,
    MeetingRecordResolver,
    SafeSettingWriteResolver,
    RecoveryWriteResolver,
  ],
  references,
  loaders: coordinationLoaders,
  constraints: {
    case_one_open: () => coordinationError('CASE_ALREADY_OPEN', { field: 'input.citizenId' }),
    cohort_rank: () => coordinationError('COHORT_RANK_TAKEN', { field: 'input.rank' }),
    key_manager_one_active: () => coordinationError('KEY_MANAGER_ALREADY_ASSIGNED'),
    care_team_one_responsible: () => coordinationError('RESPONSIBLE_ALREADY_NAMED', { field: 'input.responsible' }),
    care_team_one_for_change: () => coordinationError('RESPONSIBLE_ALREADY_NAMED', { field: 'input.answersForChange' }),
    care_team_once: () => coordinationError('ALREADY_ON_CARE_TEAM', { field: 'input.person' }),
    plan_needs_case: () => coordinationError('PLAN_NEEDS_CASE', { field: 'input.caseId' }),
    plan_needs_consent: () => coordinationError('PLAN_NEEDS_CONSENT', { field: 'input.consentGivenOn' }),
    plan_party_once: () => coordinationError('ALREADY_A_PARTY'),
    agreement_due_after_made: () => coordinationError('DUE_BEFORE_MADE', { field: 'input.dueOn' }),
    agreement_rank: () => coordinationError('RANKING_INCOMPLETE'),
    agreement_citizen_rank: () => coordinationError('RANKING_INCOMPLETE'),
    agreement_ranks_whole: () => coordinationError('RANKING_INCOMPLETE'),
    agreement_challenge: () => coordinationError('CHALLENGE_UNKNOWN', { field: 'input.challengeId' }),
    follow_up_next_later: () => coordinationError('FOLLOW_UP_DATES', { field: 'input.nextOn' }),
    meeting_needs_subject: () => coordinationError('MEETING_NEEDS_SUBJECT', { field: 'input.caseId' }),
    meeting_participant_once: () => coordinationError('ALREADY_INVITED', { field: 'input.participants' }),
    recovery_something_answered: () => coordinationError('RECOVERY_NOT_ANSWERED'),
    decision_within_mandate: () => coordinationError('DECISION_OUTSIDE_MANDATE', { field: 'input.participantId' }),
  },
  reportsRelations: true,
  statistics,
});
