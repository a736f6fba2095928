/**
 * What happened (never changed), its erasable particulars, and each chain's end; and what signed checkpoints said about
 * the ends of chains. The first column is the citizen wherever a row belongs to one, so that the ledger can be spread.
 */

/** The length apart from the letters: a counted repetition has the database build a hundred states anew for every row. */
const REQUEST_ID = `length(request_id) <= 100 AND request_id ~ '^[A-Za-z0-9._:-]+$'`;

export const TABLES: readonly string[] = [
  `CREATE SCHEMA ledger`,
  `REVOKE ALL ON SCHEMA ledger FROM PUBLIC`,
  `CREATE SEQUENCE ledger.position`,
  `CREATE TABLE ledger.head (
    citizen_id uuid PRIMARY KEY,
    seq bigint NOT NULL CHECK (seq >= 0),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    position bigint NOT NULL
  ) WITH (fillfactor = 70)`,
  `CREATE TABLE ledger.event (
    citizen_id uuid NOT NULL,
    seq bigint NOT NULL CHECK (seq > 0),
    id uuid NOT NULL,
    position bigint NOT NULL,
    at timestamptz NOT NULL,
    request_id text NOT NULL CHECK (${REQUEST_ID}),
    emergency boolean NOT NULL,
    commitment bytea NOT NULL CHECK (octet_length(commitment) = 32),
    prev_hash bytea NOT NULL CHECK (octet_length(prev_hash) = 32),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (citizen_id, seq)
  )`,
  `CREATE INDEX event_emergency_first ON ledger.event (citizen_id, emergency, seq)`,
  `CREATE INDEX event_at ON ledger.event (at)`,
  // Without the salt a commitment cannot be guessed back, so the salt is erased together with the body.
  `CREATE TABLE ledger.payload (
    citizen_id uuid NOT NULL,
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    salt bytea CHECK (octet_length(salt) = 32),
    body jsonb CHECK (jsonb_typeof(body) = 'object'),
    erased_at timestamptz,
    PRIMARY KEY (citizen_id, seq),
    CHECK ((salt IS NULL) = (body IS NULL) AND (body IS NULL) = (erased_at IS NOT NULL))
  )`,
  // Finds what retention has to erase next, however much was erased before.
  `CREATE INDEX payload_not_erased ON ledger.payload (at) WHERE erased_at IS NULL`,
  // previous: hash of the checkpoint before; ends: digest of the rows of checkpoint_end that came with it.
  `CREATE TABLE ledger.checkpoint (
    number bigint PRIMARY KEY CHECK (number > 0),
    previous bytea NOT NULL CHECK (octet_length(previous) = 32),
    at timestamptz NOT NULL,
    tree_size bigint NOT NULL CHECK (tree_size >= 0),
    position bigint NOT NULL CHECK (position >= 0),
    root bytea NOT NULL CHECK (octet_length(root) = 32),
    ends bytea NOT NULL CHECK (octet_length(ends) = 32),
    key_id text NOT NULL CHECK (length(key_id) BETWEEN 1 AND 200),
    signature bytea NOT NULL CHECK (octet_length(signature) = 64)
  )`,
  // Where chains that had grown since the checkpoint before ended when a checkpoint was made.
  `CREATE TABLE ledger.checkpoint_end (
    citizen_id uuid NOT NULL,
    seq bigint NOT NULL CHECK (seq > 0),
    checkpoint bigint NOT NULL,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (citizen_id, seq)
  )`,
];

/** The same constraint on a ledger that was made with another text of it. What is there met that, so it is not read. */
export const CHECK_REQUEST_ID = `ALTER TABLE ledger.event DROP CONSTRAINT event_request_id_check,
  ADD CONSTRAINT event_request_id_check CHECK (${REQUEST_ID}) NOT VALID`;
