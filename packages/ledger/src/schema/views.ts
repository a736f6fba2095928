/** What the application role may read: the log as the citizen sees it, without salts; its length; what checkpoints need. */
import { eachDecision } from './eachDecision.js';

/** The log as the citizen sees it. */
export const ACCESS_LOG = `CREATE OR REPLACE VIEW ledger.access_log AS
    SELECT e.citizen_id, e.seq, e.id, e.at, e.request_id, e.emergency, ${eachDecision('p.body')} AS body
    FROM ledger.event AS e LEFT JOIN ledger.payload AS p ON p.citizen_id = e.citizen_id AND p.seq = e.seq`;

/** Chains that have an event; one that was only opened says nothing. */
export const CHAINS: readonly string[] = [
  `CREATE OR REPLACE VIEW ledger.chain_length AS SELECT citizen_id, seq AS events FROM ledger.head WHERE seq > 0`,
  `CREATE OR REPLACE VIEW ledger.chain_end AS SELECT citizen_id, seq, hash, position FROM ledger.head WHERE seq > 0`,
];

/** Everything that may be read. */
export const VIEWS: readonly string[] = [
  ACCESS_LOG,
  ...CHAINS,
  // The highest position given out so far, whether its event was committed or not.
  `CREATE VIEW ledger.end_position AS SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS position FROM ledger.position`,
  `CREATE VIEW ledger.checkpoints AS SELECT * FROM ledger.checkpoint`,
];
