import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a decision rests on is whole and known, whoever writes it: a fact that could not be read would withhold everything
 * about its citizen (INVARIANT I-4), so there is none. The lists are those of this version; whoever adds a word to the
 * vocabulary of consents adds a migration, and a test says so.
 */
const CATEGORIES = [
  ...['IDENTITY', 'CPR_NUMBER', 'CONTACT', 'REPRESENTATIVES', 'CONSENTS', 'ACCESS_LOG'],
  ...['ADMISSION_NOTICE', 'ADMISSION', 'DIAGNOSIS', 'ASSESSMENT', 'TREATMENT'],
  ...['SOCIAL_SERVICE', 'HOUSING', 'HOUSING_BENEFIT', 'FINANCIAL_SUPPORT', 'EMPLOYMENT'],
  ...['MENTORSHIP', 'VOLUNTEER_VISIT', 'PSYCHO_EDUCATION', 'PLAN', 'MEETING', 'CARE_TEAM'],
];
const HEALTH = ['ADMISSION_NOTICE', 'ADMISSION', 'DIAGNOSIS', 'ASSESSMENT', 'TREATMENT'];
const PURPOSES = [
  ...['SELF_ACCESS', 'REPRESENTATION', 'TREATMENT', 'CARE_COORDINATION', 'SOCIAL_CASEWORK', 'HOUSING_CASEWORK'],
  ...['EMPLOYMENT_CASEWORK', 'PEER_SUPPORT', 'PSYK_13C', 'OVERSIGHT'],
];
const SECTORS = ['PSYCHIATRY', 'MUNICIPALITY', 'NGO', 'COORDINATION', 'CITIZEN'];
const RELATIONS = [
  ...['TREATING_UNIT', 'CASEWORKER', 'KEY_MANAGER', 'MENTOR_MATCH', 'VOLUNTEER_MATCH', 'PLAN_PARTY'],
  ...['RESIDENT_MUNICIPALITY', 'COURSE_ENROLMENT'],
];
const ROLES = [
  ...['CITIZEN', 'GUARDIAN', 'PSYCHIATRIST', 'WARD_NURSE', 'SOCIAL_WORKER', 'HOUSING_OFFICER', 'JOB_CONSULTANT'],
  ...['KEY_MANAGER', 'MENTOR', 'VOLUNTEER', 'NGO_COORDINATOR', 'LEADER', 'ANALYST', 'DATA_PROTECTION_OFFICER'],
];

const array = (words: readonly string[]) => `ARRAY[${words.map((word) => `'${word}'`).join(', ')}]::text[]`;
/** A flat list of known words, empty only where that is said. */
const listOf = (column: string, words: readonly string[], least: 0 | 1) =>
  `${column} <@ ${array(words)} AND coalesce(array_ndims(${column}), ${least === 0 ? 1 : 0}) = 1`;
const isOne = (column: string, words: readonly string[]) => `${column} = ANY (${array(words)})`;
/** Unset, or a time that can be told from every other. */
const finite = (...columns: readonly string[]) =>
  columns.map((column) => `coalesce(isfinite(${column}), true)`).join(' AND ');
const never = (path: string) => `NOT jsonb_path_exists(recipients, '${path}')`;

