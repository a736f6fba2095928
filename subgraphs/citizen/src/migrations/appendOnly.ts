import type { QueryRunner } from 'typeorm';

/** What is only ever added to. */
const APPEND_ONLY = ['emergency_access', 'emergency_review'];
/** Of a consent or a block nothing is ever overwritten but its end. */
const ENDS_OF_CHOICE = ['superseded_at', 'withdrawn_at', 'withdrawn_by'];

/**
 * Takes from the application role the right to change what is append-only: an emergency access can be opened and never
 * prolonged, a review added and never rewritten, a consent neither dated back nor widened. Run as the owner, with the role's name already checked.
 */
export async function keepAppendOnly(runner: QueryRunner, applicationRole: string): Promise<void> {
  await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${APPEND_ONLY.join(', ')} FROM ${applicationRole}`);
  await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON consent_choice FROM ${applicationRole}`);
  await runner.query(`GRANT UPDATE (${ENDS_OF_CHOICE.join(', ')}) ON consent_choice TO ${applicationRole}`);
}
