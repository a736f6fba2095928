/** Between a change and whoever looks at it: relations on their way, and rows that are new. */
import type { CanarySystem } from './canarySystem.js';
import { learnRowIds } from './plantCanaries.js';

const UNDELIVERED = `SELECT count(*)::int AS n FROM relation_outbox WHERE delivered_at IS NULL`;

/** Waits until what was written has told the citizen subgraph of new relations. */
export async function delivered({ databases }: CanarySystem): Promise<void> {
  await Promise.all(
    Object.entries(databases).map(async ([name, pool]) => {
      for (const until = Date.now() + 10_000; (await pool.query(UNDELIVERED)).rows[0].n > 0;)
        if (Date.now() > until) throw new Error(`${name} does not get rid of its relations.`);
    }),
  );
}

/** Learns the ids of rows that these citizens may have got. */
export async function learnRows({ databases, marks }: CanarySystem, citizenIds: readonly string[]): Promise<void> {
  await Promise.all(Object.keys(databases).map((name) => learnRowIds(databases, name, marks, citizenIds)));
}