const CONSTRAINTS: readonly (readonly [table: string, name: string, check: string])[] = [
  ['consent_choice', 'choice_categories', listOf('categories', CATEGORIES, 1)],
  ['consent_choice', 'choice_purposes', listOf('purposes', PURPOSES, 1)],
  ['consent_choice', 'choice_sources', listOf('sources', SECTORS, 0)],
  // An axis that is not known would be dropped, and one that is blank match nobody: each recipient names what it means.
  [
    'consent_choice',
    'choice_recipients',
    [
      `jsonb_array_length(recipients) BETWEEN 1 AND 20`,
      never('strict $[*] ? (@.type() != "object")'),
      never('strict $[*] ? (!exists(@.keyvalue()))'),
      never(
        '$[*].keyvalue() ? (!(@.key == "organisationId" || @.key == "unitId" || @.key == "role" || @.key == "actorId"))',
      ),
      never('$[*].* ? (@.type() != "string" || @ == "")'),
      never(`$[*].role ? (!(${ROLES.map((role) => `@ == "${role}"`).join(' || ')}))`),
    ].join(' AND '),
  ],
  // Only what a consent does, and only what a block does.
  ['consent_choice', 'choice_effect', `CASE effect WHEN 'CONSENT' THEN declines IS NULL ELSE lifts = '{}' END`],
  ['consent_choice', 'choice_declines', isOne('declines', ['HOSPITAL_NOTIFICATION'])],
  ['consent_choice', 'choice_form', isOne('form', ['DIGITAL', 'WRITTEN', 'ORAL'])],
  ['consent_choice', 'choice_times', finite('valid_from', 'valid_to', 'recorded_at', 'superseded_at', 'withdrawn_at')],
  ['consent_choice', 'choice_withdrawn', `(withdrawn_at IS NULL) = (withdrawn_by IS NULL)`],
  ['consent_choice', 'choice_by_somebody', `given_by <> '' AND recorded_by <> '' AND policy_version <> ''`],
  // By what is said in it, not by what law somebody named: health data for another purpose than treatment.
  [
    'consent_choice',
    'consent_of_health_at_most_one_year',
    `effect = 'BLOCK' OR NOT categories && ${array(HEALTH)} OR purposes <@ ${array(['TREATMENT'])}
       OR valid_to <= recorded_at + interval '1 year'`,
  ],
  ['representative', 'representative_categories', listOf('categories', CATEGORIES, 1)],
  ['representative', 'representative_kind', isOne('kind', ['GUARDIAN', 'PROXY', 'PARENT'])],
  ['representative', 'representative_whole', `actor_id <> '' AND ${finite('valid_from', 'valid_to')}`],
  ['care_relation', 'relation_kind', isOne('kind', RELATIONS)],
  ['care_relation', 'relation_plan', isOne('plan_kind', ['DISCHARGE_AGREEMENT', 'COORDINATION_PLAN'])],
  [
    'care_relation',
    'relation_whole',
    `organisation_id <> '' AND coalesce(unit_id, '?') <> '' AND coalesce(actor_id, '?') <> ''
       AND ${finite('valid_from', 'valid_to')}`,
  ],
  ['emergency_access', 'emergency_categories', listOf('categories', CATEGORIES, 1)],
  ['emergency_access', 'emergency_kind', isOne('kind', ['CITIZEN_AGREED_ORALLY', 'VITAL_INTEREST'])],
  ['emergency_access', 'emergency_whole', `actor_id <> '' AND organisation_id <> '' AND ${finite('opened_at')}`],
];

/** Constraints on what decisions rest on, and a history of choices that nobody rewrites. */
export class ConstrainFacts1750000004000 implements MigrationInterface {
  name = 'ConstrainFacts1750000004000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, check] of CONSTRAINTS)
      await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${check})`);
    await runner.query(`ALTER TABLE consent_choice ADD CONSTRAINT choice_mandate
      FOREIGN KEY (citizen_id, mandate_id) REFERENCES representative (citizen_id, id)`);
    await runner.query(`CREATE INDEX choice_of_mandate ON consent_choice (citizen_id, mandate_id)`);
    await runner.query(`
      CREATE FUNCTION consent_lifts_known() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM unnest(NEW.lifts) AS lifted WHERE NOT EXISTS (
            SELECT FROM consent_choice b WHERE b.citizen_id = NEW.citizen_id AND b.id = lifted AND b.effect = 'BLOCK')) THEN
          RAISE EXCEPTION 'A consent lifts what is no block' USING ERRCODE = '23503', CONSTRAINT = 'consent_lifts_known';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`CREATE TRIGGER consent_lifts_known BEFORE INSERT ON consent_choice
      FOR EACH ROW WHEN (cardinality(NEW.lifts) > 0) EXECUTE FUNCTION consent_lifts_known()`);
    // Bitemporal: what was known when stays known. A version ends once, at the moment the database says, and then stands.
    await runner.query(`
      CREATE FUNCTION choice_history_stands() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.superseded_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL THEN
          RAISE EXCEPTION 'A choice that has ended stands' USING ERRCODE = '23514', CONSTRAINT = 'choice_history_stands';
        END IF;
        NEW.superseded_at := CASE WHEN NEW.superseded_at IS NOT NULL THEN clock_timestamp() END;
        NEW.withdrawn_at := CASE WHEN NEW.withdrawn_at IS NOT NULL THEN clock_timestamp() END;
        RETURN NEW;
      END $$`);
    await runner.query(`CREATE TRIGGER choice_history_stands BEFORE UPDATE ON consent_choice
      FOR EACH ROW EXECUTE FUNCTION choice_history_stands()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['choice_history_stands', 'consent_lifts_known']) {
      await runner.query(`DROP TRIGGER ${name} ON consent_choice`);
      await runner.query(`DROP FUNCTION ${name}`);
    }
    await runner.query(`DROP INDEX choice_of_mandate`);
    await runner.query(`ALTER TABLE consent_choice DROP CONSTRAINT choice_mandate`);
    for (const [table, name] of CONSTRAINTS) await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  }
}
