import type { MigrationInterface, QueryRunner } from 'typeorm';

const FREQUENCY = `frequency text NOT NULL CHECK (frequency IN ('WEEKLY', 'FORTNIGHTLY', 'MONTHLY'))`;
const END_REASON = `end_reason text CHECK (end_reason IN ('CITIZEN_WISHED', 'GOALS_REACHED', 'MENTOR_LEFT', 'NO_CONTACT',
  'ADMISSION', 'MOVED', 'DECEASED', 'OTHER'))`;
const GOALS = `goals text[] NOT NULL CHECK (cardinality(goals) <= 5 AND NOT holds_cpr(goals::text))`;
const CONTACT = `at timestamptz NOT NULL, minutes int NOT NULL CHECK (minutes BETWEEN 5 AND 600),
  activity text NOT NULL CHECK (length(activity) BETWEEN 1 AND 280 AND NOT holds_cpr(activity)),
  status text NOT NULL CHECK (status IN ('PLANNED', 'HELD', 'CANCELLED'))`;
const PERSON = `id uuid PRIMARY KEY, organisation_id text NOT NULL, actor_id text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100), municipality_code text NOT NULL CHECK (municipality_code ~ '^[0-9]{4}$'),
  capacity int NOT NULL CHECK (capacity >= 0), active_from date NOT NULL, active_to date, version int NOT NULL DEFAULT 1,
  UNIQUE (organisation_id, actor_id), CHECK (active_to >= active_from)`;

