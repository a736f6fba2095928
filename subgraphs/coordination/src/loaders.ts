import { childRows, pagesByCitizen, rowsByCitizen, rowsByKey } from '@sammen/subgraph-kit';
import { type DataSource, IsNull } from 'typeorm';
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

/** Every batch of the coordination subgraph; made anew for each request. */
export function coordinationLoaders(database: DataSource) {
  return {
    cases: rowsByCitizen(database, CoordinationCase, { openedAt: 'DESC' }),
    case: rowsByKey(database, CoordinationCase),
    caseEvents: childRows(database, CaseEvent, 'caseId', { at: 'ASC' }),
    cohortPlaces: childRows(database, CohortPlace, 'caseId', { takenAt: 'ASC' }),
    activeKeyManagers: rowsByCitizen(database, KeyManager, { validFrom: 'DESC' }, { validTo: IsNull() }),
    keyManagers: childRows(database, KeyManager, 'caseId', { validFrom: 'ASC' }),
    careTeam: rowsByCitizen(database, CareTeamMember, { validFrom: 'ASC', id: 'ASC' }, { validTo: IsNull() }),
    contactPages: pagesByCitizen(database, CareContact, { newestFirstBy: 'at' }),

    planPages: pagesByCitizen(database, Plan, { newestFirstBy: 'openedAt' }),
    plan: rowsByKey(database, Plan),
    versions: childRows(database, PlanVersion, 'planId', { number: 'DESC' }),
    changes: childRows(database, PlanChange, 'planId', { at: 'ASC', id: 'ASC' }),
    parties: childRows(database, PlanParty, 'planId', { joinedAt: 'ASC', id: 'ASC' }),
    signOffs: childRows(database, SignOff, 'planId', { at: 'ASC' }),
    goals: childRows(database, PlanGoal, 'planId', { rank: 'ASC' }),
    mapOfPlan: childRows(database, MapItem, 'planId', { contributedAt: 'ASC', id: 'ASC' }),
    mapOfCase: childRows(database, MapItem, 'caseId', { contributedAt: 'ASC', id: 'ASC' }),
    mapItem: rowsByKey(database, MapItem),
    /** Open ones in their order, then the others, the newest first. */
    agreements: childRows(database, Agreement, 'planId', { rank: 'ASC', endedOn: 'DESC', id: 'ASC' }),
    agreementsOfCase: childRows(database, Agreement, 'caseId', { rank: 'ASC', dueOn: 'ASC', id: 'ASC' }),
    agreement: rowsByKey(database, Agreement),
    followUps: childRows(database, FollowUp, 'agreementId', { dueOn: 'ASC', id: 'ASC' }),

    meetingPages: pagesByCitizen(database, Meeting, { newestFirstBy: 'startsAt' }),
    meeting: rowsByKey(database, Meeting),
    participants: childRows(database, MeetingParticipant, 'meetingId', { sector: 'ASC', id: 'ASC' }),
    participant: rowsByKey(database, MeetingParticipant),
    decisions: childRows(database, MeetingDecision, 'meetingId', { recordedAt: 'ASC', id: 'ASC' }),
    agenda: childRows(database, AgendaItem, 'meetingId', { position: 'ASC' }),
    recoveryPages: pagesByCitizen(database, RecoveryMeasurement, { newestFirstBy: 'measuredOn' }),
    recovery: rowsByCitizen(database, RecoveryMeasurement, { measuredOn: 'DESC', recordedAt: 'DESC', id: 'DESC' }),
    safeSettings: rowsByCitizen(database, SafeSetting, { setAt: 'DESC' }),
  };
}

/** What {@link coordinationLoaders} makes. */
export type CoordinationLoaders = ReturnType<typeof coordinationLoaders>;
