/** The rows of all citizens as a run begins, kept beside them in each database, so that a case can begin there again. */
import type { CanarySystem } from './canarySystem.js';
import type { SingingWorld } from './judge.js';
import { withoutTriggers } from './withoutTriggers.js';

/** Where a run began. */
export interface StartState {
  /** Makes rows and truth what they were; the ledger keeps what was added to it. */
  restore(): Promise<void>;
}

interface Table {
  readonly name: string;
  /** As they are listed in a statement. */
  readonly columns: string;
}

/** What tells other processes of changes goes on from where it is. */
const GOES_ON = ['relation_outbox', 'facts_version'];

/** Keeps everything; a tenth of a second. */
export async function saveStart(system: CanarySystem, world: SingingWorld): Promise<StartState> {
  const tables = new Map<string, readonly Table[]>();
  for (const [database, pool] of Object.entries(system.databases)) {
    const { rows } = await pool.query<Table>(
      // What the database works out by itself cannot be put in.
      `SELECT table_name::text AS name, string_agg(column_name, ', ') FILTER (WHERE is_generated = 'NEVER') AS columns
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> ALL($1)
       GROUP BY 1 HAVING bool_or(column_name = 'citizen_id')`,
      [GOES_ON],
    );
    tables.set(database, rows);
    const copies = rows.map(({ name }) => `CREATE TABLE canary_start.${name} AS TABLE public.${name};`);
    await pool.query(`CREATE SCHEMA canary_start; ${copies.join(' ')}`);
  }
  const truth = structuredClone(world.truth);
  return {
    async restore() {
      for (const [database, all] of tables) {
        const back = all.map(
          ({ name, columns }) =>
            `DELETE FROM ${name}; INSERT INTO ${name} (${columns}) SELECT ${columns} FROM canary_start.${name};`,
        );
        // Whoever remembers decisions by the version of the facts has to see that these are others.
        if (database === 'citizen') back.push('UPDATE facts_version SET version = version + 1;');
        await withoutTriggers(system.databases[database]!, (client) => client.query(back.join(' ')));
      }
      world.truth.clear();
      for (const [reference, row] of structuredClone(truth)) world.truth.set(reference, row);
    },
  };
}
