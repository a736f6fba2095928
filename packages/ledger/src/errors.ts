import { defineErrors } from '@sammen/errors';

/** Everything that can go wrong with the access log; no message carries what was or would have been logged. */
export const ledgerError = defineErrors({
  LEDGER_UNAVAILABLE: {
    status: 503,
    message: 'The access log could not be written, so nothing is granted.',
    next: 'Try again; if it stays so, check the database of the citizen subgraph.',
  },
  LEDGER_EVENT_INVALID: {
    status: 500,
    message: 'An event for the access log is not complete.',
    next: 'This is a fault in the calling service: report it with the request id.',
  },
  LEDGER_ROLE_REFUSED: {
    status: 500,
    message: 'The application role could change the access log.',
    next: 'Give the service a role that neither owns the ledger nor is a superuser or member of the owner.',
  },
  RETENTION_TOO_SHORT: {
    status: 500,
    message: 'The access log is kept for at least two years.',
    next: 'Set ACCESS_LOG_RETENTION to P2Y or longer.',
  },
  CHECKPOINT_UNREADABLE: {
    status: 400,
    message: 'That is not a checkpoint of the access log.',
    next: 'Name a file that `sammen audit checkpoint` or the citizen subgraph wrote.',
  },
  LEDGER_CURSOR_INVALID: {
    status: 400,
    message: 'The cursor is not one that the access log gave.',
    next: 'Send "after" exactly as "endCursor" was received, or leave it out.',
  },
});
