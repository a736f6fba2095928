/** The ledger's schema as a migration of the citizen subgraph's database. */
import { APPEND_FUNCTION } from './schema/appendFunction.js';
import { CHECKPOINT_FUNCTION } from './schema/checkpointFunction.js';
import { ERASE_FUNCTION } from './schema/eraseFunction.js';
import { GUARDS } from './schema/guards.js';
import { TABLES } from './schema/tables.js';
import { VIEWS } from './schema/views.js';

/**
 * Statements to run one by one, in one transaction, as the role that shall own the ledger; then
 * {@link grantLedgerRights}. `down` destroys the whole log.
 */
export const LEDGER_SCHEMA_SQL: { readonly up: readonly string[]; readonly down: readonly string[] } = {
  up: [...TABLES, ...APPEND_FUNCTION, ...ERASE_FUNCTION, ...CHECKPOINT_FUNCTION, ...VIEWS, ...GUARDS],
  down: ['DROP SCHEMA ledger CASCADE'],
};
