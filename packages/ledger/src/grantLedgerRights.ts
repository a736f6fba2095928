/**
 * The application role can append through two functions, erase particulars past the floor of retention, and read views;
 * there is no right left with which it could change or remove what is logged. INVARIANT I-2 stands on this.
 */
import { ledgerError } from './errors.js';
import { rowsOf, type Runner } from './runner.js';

const ROLE_NAME = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * Takes every right on the ledger from `appRole` and gives back the few it needs. Run as the owner, after
 * {@link LEDGER_SCHEMA_SQL}; safe to run again.
 * @throws LEDGER_ROLE_REFUSED if the role could change the ledger whatever its rights: a superuser, the owner, or a
 * member of the owner
 */
export async function grantLedgerRights(runner: Runner, appRole: string): Promise<void> {
  if (!ROLE_NAME.test(appRole)) throw ledgerError('LEDGER_ROLE_REFUSED', { message: 'This is not a plain role name.' });
  // MEMBER holds for the owner, for whoever may become the owner by SET ROLE, and for every superuser.
  const [found] = await rowsOf<{ too_strong: boolean }>(
    runner,
    `SELECT pg_has_role(r.oid, n.nspowner, 'MEMBER') AS too_strong
     FROM pg_roles AS r, pg_namespace AS n WHERE r.rolname = $1 AND n.nspname = 'ledger'`,
    [appRole],
  );
  if (!found || found.too_strong) throw ledgerError('LEDGER_ROLE_REFUSED');
  for (const statement of [
    `REVOKE ALL ON SCHEMA ledger FROM ${appRole}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA ledger FROM ${appRole}`,
    `REVOKE ALL ON ALL SEQUENCES IN SCHEMA ledger FROM ${appRole}`,
    `REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM ${appRole}`,
    `GRANT USAGE ON SCHEMA ledger TO ${appRole}`,
    `GRANT EXECUTE ON FUNCTION ledger.append(jsonb) TO ${appRole}`,
    `GRANT EXECUTE ON FUNCTION ledger.append_checkpoint(jsonb, uuid[], bigint[], bytea[]) TO ${appRole}`,
    `GRANT EXECUTE ON FUNCTION ledger.erase_expired(interval, int) TO ${appRole}`,
    `GRANT SELECT ON ledger.access_log, ledger.chain_length, ledger.chain_end, ledger.end_position, ledger.checkpoints TO ${appRole}`,
  ]) {
    await runner.query(statement);
  }
}