/** The first tables of the NGOs: people, matches, visits, courses. None of them has room for a CPR number. */
export class CreateNgo1750000000000 implements MigrationInterface {
  name = 'CreateNgo1750000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION holds_cpr(said text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT said ~ '(^|[^0-9])(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])[0-9]{2}[- ]?[0-9]{4}([^0-9]|$)' $$`);
    await this.people(runner);
    await this.mentorships(runner);
    await this.visits(runner);
    await this.courses(runner);
  }

  private async people(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mentor (
        ${PERSON}, engagement text NOT NULL CHECK (engagement IN ('PAID', 'VOLUNTARY')),
        hours_per_week int NOT NULL CHECK (hours_per_week BETWEEN 1 AND 37),
        targets text[] NOT NULL CHECK (cardinality(targets) > 0 AND targets <@ ARRAY['CITIZEN', 'PROFESSIONAL_TEAM']))`);
    await runner.query(`CREATE INDEX mentor_by_name ON mentor (organisation_id, name, id)`);
    await runner.query(`
      CREATE TABLE mentor_experience (
        mentor_id uuid PRIMARY KEY REFERENCES mentor (id) ON DELETE CASCADE,
        statement text NOT NULL CHECK (length(statement) <= 2000 AND NOT holds_cpr(statement)),
        tags text[] NOT NULL CHECK (cardinality(tags) <= 10), opted_in boolean NOT NULL)`);
    await runner.query(`
      CREATE TABLE team_assignment (
        id uuid PRIMARY KEY, mentor_id uuid NOT NULL REFERENCES mentor (id), unit_id text NOT NULL,
        purpose text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 300), started_on date NOT NULL, ended_on date,
        version int NOT NULL DEFAULT 1, CHECK (ended_on >= started_on))`);
    await runner.query(`CREATE INDEX team_assignment_of_mentor ON team_assignment (mentor_id, started_on)`);
    await runner.query(
      `CREATE TABLE volunteer (${PERSON}, interests text[] NOT NULL CHECK (cardinality(interests) <= 10))`,
    );
    await runner.query(`CREATE INDEX volunteer_by_name ON volunteer (organisation_id, name, id)`);
  }

  private async mentorships(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mentorship (
        citizen_id uuid NOT NULL, id uuid NOT NULL, organisation_id text NOT NULL, mentor_id uuid NOT NULL REFERENCES mentor (id),
        ${GOALS}, ${FREQUENCY}, started_on date NOT NULL, planned_end_on date NOT NULL, ended_on date, ${END_REASON},
        on_experience boolean NOT NULL, referred_by text, version int NOT NULL DEFAULT 1,
        PRIMARY KEY (citizen_id, id), CHECK (planned_end_on > started_on),
        CONSTRAINT mentorship_at_most_9_months CHECK (planned_end_on <= started_on + interval '9 months'),
        CONSTRAINT mentorship_ends_inside CHECK (ended_on BETWEEN started_on AND planned_end_on),
        CONSTRAINT mentorship_reason_when_early CHECK (ended_on IS NULL OR ended_on = planned_end_on OR end_reason IS NOT NULL))`);
    await runner.query(`CREATE INDEX mentorship_newest ON mentorship (citizen_id, started_on DESC, id DESC)`);
    await runner.query(
      `CREATE UNIQUE INDEX mentorship_one_open ON mentorship (citizen_id, mentor_id) WHERE ended_on IS NULL`,
    );
    await runner.query(`CREATE INDEX mentorship_of_mentor ON mentorship (mentor_id, planned_end_on)`);
    await runner.query(
      `CREATE INDEX mentorship_open ON mentorship (organisation_id, planned_end_on) WHERE ended_on IS NULL`,
    );
    await runner.query(`
      CREATE TABLE mentor_meeting (
        citizen_id uuid NOT NULL, id uuid NOT NULL, mentorship_id uuid NOT NULL, ${CONTACT}, PRIMARY KEY (citizen_id, id),
        FOREIGN KEY (citizen_id, mentorship_id) REFERENCES mentorship (citizen_id, id) ON DELETE CASCADE)`);
    await runner.query(`CREATE INDEX mentor_meeting_of_mentorship ON mentor_meeting (citizen_id, mentorship_id, at)`);
    await runner.query(`
      CREATE TABLE peer_wish (
        citizen_id uuid NOT NULL, id uuid NOT NULL, organisation_id text NOT NULL,
        tags text[] NOT NULL CHECK (cardinality(tags) BETWEEN 1 AND 10), wished_at timestamptz NOT NULL,
        withdrawn_at timestamptz, recorded_by text NOT NULL,
        PRIMARY KEY (citizen_id, id), CHECK (withdrawn_at >= wished_at))`);
    await runner.query(
      `CREATE UNIQUE INDEX peer_wish_one_open ON peer_wish (citizen_id, organisation_id) WHERE withdrawn_at IS NULL`,
    );
  }

  private async visits(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE visit_agreement (
        citizen_id uuid NOT NULL, id uuid NOT NULL, organisation_id text NOT NULL,
        volunteer_id uuid NOT NULL REFERENCES volunteer (id), ${GOALS}, ${FREQUENCY},
        started_on date NOT NULL, planned_end_on date, ended_on date, ${END_REASON}, version int NOT NULL DEFAULT 1,
        PRIMARY KEY (citizen_id, id), CHECK (planned_end_on > started_on),
        CONSTRAINT visit_agreement_ends_inside CHECK (ended_on >= started_on AND (planned_end_on IS NULL OR ended_on <= planned_end_on)),
        CONSTRAINT visit_agreement_reason_when_early CHECK (ended_on IS NULL OR planned_end_on IS NULL OR ended_on = planned_end_on OR end_reason IS NOT NULL))`);
    await runner.query(`CREATE INDEX visit_agreement_newest ON visit_agreement (citizen_id, started_on DESC, id DESC)`);
    await runner.query(
      `CREATE UNIQUE INDEX visit_agreement_one_open ON visit_agreement (citizen_id, volunteer_id) WHERE ended_on IS NULL`,
    );
    await runner.query(`CREATE INDEX visit_agreement_of_volunteer ON visit_agreement (volunteer_id, planned_end_on)`);
    await runner.query(
      `CREATE INDEX visit_agreement_open ON visit_agreement (organisation_id, started_on) WHERE ended_on IS NULL`,
    );
    await runner.query(`
      CREATE TABLE volunteer_visit (
        citizen_id uuid NOT NULL, id uuid NOT NULL, agreement_id uuid NOT NULL, ${CONTACT}, PRIMARY KEY (citizen_id, id),
        FOREIGN KEY (citizen_id, agreement_id) REFERENCES visit_agreement (citizen_id, id) ON DELETE CASCADE)`);
    await runner.query(`CREATE INDEX volunteer_visit_newest ON volunteer_visit (citizen_id, at DESC, id DESC)`);
    await runner.query(`CREATE INDEX volunteer_visit_of_agreement ON volunteer_visit (citizen_id, agreement_id)`);
  }

  private async courses(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE course (
        id uuid PRIMARY KEY, organisation_id text NOT NULL, title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        place text CHECK (length(place) <= 200), starts_on date NOT NULL, ends_on date NOT NULL,
        capacity int NOT NULL CHECK (capacity > 0), educators jsonb NOT NULL,
        CHECK (ends_on >= starts_on),
        CONSTRAINT course_needs_peer CHECK (educators @> '[{"kind": "PEER"}]'),
        CONSTRAINT course_needs_practitioner CHECK (educators @> '[{"kind": "PRACTITIONER"}]'))`);
    await runner.query(`CREATE INDEX course_by_start ON course (starts_on, id)`);
    await runner.query(`CREATE INDEX course_of_organisation ON course (organisation_id, starts_on, id)`);
    await runner.query(`
      CREATE TABLE course_session (
        course_id uuid NOT NULL REFERENCES course (id) ON DELETE CASCADE, id uuid NOT NULL, at timestamptz NOT NULL,
        topic text NOT NULL CHECK (length(topic) BETWEEN 1 AND 200), PRIMARY KEY (course_id, id), UNIQUE (course_id, at))`);
    await runner.query(`
      CREATE TABLE course_enrolment (
        citizen_id uuid NOT NULL, id uuid NOT NULL, course_id uuid NOT NULL REFERENCES course (id), organisation_id text NOT NULL,
        role text NOT NULL CHECK (role IN ('PARTICIPANT', 'TRAINEE_EDUCATOR')), enrolled_on date NOT NULL, withdrawn_on date,
        version int NOT NULL DEFAULT 1, PRIMARY KEY (citizen_id, id), UNIQUE (citizen_id, id, course_id),
        CHECK (withdrawn_on >= enrolled_on))`);
    await runner.query(
      `CREATE INDEX course_enrolment_newest ON course_enrolment (citizen_id, enrolled_on DESC, id DESC)`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX course_enrolment_one_open ON course_enrolment (citizen_id, course_id) WHERE withdrawn_on IS NULL`,
    );
    await runner.query(`CREATE INDEX course_enrolment_of_course ON course_enrolment (course_id, enrolled_on)`);
    await runner.query(`
      CREATE TABLE session_attendance (
        citizen_id uuid NOT NULL, enrolment_id uuid NOT NULL, session_id uuid NOT NULL, course_id uuid NOT NULL,
        attended boolean NOT NULL, recorded_at timestamptz NOT NULL, PRIMARY KEY (citizen_id, enrolment_id, session_id),
        FOREIGN KEY (citizen_id, enrolment_id, course_id) REFERENCES course_enrolment (citizen_id, id, course_id) ON DELETE CASCADE,
        FOREIGN KEY (course_id, session_id) REFERENCES course_session (course_id, id))`);
    await runner.query(`CREATE INDEX session_attendance_of_session ON session_attendance (course_id, session_id)`);
    await runner.query(
      `CREATE INDEX session_attendance_of_enrolment ON session_attendance (citizen_id, enrolment_id, course_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE session_attendance, course_enrolment, course_session, course, volunteer_visit,
      visit_agreement, peer_wish, mentor_meeting, mentorship, volunteer, team_assignment, mentor_experience, mentor`);
    await runner.query(`DROP FUNCTION holds_cpr(text)`);
  }
}
