import type { SeedTable } from '@sammen/subgraph-kit';

const table = (name: string, columns: string): SeedTable => ({ table: name, columns: columns.split(' ') });

const PERSON = 'id organisation_id actor_id name municipality_code capacity active_from active_to';
const PERIOD = 'goals frequency started_on planned_end_on ended_on end_reason';

/** Parents before their children: the order in which COPY commits. */
export const TABLES: readonly SeedTable[] = [
  table('mentor', `${PERSON} engagement hours_per_week targets`),
  table('mentor_experience', 'mentor_id statement tags opted_in'),
  table('team_assignment', 'id mentor_id unit_id purpose started_on'),
  table('volunteer', `${PERSON} interests`),
  table('mentorship', `citizen_id id organisation_id mentor_id ${PERIOD} on_experience`),
  table('mentor_meeting', 'citizen_id id mentorship_id at minutes activity status'),
  table('peer_wish', 'citizen_id id organisation_id tags wished_at recorded_by'),
  table('visit_agreement', `citizen_id id organisation_id volunteer_id ${PERIOD}`),
  table('volunteer_visit', 'citizen_id id agreement_id at minutes activity status'),
  table('course', 'id organisation_id title starts_on ends_on capacity educators'),
  table('course_session', 'course_id id at topic'),
  table('course_enrolment', 'citizen_id id course_id organisation_id role enrolled_on withdrawn_on'),
  table('session_attendance', 'citizen_id enrolment_id session_id course_id attended recorded_at'),
];
