/**
 * Three tables: what happened (never changed), its erasable particulars, and each chain's end. The first column is the
 * citizen throughout, so that the ledger can be spread by citizen.
 */
export const TABLES: readonly string[] = [
  `CREATE SCHEMA ledger`,
  `REVOKE ALL ON SCHEMA ledger FROM PUBLIC`,
  `CREATE SEQUENCE ledger.position`,
  `CREATE TABLE ledger.head (
    citizen_id uuid PRIMARY KEY,
    seq bigint NOT NULL CHECK (seq >= 0),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32)
  ) WITH (fillfactor = 70)`,
  `CREATE TABLE ledger.event (
    citizen_id uuid NOT NULL,
    seq bigint NOT NULL CHECK (seq > 0),
    id uuid NOT NULL,
    position bigint NOT NULL,
    at timestamptz NOT NULL,
    request_id text NOT NULL CHECK (request_id ~ '^[A-Za-z0-9._:-]{1,100}$'),
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
    salt bytea CHECK (octet_length(salt) = 32),
    body jsonb CHECK (jsonb_typeof(body) = 'object'),
    erased_at timestamptz,
    PRIMARY KEY (citizen_id, seq),
    CHECK ((salt IS NULL) = (body IS NULL) AND (body IS NULL) = (erased_at IS NOT NULL))
  )`,
];
