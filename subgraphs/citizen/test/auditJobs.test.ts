/** What the citizen process does by itself for the access log: it signs it, notices when it was put back, and erases what is due. */
import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDetachedSigner, generateKeyFile } from '@sammen/identity';
import { appendEvents, lastCheckpoint, type LedgerEvent, readAccessLog, verifyChains } from '@sammen/ledger';
import { pino } from 'pino';
import { createCheckpointer } from '../src/audit/createCheckpointer';
import { createRetention } from '../src/audit/createRetention';
import { type OwnDatabase, startOwnDatabase } from './support/ownDatabase';

let database: OwnDatabase;
beforeAll(async () => void (database = await startOwnDatabase()), 60_000);
afterAll(() => database?.stop());

const said: { msg: string; level: number; [key: string]: unknown }[] = [];
const log = pino({}, { write: (line: string) => void said.push(JSON.parse(line)) });

const look = (citizenId: string): LedgerEvent => ({
  citizenId,
  requestId: randomUUID(),
  actorId: 'staff-1',
  role: 'SOCIAL_WORKER',
  organisationId: 'municipality-0561',
  unitId: null,
  onBehalfOf: null,
  relationEvidence: [],
  purpose: 'SOCIAL_CASEWORK',
  operation: { name: 'Look', hash: '' },
  decisions: [{ category: 'HOUSING', access: 'READ', effect: 'DENY', reason: 'NO_BASIS', basis: null }],
  emergency: null,
  asOf: 0,
  policyVersion: '1',
});

it('signs the log when it starts and when it ends, in the database and outside, and says so when what it signed is gone', async () => {
  const { app, admin, folder } = database;
  const keyFile = join(folder, 'checkpoint.jwk.json');
  generateKeyFile(keyFile);
  const directory = join(folder, 'checkpoints');
  const signer = createDetachedSigner({ keyFile });
  const lifetime = async (within: () => Promise<unknown>) => {
    said.length = 0;
    const job = createCheckpointer({ database: app, signer, directory, log });
    job.start();
    await within();
    await job.stop();
    return said.map(({ msg }) => msg);
  };
  const SIGNED = 'the access log is signed';
  expect(await lifetime(() => appendEvents(app, [look(randomUUID())]))).toContain(SIGNED);
  expect((await lastCheckpoint(app))!.treeSize).toBe(1);
  expect(await lifetime(async () => {})).toEqual([]);
  const [day] = await readdir(directory);
  const lines = (await readFile(join(directory, day!), 'utf8')).trim().split('\n');
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({ number: (await lastCheckpoint(app))!.number, treeSize: 1 });
  // A process that was killed while it wrote left half a line.
  await writeFile(join(directory, day!), '{"kind":"sammen-led', { flag: 'a' });
  await admin.query(`ALTER TABLE ledger.checkpoint DISABLE TRIGGER ALL; DELETE FROM ledger.checkpoint;
    ALTER TABLE ledger.checkpoint_end DISABLE TRIGGER ALL; DELETE FROM ledger.checkpoint_end;
    ALTER TABLE ledger.checkpoint ENABLE TRIGGER ALL; ALTER TABLE ledger.checkpoint_end ENABLE TRIGGER ALL`);
  expect(await lifetime(async () => {})).toEqual(['the access log was put back to an earlier state', SIGNED]);
  await admin.query(
    `REVOKE EXECUTE ON FUNCTION ledger.append_checkpoint(jsonb, uuid[], bigint[], bytea[]) FROM sammen_citizen`,
  );
  const messages = await lifetime(() => appendEvents(app, [look(randomUUID())]));
  expect(messages).toContain('the access log was not signed');
  expect(said.find(({ msg }) => msg === 'the access log was not signed')).toMatchObject({ level: 50, reason: '42501' });
  await admin.query(
    `GRANT EXECUTE ON FUNCTION ledger.append_checkpoint(jsonb, uuid[], bigint[], bytea[]) TO sammen_citizen`,
  );
});

it('erases who and why when the retention is over, and nothing before two years; the chain still verifies', async () => {
  const { app, owner, admin } = database;
  const citizen = randomUUID();
  const sweep = async (retention: string) => {
    said.length = 0;
    const job = createRetention({ database: app, retention, log });
    job.start();
    await job.stop();
    const [page] = await readAccessLog(app, [citizen], { first: 10 });
    return page!.entries.map(({ payload }) => payload !== null);
  };
  // The function's clock is set back for two looks, as if they were three years old.
  const [{ ddl }] = await owner.query(`SELECT pg_get_functiondef('ledger.append(jsonb)'::regprocedure) AS ddl`);
  await owner.query(ddl.replaceAll('clock_timestamp()', `(clock_timestamp() - interval '3 years')`));
  await appendEvents(app, [look(citizen), look(citizen)]);
  await owner.query(ddl);
  await appendEvents(app, [look(citizen)]);
  expect(await sweep('P5Y')).toEqual([true, true, true]);
  expect(said).toEqual([]);
  expect(await sweep('P1Y11M')).toEqual([true, true, true]);
  expect(said).toMatchObject([{ msg: 'nothing was erased from the access log', reason: 'RETENTION_TOO_SHORT' }]);
  expect(await sweep('P2Y')).toEqual([true, false, false]);
  expect(said).toMatchObject([{ erased: 2 }]);
  expect(await sweep('P2Y')).toEqual([true, false, false]);
  expect(await verifyChains(admin, { citizenId: citizen })).toMatchObject({ ok: true, events: 3, erased: 2 });
});
