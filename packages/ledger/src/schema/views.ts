/** What the application role may read: the log as the citizen sees it, without salts and hashes, and its length. */
export const VIEWS: readonly string[] = [
  `CREATE VIEW ledger.access_log AS
    SELECT e.citizen_id, e.seq, e.id, e.at, e.request_id, e.emergency, p.body
    FROM ledger.event AS e LEFT JOIN ledger.payload AS p ON p.citizen_id = e.citizen_id AND p.seq = e.seq`,
  `CREATE VIEW ledger.chain_length AS SELECT citizen_id, seq AS events FROM ledger.head`,
];
