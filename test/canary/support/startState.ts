/** The rows of all citizens as a run begins, kept beside them in each database, so that a case can begin there again. */
import type { CanarySystem } from './canarySystem.js';
import type { SingingWorld } from './judge.js';
import { withoutTriggers } from './withoutTriggers.js';

/** Where a run began. */
export interface StartState {
  /** Makes rows and truth what they were; the ledger keeps what was added to it. */
  restore(): Promise<void>;
}

/** What tells other processes of changes goes on from where it is. */
const GOES_ON = ['relation_outbox', 'facts_version'];

/** Keeps everything; a tenth of a second. */
export async function saveStart(system: CanarySystem, world: SingingWorld): Promise<StartState> {
  const tables = new Map<string, readonly string[]>();
  for (const [database, pool] of Object.entries(system.databases)) {
    const { rows } = await pool.query(
      `SELECT table_name::text AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND column_name = 'citizen_id' AND table_name <> ALL($1)`,
      [GOES_ON],
    );
    const names = rows.map(({ name }) => name as string);
    tables.set(database, names);
    const copies = names.map((name) => `CREATE TABLE canary_start.${name} AS TABLE public.${name};`);
    await pool.query(`CREATE SCHEMA canary_start; ${copies.join(' ')}`);
  }
  const truth = structuredClone(world.truth);
  return {
    async restore() {
      for (const [database, names] of tables) {
        const back = names.map((name) => `DELETE FROM ${name}; INSERT INTO ${name} TABLE canary_start.${name};`);
        // Whoever remembers decisions by the version of the facts has to see that these are others.
        if (database === 'citizen') back.push('UPDATE facts_version SET version = version + 1;');
        await withoutTriggers(system.databases[database]!, (client) => client.query(back.join(' ')));
      }
      world.truth.clear();
      for (const [reference, row] of structuredClone(truth)) world.truth.set(reference, row);
    },
  };
}
