/** A real database of psychiatry with its inbox, without a server in front of it. */
import { createWriter } from '../../../../packages/subgraph-kit/src/write/writer.js';
import { migrate } from '../../../../packages/subgraph-kit/src/database/migrate.js';
import { openDatabase } from '../../../../packages/subgraph-kit/src/database/createDatabase.js';
import { withKitTables } from '../../../../packages/subgraph-kit/src/startSubgraph.js';
import type { ReportedRelation } from '@sammen/subgraph-kit';
import type { DataSource } from 'typeorm';
import { startScratchPostgres, type ScratchPostgres } from '../../../../test/support/scratchPostgres.js';
import { type Acceptance, acceptMessage } from '../../src/inbox/acceptMessage.js';
import { readMessage } from '../../src/inbox/readMessage.js';
import { psychiatry } from '../../src/subgraph.js';
import { type NotificationSpec, notification } from './notification.js';

/** What tests do with it; usable inside tests. */
export interface InboxDatabase {
  readonly database: DataSource;
  /** Relations reported so far, the oldest first. */
  readonly reported: ReportedRelation[];
  accept(citizenId: string, spec: NotificationSpec): Promise<Acceptance>;
  /** Every row that the graph shows of a citizen's stays, with all columns. */
  graphOf(citizenId: string): Promise<unknown>;
  /** As if the citizen had never been heard of. */
  forget(citizenId: string): Promise<void>;
}

/** Starts the database before the tests of a file and stops it after them. */
export function useInboxDatabase(): InboxDatabase {
  let postgres: ScratchPostgres;
  let database: DataSource;
  const reported: ReportedRelation[] = [];

  beforeAll(async () => {
    const definition = withKitTables(psychiatry);
    postgres = await startScratchPostgres('psychiatry');
    const { owner, app } = postgres.urls('psychiatry');
    await migrate(owner, app, definition);
    // As the application role: what it may not do, the inbox must not need.
    database = await openDatabase(app, definition);
  }, 60_000);
  afterAll(async () => {
    await database?.destroy();
    await postgres?.stop();
  });

  return {
    get database() {
      return database;
    },
    reported,
    accept(citizenId, spec) {
      const payload = JSON.stringify(notification(spec));
      const { message } = readMessage(payload, Date.now());
      const writer = createWriter(database, psychiatry.constraints, async () => {});
      const relations = {
        report: async (_: unknown, __: string, relation: ReportedRelation) => void reported.push(relation),
      };
      return acceptMessage({ writer, relations }, { citizenId, message, payload });
    },
    async graphOf(citizenId) {
      const rows = (table: string, order: string) =>
        database.query(`SELECT * FROM ${table} WHERE citizen_id = $1 ORDER BY ${order}`, [citizenId]);
      return {
        admissions: await rows('admission', 'id'),
        leaves: await rows('leave', 'id'),
        events: await rows('admission_event', 'recorded_at, id'),
      };
    },
    async forget(citizenId) {
      await database.query('DELETE FROM admission WHERE citizen_id = $1', [citizenId]);
      await database.query('DELETE FROM inbox_message WHERE citizen_id = $1', [citizenId]);
      reported.length = 0;
    },
  };
}
