import type { QueryRunner } from 'typeorm';

/** What whoever records a choice says of it; when it was recorded, superseded or withdrawn is not theirs to say. */
const SAID = [
  ...['citizen_id', 'id', 'version', 'effect', 'recipients', 'sources', 'categories', 'purposes', 'lifts', 'declines'],
  ...['legal_basis', 'gdpr_basis', 'valid_from', 'valid_to', 'form', 'evidence', 'consequences_explained', 'given_by'],
  ...['mandate_id', 'recorded_by', 'policy_version'],
];

/**
 * The application role can record a choice, at the time that the database's clock shows, and end one. It can neither
 * back-date nor rewrite nor delete: recording late never makes an earlier look legal. Run as the owner, with the role's
 * name already checked.
 */
export async function grantChoiceRights(runner: QueryRunner, applicationRole: string): Promise<void> {
  await runner.query(`REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON consent_choice FROM ${applicationRole}`);
  await runner.query(`GRANT INSERT (${SAID.join(', ')}) ON consent_choice TO ${applicationRole}`);
  await runner.query(
    `GRANT UPDATE (superseded_at, withdrawn_at, withdrawn_by) ON consent_choice TO ${applicationRole}`,
  );
}
