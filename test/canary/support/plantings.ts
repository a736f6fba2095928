/** Where the canaries go: every table that holds rows of citizens, its category and its columns of free text. */
import type { DataCategory } from '@sammen/consent';

/** One table of a subgraph's database. */
export interface Planting {
  readonly database: string;
  readonly table: string;
  /** The category of its text and of the ids of its rows. */
  readonly category: DataCategory;
  /** Columns of text that become canaries; with a category of their own where it differs from the table's. */
  readonly text: Readonly<Record<string, DataCategory | null>>;
  /** Columns of JSON, and the keys in them whose text becomes canaries. */
  readonly json?: Readonly<Record<string, readonly string[]>>;
  /** Columns that are lists of text. */
  readonly lists?: readonly string[];
  /** Further categories whose fields, as declared, show the ids of these rows. */
  readonly idsAlsoIn?: readonly DataCategory[];
  /** Columns of text that stay empty where they are, because something else would have to change with them. */
  readonly keepsEmpty?: readonly string[];
  /** Columns of text that stay, with the reason: another column could not be checked or looked up any more. */
  readonly stays: Readonly<Record<string, string>>;
}

const CODE = 'a code from a closed list';
const UNIT = 'the id of an organisation, a unit or a member of staff';
const UNSEEN = 'no field shows it';
const PERSON = { actor_id: UNIT, role: CODE, organisation_id: UNIT, unit_id: UNIT };

/** A row that names a professional: their name becomes the canary of what the row says about the citizen. */
const named = (text: Record<string, null> = {}): Record<string, null> => ({ person_name: null, ...text });

function of(
  database: string,
  category: DataCategory,
  tables: Readonly<Record<string, Omit<Planting, 'database' | 'table' | 'category'> & { category?: DataCategory }>>,
): Planting[] {
  return Object.entries(tables).map(([table, rest]) => ({ database, table, category, ...rest }));
}

