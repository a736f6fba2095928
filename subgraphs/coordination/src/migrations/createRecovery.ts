import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PROFESSIONAL } from './caseTables.js';

/** The six indicators by column. */
const INDICATORS = ['hope', 'wellbeing', 'inclusion', 'citizenship', 'empowerment', 'meaningful_life'] as const;

/**
 * Recovery measurements. The total is the table's own to work out: where one of the six is missing there is none, and so
 * nothing can take what was not answered for a zero.
 */
export class CreateRecovery1800000000000 implements MigrationInterface {
  name = 'CreateRecovery1800000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE recovery_measurement (
        citizen_id uuid NOT NULL, id uuid NOT NULL, case_id uuid NOT NULL, measured_on date NOT NULL,
        scale text NOT NULL CHECK (scale = 'ZERO_TO_TEN'),
        answered_by text NOT NULL CHECK (answered_by IN ('CITIZEN', 'CITIZEN_SUPPORTED', 'RELATIVE', 'PROFESSIONAL')),
        ${INDICATORS.map((name) => `${name} int CONSTRAINT recovery_${name}_in_scale CHECK (${name} BETWEEN 0 AND 10)`).join(', ')},
        total int GENERATED ALWAYS AS (${INDICATORS.join(' + ')}) STORED,
        ${PROFESSIONAL}, recorded_at timestamptz NOT NULL,
        PRIMARY KEY (citizen_id, id),
        FOREIGN KEY (citizen_id, case_id) REFERENCES coordination_case (citizen_id, id) ON DELETE CASCADE,
        CONSTRAINT recovery_something_answered CHECK (num_nonnulls(${INDICATORS.join(', ')}) > 0))`);
    await runner.query(
      `CREATE INDEX recovery_measurement_newest ON recovery_measurement (citizen_id, measured_on DESC, id DESC)`,
    );
    await runner.query(`CREATE INDEX recovery_measurement_of_case ON recovery_measurement (citizen_id, case_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE recovery_measurement`);
  }
}
