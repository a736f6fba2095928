/** A real database of the citizen subgraph, used as the application role, without a server in front of it. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../../../packages/subgraph-kit/src/database/createDatabase.js';
import { migrate } from '../../../../packages/subgraph-kit/src/database/migrate.js';
import { withKitTables } from '../../../../packages/subgraph-kit/src/startSubgraph.js';
import { startScratchPostgres, type ScratchPostgres } from '../../../../test/support/scratchPostgres.js';
import { citizen } from '../../src/subgraph.js';

/** What tests do with it; usable inside tests. */
export interface CitizenDatabase {
  /** As the application role: what the subgraph itself can do. */
  readonly app: DataSource;
  /** As the administrator, past rights and triggers: for the past, which nobody can write. */
  readonly admin: pg.Client;
  /** A citizen about whom nothing is known but that they exist. */
  newCitizen(): Promise<string>;
  /** Inserts a row by column names, as the application role. */
  insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void>;
  /** The name of the constraint that refuses the work, or the code of whatever else does; null when nothing does. */
  refusal(work: Promise<unknown>): Promise<string | null>;
}

/** Starts the database before the tests of a file and stops it after them. */
export function useCitizenDatabase(): CitizenDatabase {
  let postgres: ScratchPostgres;
  let app: DataSource;
  let admin: pg.Client;
  beforeAll(async () => {
    const definition = withKitTables(citizen);
    postgres = await startScratchPostgres('citizen');
    const urls = postgres.urls('citizen');
    await migrate(urls.owner, urls.app, definition);
    app = await openDatabase(urls.app, definition);
    admin = new pg.Client({
      connectionString: Object.assign(new URL(postgres.adminUrl), { pathname: new URL(urls.owner).pathname }).href,
    });
    await admin.connect();
    await admin.query(`SET session_replication_role = replica`);
  }, 60_000);
  afterAll(async () => {
    await app?.destroy();
    await admin?.end();
    await postgres?.stop();
  });
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    const columns = Object.keys(row);
    await app.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, n) => `$${n + 1}`).join(', ')})`,
      Object.values(row),
    );
  };
  return {
    get app() {
      return app;
    },
    get admin() {
      return admin;
    },
    insert,
    async newCitizen() {
      const id = randomUUID();
      const [given_name, family_name, birth_date, gender] = ['Prøve', 'Person', '1980-01-01', 'FEMALE'];
      await insert('person', {
        citizen_id: id,
        given_name,
        family_name,
        birth_date,
        gender,
        municipality_code: '0561',
      });
      return id;
    },
    async refusal(work) {
      const error = await work.then(
        () => null,
        (thrown: { driverError?: { constraint?: string; code?: string } }) => thrown.driverError ?? {},
      );
      return error === null ? null : (error.constraint ?? error.code ?? 'UNKNOWN');
    },
  };
}
