export {
  type AppendCondition,
  appendEvents,
  appendEventsIf,
  type LedgerEntry,
  type LedgerReceipt,
} from './appendEvents.js';
export { type ChainEnd } from './checkpoint/chainEnd.js';
export {
  type Checkpoint,
  checkpointHash,
  type CheckpointSigner,
  type SignatureCheck,
} from './checkpoint/checkpoint.js';
export { type KeptCheckpoint, readCheckpoint, writeCheckpoint } from './checkpoint/checkpointFile.js';
export { checkpointAt, lastCheckpoint } from './checkpoint/checkpointRow.js';
export { makeCheckpoint, type NoCheckpoint } from './checkpoint/makeCheckpoint.js';
export type { ChainBreak, ChainProblem } from './verify/chainBreak.js';
export { countAccessLog } from './countAccessLog.js';
export { countEmergencyUses } from './countEmergencyUses.js';
export { eraseExpired, erasePayloads } from './erasePayloads.js';
export { ledgerError } from './errors.js';
export { grantLedgerRights } from './grantLedgerRights.js';
export { UNKNOWN_CITIZEN, type LedgerEvent, type LedgerPayload, type LoggedDecision } from './ledgerEvent.js';
export {
  LEDGER_BY_BASIS_SQL,
  LEDGER_OPEN_CHAINS_SQL,
  LEDGER_PATIENCE_SQL,
  LEDGER_SCHEMA_SQL,
} from './ledgerSchemaSql.js';
export { readAccessLog, type AccessLogEntry, type AccessLogPage } from './readAccessLog.js';
export type { Runner } from './runner.js';
export { verifyChains, type ChainReport } from './verify/verifyChains.js';
export { verifyLedger, type LedgerOptions, type LedgerReport } from './verify/verifyLedger.js';
export type { CheckpointBreak, CheckpointProblem } from './verify/verifyCheckpoints.js';
export { chainEndsAt } from './verify/chainEndsAt.js';
export { readEvents, type EventRange, type StoredEvent } from './readEvents.js';
export { toAuditEvent } from './fhir/auditEvent.js';
