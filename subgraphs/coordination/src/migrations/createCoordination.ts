import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASE_TABLES } from './caseTables.js';
import { MEETING_TABLES } from './meetingTables.js';
import { PLAN_TABLES } from './planTables.js';

/** The first tables of coordination: cases and care teams, plans and agreements, meetings and wishes. */
export class CreateCoordination1750000000000 implements MigrationInterface {
  name = 'CreateCoordination1750000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...CASE_TABLES, ...PLAN_TABLES, ...MEETING_TABLES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE safe_setting, agenda_item, meeting_decision, meeting_participant, meeting, agreement_follow_up,
        agreement, map_item, plan_goal, sign_off, plan_party, plan_change, plan_version, plan, care_contact,
        care_team_member, key_manager, cohort_place, case_event, coordination_case`);
    await runner.query(`DROP FUNCTION decision_within_mandate(), agreement_ranks_whole()`);
  }
}
