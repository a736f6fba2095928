import type { QueryRunner } from 'typeorm';

/** What is only ever added to; versions of facts are added to by the database itself. */
const APPEND_ONLY = ['emergency_access', 'emergency_review'];

/**
 * Takes from the application role the right to change what is append-only: an emergency access can be opened and never
 * prolonged, a review added and never rewritten. Run as the owner, with the role's name already checked.
 */
export async function keepAppendOnly(runner: QueryRunner, applicationRole: string): Promise<void> {
  await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${APPEND_ONLY.join(', ')} FROM ${applicationRole}`);
  await runner.query(`REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON facts_version FROM ${applicationRole}`);
}
