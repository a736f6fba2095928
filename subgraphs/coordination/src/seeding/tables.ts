import type { CopyValue, SeedSink } from '@sammen/subgraph-kit';

/** Columns that name a professional. */
const PERSON = ['actor_id', 'person_name', 'role', 'organisation_id', 'unit_id'];

/** Columns of each table, parents before their children: the order in which COPY commits. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  coordination_case: ['organisation_id', 'status', 'purpose', 'opened_at', 'opened_by', 'closed_at'],
  case_event: ['case_id', 'kind', 'at', 'reason', ...PERSON],
  cohort_place: [
    'case_id',
    'organisation_id',
    'rank',
    'taken_at',
    'taken_by',
    'reason',
    'complexity_score',
    'released_at',
  ],
  key_manager: ['case_id', ...PERSON, 'valid_from', 'valid_to', 'end_reason'],
  care_team_member: ['case_id', 'sector', ...PERSON, 'responsible', 'task', 'phone', 'valid_from', 'valid_to'],
  plan: ['case_id', 'kind', 'status', 'version', 'version_number', ...PERSON, 'opened_at', 'agreed_at', 'closed_at'],
  plan_version: ['plan_id', 'number', 'status', 'begun_at', 'agreed_at', ...PERSON],
  plan_change: ['plan_id', 'version_number', 'at', 'kind', 'after', ...PERSON],
  plan_party: ['plan_id', 'sector', ...PERSON, 'joined_at'],
  sign_off: ['plan_id', 'party_id', 'version_number', 'state', 'at', 'recorded_by'],
  plan_goal: ['plan_id', 'rank', 'life_domain', 'text', 'set_at', 'noted_by'],
  map_item: ['plan_id', 'case_id', 'kind', 'life_domain', 'text', 'sector', ...PERSON, 'contributed_at'],
  agreement: [
    ...['plan_id', 'case_id', 'rank', 'citizen_rank', 'action', 'challenge_id', 'sector', ...PERSON],
    ...['made_on', 'due_on', 'status', 'ended_on'],
  ],
  agreement_follow_up: ['agreement_id', 'due_on', 'what_is_checked', 'held_on', 'result', 'next_on'],
  meeting: [
    ...['case_id', 'plan_id', 'status', 'purpose', 'starts_at', 'place', 'called_at', 'called_by', 'deciding_sectors'],
    ...['pre_briefed', 'citizen_yes', 'reaction'],
  ],
  meeting_participant: [
    ...['meeting_id', 'sector', ...PERSON, 'meeting_role', 'mandate', 'answer', 'role_confirmed', 'newcomer'],
    ...['purpose_acknowledged', 'attendance'],
  ],
  meeting_decision: ['meeting_id', 'participant_id', 'sector', 'subject', 'text', 'recorded_at'],
  agenda_item: ['meeting_id', 'position', 'agreement_id'],
  recovery_measurement: [
    ...['case_id', 'measured_on', 'scale', 'answered_by', 'hope', 'wellbeing', 'inclusion', 'citizenship'],
    ...['empowerment', 'meaningful_life', ...PERSON, 'recorded_at'],
  ],
  safe_setting: [
    ...['place', 'most_people', 'must_attend', 'must_not_attend', 'support_person', 'breaks', 'pre_brief'],
    ...['may_leave', 'set_at', 'noted_by'],
  ],
};

/** What `runSeed` fills. */
export const TABLES = Object.entries(COLUMNS).map(([table, columns]) => ({
  table,
  columns: ['citizen_id', 'id', ...columns],
}));

const COLUMNS_OF = new Map(TABLES.map(({ table, columns }) => [table, columns]));

/** A row by column name; what is not named is null. */
export type SeedRow = Readonly<Record<string, CopyValue>> & { readonly id: string };

/** Writes rows of one citizen. */
export type WriteRow = (table: string, row: SeedRow) => Promise<void> | undefined;

/** A writer for one citizen's rows. */
export function rowWriter(sink: SeedSink, citizenId: string): WriteRow {
  return (table, row) => {
    const whole: Readonly<Record<string, CopyValue>> = { ...row, citizen_id: citizenId };
    return sink.write(
      table,
      COLUMNS_OF.get(table)!.map((column) => whole[column]),
    );
  };
}