/** All of them. */
export const PLANTINGS: readonly Planting[] = [
  ...of('citizen', 'IDENTITY', {
    person: {
      text: {
        given_name: null,
        family_name: null,
        street: 'CONTACT',
        postal_code: 'CONTACT',
        city: 'CONTACT',
        phone: 'CONTACT',
        email: 'CONTACT',
      },
      stays: { gender: UNSEEN, municipality_code: CODE },
    },
    cpr_number: { category: 'CPR_NUMBER', text: {}, stays: { number: 'ten digits: a canary as it is', kind: CODE } },
    representative: {
      category: 'REPRESENTATIVES',
      text: { name: null, mandate: null },
      idsAlsoIn: ['CONSENTS', 'ACCESS_LOG'],
      stays: { actor_id: UNIT, kind: CODE },
    },
    consent_choice: {
      category: 'CONSENTS',
      text: { evidence: null, gdpr_basis: null },
      idsAlsoIn: ['ACCESS_LOG'],
      stays: {
        effect: CODE,
        declines: CODE,
        legal_basis: CODE,
        form: CODE,
        given_by: UNSEEN,
        recorded_by: UNSEEN,
        withdrawn_by: UNSEEN,
        policy_version: UNSEEN,
      },
    },
    emergency_access: {
      category: 'ACCESS_LOG',
      text: { reason: null },
      stays: { actor_id: UNSEEN, actor_role: CODE, organisation_id: UNIT, kind: CODE },
    },
    emergency_review: {
      category: 'ACCESS_LOG',
      text: { note: null },
      stays: { outcome: CODE, reviewed_by: UNSEEN, organisation_id: UNIT },
    },
    consent_request: {
      category: 'CONSENTS',
      text: { text: null },
      idsAlsoIn: ['ACCESS_LOG'],
      stays: {
        actor_id: UNSEEN,
        actor_role: CODE,
        organisation_id: UNIT,
        purpose: CODE,
        answer: CODE,
        answered_by: UNSEEN,
      },
    },
    care_relation: {
      category: 'ACCESS_LOG',
      text: {},
      stays: { kind: CODE, organisation_id: UNIT, unit_id: UNIT, actor_id: UNIT, plan_kind: CODE },
    },
  }),
  ...of('psychiatry', 'ADMISSION_NOTICE', {
    admission: {
      text: { hospital_name: null, hospital_sor: null, ward_name: 'ADMISSION' },
      stays: { episode_id: UNSEEN, kind: CODE, status: CODE, unit_id: UNIT },
    },
    admission_event: { category: 'ADMISSION', text: {}, stays: { kind: CODE, concerns: CODE } },
    leave: { category: 'ADMISSION', text: {}, stays: {} },
    assessment: {
      category: 'ASSESSMENT',
      text: { author_name: null, author_role: null, summary: null },
      json: { domains: ['note'] },
      stays: { author_id: UNSEEN, unit_id: UNIT },
    },
    diagnosis: { category: 'DIAGNOSIS', text: { sks_code: null }, stays: { rank: CODE } },
    treatment: {
      category: 'TREATMENT',
      text: { course: null, responsible_name: null },
      stays: { kind: CODE, status: CODE, unit_id: UNIT },
    },
    treatment_contact: { category: 'TREATMENT', text: {}, stays: { kind: CODE, unit_id: UNIT } },
  }),
  ...of('municipality', 'EMPLOYMENT', {
    social_service: {
      category: 'SOCIAL_SERVICE',
      keepsEmpty: ['end_reason'],
      text: { provider: null, caseworker_name: null, end_reason: null },
      json: { goals: ['text'] },
      stays: { unit_id: UNIT, act: CODE, paragraph: CODE, caseworker_id: UNIT },
    },
    housing: {
      category: 'HOUSING',
      keepsEmpty: ['place'],
      text: { place: null },
      stays: { unit_id: UNIT, kind: CODE },
    },
    housing_benefit: {
      category: 'HOUSING_BENEFIT',
      text: { reason: null },
      stays: { unit_id: UNIT, kind: CODE, status: CODE, dwelling: CODE, income_kind: CODE },
    },
    financial_support: {
      category: 'FINANCIAL_SUPPORT',
      text: { purpose: null, end_reason: null },
      stays: { unit_id: UNIT, kind: CODE, frequency: CODE },
    },
    job_centre_case: {
      text: { min_plan_id: null, caseworker_name: null, close_reason: null },
      stays: { unit_id: UNIT, caseworker_id: UNIT },
    },
    income_period: { text: {}, stays: { kind: CODE } },
    employment_measure: { text: { employer: null, purpose: null, end_reason: null }, stays: { measure: CODE } },
    job_centre_follow_up: { text: {}, stays: { unit_id: UNIT } },
  }),
  ...of('ngo', 'MENTORSHIP', {
    mentorship: {
      text: {},
      lists: ['goals'],
      stays: { organisation_id: UNIT, frequency: CODE, end_reason: CODE, referred_by: UNIT },
    },
    mentor_meeting: { text: { activity: null }, stays: { status: CODE } },
    peer_wish: { text: {}, stays: { organisation_id: UNIT, recorded_by: UNSEEN } },
    visit_agreement: {
      category: 'VOLUNTEER_VISIT',
      text: {},
      lists: ['goals'],
      stays: { organisation_id: UNIT, frequency: CODE, end_reason: CODE },
    },
    volunteer_visit: { category: 'VOLUNTEER_VISIT', text: { activity: null }, stays: { status: CODE } },
    course_enrolment: { category: 'PSYCHO_EDUCATION', text: {}, stays: { organisation_id: UNIT, role: CODE } },
  }),
  ...of('coordination', 'PLAN', {
    plan: {
      text: named(),
      lists: ['replaces'],
      idsAlsoIn: ['MEETING'],
      stays: { ...PERSON, kind: CODE, status: CODE },
    },
    plan_goal: { text: { text: null }, stays: { life_domain: CODE, noted_by: UNSEEN } },
    plan_party: { text: named(), stays: { ...PERSON, sector: CODE } },
    plan_version: { text: named(), stays: { ...PERSON, status: CODE } },
    plan_change: { text: named({ before: null, after: null }), stays: { ...PERSON, kind: CODE } },
    sign_off: { text: { note: null, evidence: null }, stays: { state: CODE, recorded_by: UNSEEN } },
    map_item: { text: named({ text: null }), stays: { ...PERSON, kind: CODE, life_domain: CODE, sector: CODE } },
    agreement: { text: named({ action: null, note: null }), stays: { ...PERSON, sector: CODE, status: CODE } },
    agreement_follow_up: { keepsEmpty: ['result'], text: { what_is_checked: null, result: null }, stays: {} },
    meeting: {
      category: 'MEETING',
      text: { purpose: null, place: null, citizen_yes: null, reaction_note: null },
      stays: { status: CODE, called_by: UNSEEN, reaction: CODE },
    },
    meeting_participant: {
      category: 'MEETING',
      text: named({ expectation: null }),
      stays: { ...PERSON, sector: CODE, meeting_role: CODE, answer: CODE, attendance: CODE },
    },
    meeting_decision: { category: 'MEETING', text: { text: null }, stays: { sector: CODE, subject: CODE } },
    agenda_item: { category: 'MEETING', keepsEmpty: ['topic'], text: { topic: null }, stays: {} },
    safe_setting: {
      category: 'MEETING',
      text: { place: null, support_person: null, note: null },
      json: { must_attend: ['description'], must_not_attend: ['description'] },
      stays: { noted_by: UNSEEN },
    },
    coordination_case: {
      category: 'CARE_TEAM',
      text: { purpose: null },
      stays: { organisation_id: UNIT, status: CODE, opened_by: UNSEEN },
    },
    case_event: { category: 'CARE_TEAM', text: named({ reason: null }), stays: { ...PERSON, kind: CODE } },
    cohort_place: { category: 'CARE_TEAM', text: { reason: null }, stays: { organisation_id: UNIT, taken_by: UNSEEN } },
    key_manager: {
      category: 'CARE_TEAM',
      keepsEmpty: ['end_reason'],
      text: named({ end_reason: null }),
      stays: PERSON,
    },
    care_team_member: {
      category: 'CARE_TEAM',
      text: named({ task: null, phone: null }),
      stays: { ...PERSON, sector: CODE },
    },
    recovery_measurement: { text: named(), stays: { ...PERSON, scale: CODE, answered_by: CODE } },
    care_contact: { category: 'CARE_TEAM', text: named({ note: null }), stays: { ...PERSON, channel: CODE } },
  }),
];
