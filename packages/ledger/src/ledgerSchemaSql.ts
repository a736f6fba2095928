/** The ledger's schema as a migration of the citizen subgraph's database. */
import { APPEND_FUNCTION } from './schema/appendFunction.js';
import { CHECKPOINT_FUNCTION } from './schema/checkpointFunction.js';
import { ERASE_FUNCTION } from './schema/eraseFunction.js';
import { GUARD_HEADS, GUARDS } from './schema/guards.js';
import { OPEN_FUNCTION } from './schema/openFunction.js';
import { CHECK_REQUEST_ID, TABLES } from './schema/tables.js';
import { ACCESS_LOG, CHAINS, VIEWS } from './schema/views.js';

/**
 * Statements to run one by one, in one transaction, as the role that shall own the ledger; then
 * {@link grantLedgerRights}. `down` destroys the whole log.
 */
export const LEDGER_SCHEMA_SQL: { readonly up: readonly string[]; readonly down: readonly string[] } = {
  up: [...TABLES, ...OPEN_FUNCTION, ...APPEND_FUNCTION, ...ERASE_FUNCTION, ...CHECKPOINT_FUNCTION, ...VIEWS, ...GUARDS],
  down: ['DROP SCHEMA ledger CASCADE'],
};

/** Brings a ledger that was made before decisions were kept by basis up to this one; changes nothing that is logged. */
export const LEDGER_BY_BASIS_SQL: readonly string[] = [CHECK_REQUEST_ID, ACCESS_LOG];

/** Brings a ledger in which several waited as long as one up to this one. */
export const LEDGER_PATIENCE_SQL: readonly string[] = APPEND_FUNCTION;

/** Brings a ledger in which the first event opened its chain up to this one; `up` of a new one has it all. */
export const LEDGER_OPEN_CHAINS_SQL: readonly string[] = [
  ...OPEN_FUNCTION,
  ...APPEND_FUNCTION,
  ...CHAINS,
  ...GUARD_HEADS,
];
