import { appendEvents, grantLedgerRights } from '../src/index.js';
import { APP_ROLE, look, someone, startLedgerDatabase, type LedgerDatabase } from './support.js';

let db: LedgerDatabase;
beforeAll(async () => {
  db = await startLedgerDatabase();
}, 60_000);
afterAll(() => db.stop());

describe('I-2: the application role', () => {
  it.each([
    ['change an event', `UPDATE ledger.event SET request_id = 'x'`],
    ['delete an event', 'DELETE FROM ledger.event'],
    ['empty the log', 'TRUNCATE ledger.event, ledger.payload, ledger.head'],
    ['write an event past the function', `INSERT INTO ledger.event SELECT * FROM ledger.event`],
    ['read the tables', 'SELECT * FROM ledger.payload'],
    ['move a head', 'UPDATE ledger.head SET seq = 0'],
    ['open a chain', 'SELECT ledger.open(ARRAY[gen_random_uuid()])'],
    ['change a payload', `UPDATE ledger.payload SET body = '{}'`],
    ['write through a view', `UPDATE ledger.chain_length SET events = 0`],
    ['delete through a view', `DELETE FROM ledger.chain_length`],
    ['use up positions', `SELECT nextval('ledger.position')`],
    ['erase payloads', `SELECT ledger.erase_payloads(now(), NULL)`],
    ['erase some payloads', `SELECT ledger.erase_some(now(), NULL, 1)`],
    ['erase what is younger than two years', `SELECT ledger.erase_expired('P23M', 1)`],
    ['erase what has not even happened', `SELECT ledger.erase_expired('P-3Y', 1)`],
    ['write a checkpoint past the function', `INSERT INTO ledger.checkpoint SELECT * FROM ledger.checkpoint`],
    ['write a checkpoint through a view', `INSERT INTO ledger.checkpoints SELECT * FROM ledger.checkpoints`],
    ['change a checkpoint', `UPDATE ledger.checkpoint SET number = number`],
    ['delete a checkpoint', `DELETE FROM ledger.checkpoints`],
    ['delete what a checkpoint covers', `DELETE FROM ledger.checkpoint_end`],
    [
      'replace the function',
      `CREATE OR REPLACE FUNCTION ledger.append(events jsonb) RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    ],
    ['make a table of its own beside it', 'CREATE TABLE ledger.mine (x int)'],
    ['disable the triggers', 'ALTER TABLE ledger.event DISABLE TRIGGER ALL'],
    ['become the owner', 'SET ROLE sammen_citizen_owner'],
    ['drop it all', 'DROP SCHEMA ledger CASCADE'],
  ])('cannot %s', async (_name, sql) => {
    await expect(db.app.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('is refused if it could change the ledger whatever its rights', async () => {
    const REFUSED = { code: 'LEDGER_ROLE_REFUSED' };
    for (const role of ['sammen_citizen_owner', 'postgres', 'nobody_of_that_name', 'x; DROP SCHEMA ledger']) {
      await expect(grantLedgerRights(db.owner, role)).rejects.toMatchObject(REFUSED);
    }
    await db.admin.query(`GRANT sammen_citizen_owner TO ${APP_ROLE} WITH INHERIT FALSE`);
    await expect(grantLedgerRights(db.owner, APP_ROLE)).rejects.toMatchObject(REFUSED);
    await db.admin.query(`REVOKE sammen_citizen_owner FROM ${APP_ROLE}`);
  });

  it('loses rights that it was given by mistake when its rights are granted anew', async () => {
    await db.owner.query(`GRANT ALL ON ALL TABLES IN SCHEMA ledger TO ${APP_ROLE}`);
    await grantLedgerRights(db.owner, APP_ROLE);
    await expect(db.app.query('SELECT * FROM ledger.event')).rejects.toMatchObject({ code: '42501' });
    await appendEvents(db.app, [look(someone())]);
  });
});

describe('I-2: even the owner', () => {
  const nothing = 'WHERE false';
  it.each([
    ['UPDATE ledger.event SET seq = seq ' + nothing],
    ['DELETE FROM ledger.event ' + nothing],
    ['TRUNCATE ledger.event'],
    ['INSERT INTO ledger.event SELECT * FROM ledger.event ' + nothing],
    ['UPDATE ledger.payload SET seq = seq ' + nothing],
    ['DELETE FROM ledger.payload ' + nothing],
    ['TRUNCATE ledger.payload'],
    ['INSERT INTO ledger.payload SELECT * FROM ledger.payload ' + nothing],
    ['UPDATE ledger.head SET seq = seq ' + nothing],
    ['DELETE FROM ledger.head ' + nothing],
    ['TRUNCATE ledger.head'],
    ['INSERT INTO ledger.head SELECT * FROM ledger.head ' + nothing],
    ['UPDATE ledger.checkpoint SET number = number ' + nothing],
    ['DELETE FROM ledger.checkpoint ' + nothing],
    ['TRUNCATE ledger.checkpoint'],
    ['INSERT INTO ledger.checkpoint SELECT * FROM ledger.checkpoint ' + nothing],
    ['UPDATE ledger.checkpoint_end SET seq = seq ' + nothing],
    ['DELETE FROM ledger.checkpoint_end ' + nothing],
    ['TRUNCATE ledger.checkpoint_end'],
    ['INSERT INTO ledger.checkpoint_end SELECT * FROM ledger.checkpoint_end ' + nothing],
  ])('is stopped at %s', async (sql) => {
    for (const pool of [db.owner, db.admin]) {
      await expect(pool.query(sql)).rejects.toMatchObject({
        code: '42501',
        message: expect.stringContaining('append-only') as string,
      });
    }
    const replica = `BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`;
    await expect(db.admin.query(replica)).rejects.toMatchObject({ code: '42501' });
    await db.admin.query('ROLLBACK');
  });
});
