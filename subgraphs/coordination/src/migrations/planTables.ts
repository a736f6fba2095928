import { PROFESSIONAL, SECTORS } from './caseTables.js';

/** Every agreed rank is 1..n: no gap and, by the unique constraint, no repetition. Checked when the transaction ends. */
const RANKS_WHOLE = `
  CREATE FUNCTION agreement_ranks_whole() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE changed agreement;
  BEGIN
    IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
    IF (SELECT coalesce(max(rank), 0) <> count(rank) FROM agreement
        WHERE citizen_id = changed.citizen_id AND plan_id = changed.plan_id) THEN
      RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_ranks_whole', MESSAGE = 'ranks have gaps';
    END IF;
    RETURN NULL;
  END $$`;

/** Plans: versions and changes, parties and sign-offs, goals, the map, agreements and follow-ups. */
export const PLAN_TABLES: readonly string[] = [
  `CREATE TABLE plan (
    citizen_id uuid NOT NULL, id uuid NOT NULL, case_id uuid,
    kind text NOT NULL CHECK (kind IN ('ACTION_PLAN', 'DISCHARGE_AGREEMENT', 'COORDINATION_PLAN', 'HOLISTIC_PLAN')),
    status text NOT NULL CHECK (status IN ('DRAFT', 'AGREED', 'CLOSED')),
    version int NOT NULL DEFAULT 1, version_number int NOT NULL DEFAULT 1 CHECK (version_number >= 1), ${PROFESSIONAL},
    opened_at timestamptz NOT NULL, agreed_at timestamptz, closed_at timestamptz,
    replaces text[] NOT NULL DEFAULT '{}', consent_given_on date,
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, case_id) REFERENCES coordination_case (citizen_id, id),
    CONSTRAINT plan_needs_case CHECK (case_id IS NOT NULL OR kind IN ('DISCHARGE_AGREEMENT', 'COORDINATION_PLAN')),
    CONSTRAINT plan_needs_consent CHECK (kind <> 'HOLISTIC_PLAN' OR consent_given_on IS NOT NULL),
    CHECK (status <> 'AGREED' OR agreed_at IS NOT NULL),
    CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL)))`,
  `CREATE INDEX plan_newest ON plan (citizen_id, opened_at DESC, id DESC)`,
  `CREATE INDEX plan_of_case ON plan (citizen_id, case_id)`,
  `CREATE TABLE plan_version (
    citizen_id uuid NOT NULL, id uuid NOT NULL, plan_id uuid NOT NULL, number int NOT NULL CHECK (number >= 1),
    status text NOT NULL CHECK (status IN ('DRAFT', 'AGREED', 'CLOSED')),
    begun_at timestamptz NOT NULL, agreed_at timestamptz, ${PROFESSIONAL},
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, plan_id) REFERENCES plan (citizen_id, id) ON DELETE CASCADE,
    CONSTRAINT plan_version_number UNIQUE (citizen_id, plan_id, number))`,
  `CREATE TABLE plan_change (
    citizen_id uuid NOT NULL, id uuid NOT NULL, plan_id uuid NOT NULL, version_number int NOT NULL,
    at timestamptz NOT NULL, kind text NOT NULL, subject_id uuid, before text, after text, ${PROFESSIONAL},
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, plan_id) REFERENCES plan (citizen_id, id) ON DELETE CASCADE)`,
  `CREATE INDEX plan_change_of_plan ON plan_change (citizen_id, plan_id, at)`,
  `CREATE TABLE plan_party (
    citizen_id uuid NOT NULL, id uuid NOT NULL, plan_id uuid NOT NULL, sector text NOT NULL CHECK (sector IN ${SECTORS}),
    ${PROFESSIONAL}, joined_at timestamptz NOT NULL, left_at timestamptz,
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, plan_id) REFERENCES plan (citizen_id, id) ON DELETE CASCADE,
    CHECK ((role = 'CITIZEN') = (organisation_id IS NULL)))`,
  `CREATE INDEX plan_party_of_plan ON plan_party (citizen_id, plan_id, joined_at)`,
  `CREATE UNIQUE INDEX plan_party_once ON plan_party
     (citizen_id, plan_id, coalesce(actor_id, unit_id, organisation_id, 'citizen')) WHERE left_at IS NULL`,
  `CREATE TABLE sign_off (
    citizen_id uuid NOT NULL, id uuid NOT NULL, plan_id uuid NOT NULL, party_id uuid NOT NULL, version_number int NOT NULL,
    state text NOT NULL CHECK (state IN ('READ', 'AGREES', 'DISAGREES')), note text CHECK (length(note) <= 1000),
    at timestamptz NOT NULL, recorded_by text NOT NULL, evidence text CHECK (length(evidence) BETWEEN 1 AND 500),
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, plan_id) REFERENCES plan (citizen_id, id) ON DELETE CASCADE,
    FOREIGN KEY (citizen_id, party_id) REFERENCES plan_party (citizen_id, id) ON DELETE CASCADE,
    CONSTRAINT sign_off_once UNIQUE (citizen_id, party_id, version_number))`,
  `CREATE INDEX sign_off_of_plan ON sign_off (citizen_id, plan_id)`,
  `CREATE TABLE plan_goal (
    citizen_id uuid NOT NULL, id uuid NOT NULL, plan_id uuid NOT NULL, rank int NOT NULL CHECK (rank >= 1),
    life_domain text, text text NOT NULL CHECK (length(text) BETWEEN 1 AND 1000), set_at timestamptz NOT NULL, noted_by text,
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, plan_id) REFERENCES plan (citizen_id, id) ON DELETE CASCADE,
    CONSTRAINT plan_goal_rank UNIQUE (citizen_id, plan_id, rank) DEFERRABLE INITIALLY DEFERRED)`,
  `CREATE TABLE map_item (
    citizen_id uuid NOT NULL, id uuid NOT NULL, plan_id uuid NOT NULL, case_id uuid,
    kind text NOT NULL CHECK (kind IN ('CHALLENGE', 'OPPORTUNITY')), life_domain text NOT NULL,
    text text NOT NULL CHECK (length(text) BETWEEN 1 AND 1000), sector text NOT NULL CHECK (sector IN ${SECTORS}),
    ${PROFESSIONAL}, contributed_at timestamptz NOT NULL,
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, plan_id) REFERENCES plan (citizen_id, id) ON DELETE CASCADE,
    FOREIGN KEY (citizen_id, case_id) REFERENCES coordination_case (citizen_id, id))`,
  `CREATE INDEX map_item_of_plan ON map_item (citizen_id, plan_id, contributed_at)`,
  `CREATE INDEX map_item_of_case ON map_item (citizen_id, case_id, contributed_at)`,
  `CREATE TABLE agreement (
    citizen_id uuid NOT NULL, id uuid NOT NULL, plan_id uuid NOT NULL, case_id uuid,
    rank int CHECK (rank >= 1), citizen_rank int CHECK (citizen_rank >= 1),
    action text NOT NULL CHECK (length(action) BETWEEN 1 AND 1000), challenge_id uuid,
    sector text NOT NULL CONSTRAINT agreement_sector CHECK (sector IN ('HEALTH', 'SOCIAL', 'EMPLOYMENT', 'NGO')),
    ${PROFESSIONAL}, made_on date NOT NULL, due_on date NOT NULL,
    status text NOT NULL CHECK (status IN ('OPEN', 'DONE', 'CANCELLED')), ended_on date, note text CHECK (length(note) <= 1000),
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, plan_id) REFERENCES plan (citizen_id, id) ON DELETE CASCADE,
    FOREIGN KEY (citizen_id, case_id) REFERENCES coordination_case (citizen_id, id),
    CONSTRAINT agreement_challenge FOREIGN KEY (citizen_id, challenge_id) REFERENCES map_item (citizen_id, id),
    CONSTRAINT agreement_responsible CHECK (actor_id IS NOT NULL AND organisation_id IS NOT NULL),
    CONSTRAINT agreement_due_after_made CHECK (due_on >= made_on),
    CHECK ((status = 'OPEN') = (rank IS NOT NULL)), CHECK ((status = 'OPEN') = (ended_on IS NULL)),
    CHECK (status = 'OPEN' OR citizen_rank IS NULL),
    CONSTRAINT agreement_rank UNIQUE (citizen_id, plan_id, rank) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT agreement_citizen_rank UNIQUE (citizen_id, plan_id, citizen_rank) DEFERRABLE INITIALLY DEFERRED)`,
  `CREATE INDEX agreement_of_case ON agreement (citizen_id, case_id)`,
  `CREATE INDEX agreement_of_challenge ON agreement (citizen_id, challenge_id)`,
  `CREATE INDEX agreement_of_responsible ON agreement (actor_id, due_on) WHERE status = 'OPEN'`,
  RANKS_WHOLE,
  `CREATE CONSTRAINT TRIGGER agreement_ranks_whole AFTER INSERT OR UPDATE OR DELETE ON agreement
     DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION agreement_ranks_whole()`,
  `CREATE TABLE agreement_follow_up (
    citizen_id uuid NOT NULL, id uuid NOT NULL, agreement_id uuid NOT NULL, due_on date NOT NULL,
    what_is_checked text NOT NULL CHECK (length(what_is_checked) BETWEEN 1 AND 500),
    held_on date, result text CHECK (length(result) BETWEEN 1 AND 1000), next_on date,
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, agreement_id) REFERENCES agreement (citizen_id, id) ON DELETE CASCADE,
    CONSTRAINT follow_up_whole CHECK ((held_on IS NULL) = (result IS NULL)),
    CONSTRAINT follow_up_next_later CHECK (next_on > held_on))`,
  `CREATE INDEX follow_up_of_agreement ON agreement_follow_up (citizen_id, agreement_id, due_on)`,
];
