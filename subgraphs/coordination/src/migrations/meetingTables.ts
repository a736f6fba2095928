import { PROFESSIONAL, SECTORS } from './caseTables.js';

/** A decision stands only by somebody of its sector who was there and had the mandate. */
const WITHIN_MANDATE = `
  CREATE FUNCTION decision_within_mandate() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (
      SELECT FROM meeting_participant p
      WHERE p.citizen_id = NEW.citizen_id AND p.id = NEW.participant_id AND p.meeting_id = NEW.meeting_id
        AND p.attendance = 'ATTENDED' AND p.sector = NEW.sector AND NEW.subject = ANY (p.mandate)) THEN
      RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_within_mandate', MESSAGE = 'no mandate';
    END IF;
    RETURN NULL;
  END $$`;

/** Meetings: who is invited, what is on the agenda, what was decided; and the wishes that hold for all of them. */
export const MEETING_TABLES: readonly string[] = [
  `CREATE TABLE meeting (
    citizen_id uuid NOT NULL, id uuid NOT NULL, case_id uuid, plan_id uuid,
    status text NOT NULL CHECK (status IN ('PLANNED', 'HELD', 'CANCELLED')),
    purpose text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 2000), starts_at timestamptz NOT NULL,
    place text NOT NULL CHECK (length(place) BETWEEN 1 AND 300), called_at timestamptz NOT NULL, called_by text NOT NULL,
    deciding_sectors text[] NOT NULL, pre_briefed boolean NOT NULL DEFAULT false,
    citizen_yes text CHECK (length(citizen_yes) BETWEEN 1 AND 500),
    reaction text CHECK (reaction IN ('MOTIVATED', 'OVERWHELMED', 'SURPRISED')), reaction_note text CHECK (length(reaction_note) <= 1000),
    version int NOT NULL DEFAULT 1,
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, case_id) REFERENCES coordination_case (citizen_id, id),
    FOREIGN KEY (citizen_id, plan_id) REFERENCES plan (citizen_id, id),
    CONSTRAINT meeting_needs_subject CHECK (case_id IS NOT NULL OR plan_id IS NOT NULL))`,
  `CREATE INDEX meeting_newest ON meeting (citizen_id, starts_at DESC, id DESC)`,
  `CREATE INDEX meeting_of_case ON meeting (citizen_id, case_id)`,
  `CREATE INDEX meeting_of_plan ON meeting (citizen_id, plan_id)`,
  `CREATE TABLE meeting_participant (
    citizen_id uuid NOT NULL, id uuid NOT NULL, meeting_id uuid NOT NULL, sector text NOT NULL CHECK (sector IN ${SECTORS}),
    ${PROFESSIONAL}, meeting_role text NOT NULL, expectation text CHECK (length(expectation) <= 500),
    mandate text[] NOT NULL DEFAULT '{}',
    answer text NOT NULL CHECK (answer IN ('INVITED', 'ACCEPTED', 'DECLINED')),
    role_confirmed boolean NOT NULL DEFAULT false, newcomer boolean NOT NULL DEFAULT false,
    purpose_acknowledged boolean NOT NULL DEFAULT false,
    attendance text NOT NULL CHECK (attendance IN ('UNKNOWN', 'ATTENDED', 'ABSENT')),
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, meeting_id) REFERENCES meeting (citizen_id, id) ON DELETE CASCADE)`,
  `CREATE INDEX meeting_participant_of_meeting ON meeting_participant (citizen_id, meeting_id)`,
  `CREATE INDEX meeting_participant_of_actor ON meeting_participant (citizen_id, actor_id)`,
  `CREATE UNIQUE INDEX meeting_participant_once ON meeting_participant (citizen_id, meeting_id, actor_id)`,
  `CREATE UNIQUE INDEX meeting_participant_citizen ON meeting_participant (citizen_id, meeting_id) WHERE role = 'CITIZEN'`,
  `CREATE TABLE meeting_decision (
    citizen_id uuid NOT NULL, id uuid NOT NULL, meeting_id uuid NOT NULL, participant_id uuid NOT NULL,
    sector text NOT NULL CHECK (sector IN ${SECTORS}), subject text NOT NULL,
    text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000), recorded_at timestamptz NOT NULL,
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, meeting_id) REFERENCES meeting (citizen_id, id) ON DELETE CASCADE,
    FOREIGN KEY (citizen_id, participant_id) REFERENCES meeting_participant (citizen_id, id))`,
  `CREATE INDEX meeting_decision_of_meeting ON meeting_decision (citizen_id, meeting_id, recorded_at)`,
  `CREATE INDEX meeting_decision_of_participant ON meeting_decision (citizen_id, participant_id)`,
  WITHIN_MANDATE,
  `CREATE CONSTRAINT TRIGGER decision_within_mandate AFTER INSERT OR UPDATE ON meeting_decision
     FOR EACH ROW EXECUTE FUNCTION decision_within_mandate()`,
  `CREATE TABLE agenda_item (
    citizen_id uuid NOT NULL, id uuid NOT NULL, meeting_id uuid NOT NULL, position int NOT NULL CHECK (position >= 1),
    agreement_id uuid, topic text CHECK (length(topic) BETWEEN 1 AND 300),
    PRIMARY KEY (citizen_id, id),
    FOREIGN KEY (citizen_id, meeting_id) REFERENCES meeting (citizen_id, id) ON DELETE CASCADE,
    FOREIGN KEY (citizen_id, agreement_id) REFERENCES agreement (citizen_id, id) ON DELETE CASCADE,
    CHECK ((agreement_id IS NULL) <> (topic IS NULL)),
    UNIQUE (citizen_id, meeting_id, position))`,
  `CREATE INDEX agenda_item_of_agreement ON agenda_item (citizen_id, agreement_id)`,
  `CREATE TABLE safe_setting (
    citizen_id uuid NOT NULL, id uuid NOT NULL, place text CHECK (length(place) <= 300),
    most_people int CHECK (most_people >= 1), must_attend jsonb NOT NULL, must_not_attend jsonb NOT NULL,
    support_person text CHECK (length(support_person) <= 200), breaks boolean NOT NULL, pre_brief boolean NOT NULL,
    may_leave boolean NOT NULL, note text CHECK (length(note) <= 1000), set_at timestamptz NOT NULL, noted_by text,
    PRIMARY KEY (citizen_id, id), CONSTRAINT safe_setting_one UNIQUE (citizen_id))`,
];
