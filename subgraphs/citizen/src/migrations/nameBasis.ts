import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The laws that a consent is given under; whoever adds one adds a migration. */
const BASES = ['HEALTH_DATA_FOR_TREATMENT', 'HEALTH_DATA_OTHER_PURPOSE', 'SOCIAL_DATA', 'PEER_SUPPORT'];

/** Every consent names the law that it is given under; a block needs none and names none. */
export class NameBasis1750000007000 implements MigrationInterface {
  name = 'NameBasis1750000007000';

  async up(runner: QueryRunner): Promise<void> {
    const known = BASES.map((basis) => `'${basis}'`).join(', ');
    await runner.query(`ALTER TABLE consent_choice ADD CONSTRAINT choice_basis CHECK (
      CASE effect WHEN 'CONSENT' THEN legal_basis IS NOT NULL AND legal_basis IN (${known}) ELSE legal_basis IS NULL END)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE consent_choice DROP CONSTRAINT choice_basis`);
  }
}
