import { connectionOf } from '@sammen/subgraph-kit';
import { Agreement } from './agreement.js';
import { CareContact } from './careContact.js';
import { CoordinationCase } from './coordinationCase.js';
import { FollowUp } from './followUp.js';
import { Meeting } from './meeting.js';
import { Plan } from './plan.js';
import { RecoveryMeasurement } from './recoveryMeasurement.js';

/** Plans of one citizen. */
export const PlanConnection = connectionOf(Plan, 'PLAN');

/** Meetings about one citizen. */
export const MeetingConnection = connectionOf(Meeting, 'MEETING');

/** Contacts with one citizen. */
export const CareContactConnection = connectionOf(CareContact, 'CARE_TEAM');

/** Recovery measurements of one citizen. */
export const RecoveryMeasurementConnection = connectionOf(RecoveryMeasurement, 'PLAN');

/** Work lists over many citizens: each row is decided for its own citizen, and only what is visible is counted. */
export const CaseloadConnection = connectionOf(CoordinationCase, null, 'Caseload');
export const OverdueAgreementConnection = connectionOf(Agreement, null, 'OverdueAgreement');
export const OverdueAgreementFollowUpConnection = connectionOf(FollowUp, null, 'OverdueAgreementFollowUp');
