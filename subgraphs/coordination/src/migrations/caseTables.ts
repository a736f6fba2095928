/** Columns that name a professional, as in model/professional.ts. */
export const PROFESSIONAL = `actor_id text, person_name text CHECK (length(person_name) BETWEEN 1 AND 200), role text NOT NULL,
  organisation_id text, unit_id text`;

/** Values of CareSector. */
export const SECTORS = `('HEALTH', 'SOCIAL', 'EMPLOYMENT', 'NGO', 'CITIZEN')`;

/** Cases, who manages them, who is on the care team. */
export const CASE_TABLES: readonly string[] = [
  `CREATE TABLE coordination_case (
    citizen_id uuid NOT NULL, id uuid NOT NULL, organisation_id text NOT NULL,
    status text NOT NULL CHECK (status IN ('CANDIDATE', 'SELECTED', 'ACTIVE', 'CLOSED')),
    purpose text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 2000),
    opened_at timestamptz NOT NULL, opened_by text NOT NULL, closed_at timestamptz, version int NOT NULL DEFAULT 1,
    PRIMARY KEY (citizen_id, id),
    CONSTRAINT case_closed_when_over CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL)),
    CONSTRAINT case_closes_after_opening CHECK (closed_at >= opened_at))`,
  `CREATE UNIQUE INDEX case_one_open ON coordination_case (citizen_id) WHERE status <> 'CLOSED'`,
  `CREATE INDEX case_newest ON coordination_case (citizen_id, opened_at DESC)`,
  `CREATE TABLE case_event (
    citizen_id uuid NOT NULL, id uuid NOT NULL, case_id uuid NOT NULL, kind text NOT NULL, at timestamptz NOT NULL,
    reason text CHECK (length(reason) <= 1000), ${PROFESSIONAL},
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, case_id) REFERENCES coordination_case (citizen_id, id) ON DELETE CASCADE)`,
  `CREATE INDEX case_event_of_case ON case_event (citizen_id, case_id, at)`,
  // The one rule across citizens: ten places per municipality. Spread over several servers it would need its own.
  `CREATE TABLE cohort_place (
    citizen_id uuid NOT NULL, id uuid NOT NULL, case_id uuid NOT NULL, organisation_id text NOT NULL,
    rank int NOT NULL CONSTRAINT cohort_of_ten CHECK (rank BETWEEN 1 AND 10),
    taken_at timestamptz NOT NULL, taken_by text NOT NULL, reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    complexity_score int CHECK (complexity_score BETWEEN 0 AND 100), released_at timestamptz,
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, case_id) REFERENCES coordination_case (citizen_id, id) ON DELETE CASCADE,
    CHECK (released_at >= taken_at))`,
  `CREATE UNIQUE INDEX cohort_rank ON cohort_place (organisation_id, rank) WHERE released_at IS NULL`,
  `CREATE UNIQUE INDEX cohort_place_of_case ON cohort_place (citizen_id, case_id) WHERE released_at IS NULL`,
  `CREATE INDEX cohort_places_of_case ON cohort_place (citizen_id, case_id)`,
  `CREATE TABLE key_manager (
    citizen_id uuid NOT NULL, id uuid NOT NULL, case_id uuid NOT NULL, ${PROFESSIONAL},
    valid_from timestamptz NOT NULL, valid_to timestamptz, end_reason text CHECK (length(end_reason) BETWEEN 1 AND 1000),
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, case_id) REFERENCES coordination_case (citizen_id, id) ON DELETE CASCADE,
    CHECK (actor_id IS NOT NULL AND organisation_id IS NOT NULL),
    CHECK ((valid_to IS NULL) = (end_reason IS NULL)),
    CONSTRAINT key_manager_ends_after_start CHECK (valid_to >= valid_from))`,
  `CREATE UNIQUE INDEX key_manager_one_active ON key_manager (citizen_id, case_id) WHERE valid_to IS NULL`,
  `CREATE INDEX key_manager_of_case ON key_manager (citizen_id, case_id, valid_from)`,
  `CREATE INDEX key_manager_of_actor ON key_manager (actor_id, citizen_id, case_id) WHERE valid_to IS NULL`,
  `CREATE TABLE care_team_member (
    citizen_id uuid NOT NULL, id uuid NOT NULL, case_id uuid NOT NULL, sector text NOT NULL CHECK (sector IN ${SECTORS}),
    ${PROFESSIONAL}, responsible boolean NOT NULL, answers_for_change boolean NOT NULL DEFAULT false,
    task text NOT NULL CHECK (length(task) BETWEEN 1 AND 1000), phone text CHECK (length(phone) <= 50),
    valid_from timestamptz NOT NULL, valid_to timestamptz,
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, case_id) REFERENCES coordination_case (citizen_id, id) ON DELETE CASCADE,
    CHECK (valid_to >= valid_from))`,
  `CREATE INDEX care_team_of_case ON care_team_member (citizen_id, case_id, valid_from)`,
  `CREATE UNIQUE INDEX care_team_one_responsible ON care_team_member (citizen_id, case_id, sector)
     WHERE responsible AND valid_to IS NULL`,
  `CREATE UNIQUE INDEX care_team_one_for_change ON care_team_member (citizen_id, case_id)
     WHERE answers_for_change AND valid_to IS NULL`,
  `CREATE UNIQUE INDEX care_team_once ON care_team_member (citizen_id, case_id, actor_id) WHERE valid_to IS NULL`,
  `CREATE TABLE care_contact (
    citizen_id uuid NOT NULL, id uuid NOT NULL, case_id uuid NOT NULL, at timestamptz NOT NULL,
    channel text NOT NULL CHECK (channel IN ('VISIT', 'PHONE', 'VIDEO', 'MESSAGE', 'LETTER')),
    note text CHECK (length(note) <= 1000), ${PROFESSIONAL},
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, case_id) REFERENCES coordination_case (citizen_id, id) ON DELETE CASCADE)`,
  `CREATE INDEX care_contact_newest ON care_contact (citizen_id, at DESC, id DESC)`,
  `CREATE INDEX care_contact_of_case ON care_contact (citizen_id, case_id)`,
];
