/**
 * What a grant costs with and without shared commits, in one run on a durable embedded PostgreSQL:
 * `node subgraphs/citizen/bench/grants.mjs [seconds]`, after a build. CPU of PostgreSQL is read from /proc (Linux).
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_CATEGORIES } from '@sammen/consent';
import { createGrantSigner, generateKeyFile } from '@sammen/identity';
import { createLocalPostgres, provisionDatabases, removeLocalPostgres } from '@sammen/local-postgres';
import { grantLedgerRights } from '@sammen/ledger';
import { DataSource } from 'typeorm';
import { createDecisionPoint } from '../dist/decision/createDecisionPoint.js';
import { citizen as subgraph } from '../dist/subgraph.js';

const SECONDS = Number(process.argv[2] ?? 4);
const PEOPLE = 10_000;
const ALONE = { inFlight: Infinity, most: 1 };

const folder = await mkdtemp(join(tmpdir(), 'sammen-grants-bench-'));
const postgres = createLocalPostgres({ directory: join(folder, 'pg'), port: 0 });
const source = (url, max = 10) =>
  new DataSource({ type: 'postgres', url, migrations: subgraph.migrations, entities: [], extra: { max } }).initialize();

/** Ticks that the server's processes have spent, those that are gone included; a tick is 10 ms. */
function serverTicks(postmaster) {
  const stat = (pid) =>
    readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number);
  const own = stat(postmaster);
  let ticks = own[11] + own[12] + own[13] + own[14];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const each = stat(pid);
      if (each[1] === postmaster) ticks += each[11] + each[12];
    } catch {
      // Gone meanwhile.
    }
  }
  return ticks;
}

try {
  const { adminUrl } = await postgres.start();
  const { citizen } = await provisionDatabases(adminUrl, [{ name: 'citizen', ownerPassword: 'o', appPassword: 'a' }]);
  const owner = await source(citizen.owner, 2);
  await owner.runMigrations();
  await grantLedgerRights(owner, 'sammen_citizen');
  await owner.query(
    `INSERT INTO person (citizen_id, given_name, family_name, birth_date, gender, municipality_code)
     SELECT gen_random_uuid(), 'A', 'B', '1980-01-01', 'FEMALE', '0561' FROM generate_series(1, ${PEOPLE})`,
  );
  await owner.query(
    `INSERT INTO care_relation (citizen_id, id, kind, organisation_id, unit_id, valid_from)
     SELECT citizen_id, gen_random_uuid(), 'CASEWORKER', 'municipality-0561', 'municipality-0561/social', now() - interval '1 day' FROM person`,
  );
  await owner.query('ANALYZE');
  const people = (await owner.query('SELECT citizen_id FROM person')).map((row) => row.citizen_id);
  const database = await source(citizen.app);
  const keyFile = join(folder, 'grant.jwk.json');
  generateKeyFile(keyFile);
  const signer = createGrantSigner({ keyFile });
  const [{ pid }] = await owner
    .query(`SELECT (regexp_split_to_array(pg_read_file('postmaster.pid'), '\\n'))[1]::int AS pid`)
    .catch(async () => {
      const admin = await source(citizen.admin, 1);
      const rows = await admin.query(
        `SELECT (regexp_split_to_array(pg_read_file('postmaster.pid'), '\\n'))[1]::int AS pid`,
      );
      await admin.destroy();
      return rows;
    });

  const actor = {
    id: 'staff-1',
    role: 'SOCIAL_WORKER',
    organisationId: 'municipality-0561',
    organisationKind: 'MUNICIPALITY',
    unitId: 'municipality-0561/social',
    citizenId: null,
  };
  const categories = new Set(DATA_CATEGORIES.slice(0, 12));
  const question = (size) => ({
    authorization: '',
    actor,
    purpose: 'SOCIAL_CASEWORK',
    operation: { name: 'Bench', hash: 'a'.repeat(64), requestId: randomUUID() },
    subjects: Array.from({ length: size }, () => people[Math.floor(Math.random() * PEOPLE)])
      .filter((id, at, all) => all.indexOf(id) === at)
      .map((citizenId) => ({ citizenId, categories, writes: new Set() })),
  });

  async function measure(name, sharing, clients, size) {
    const point = createDecisionPoint(database, signer, sharing);
    const took = [];
    const commits = async () =>
      Number(
        (await owner.query(`SELECT xact_commit AS n FROM pg_stat_database WHERE datname = current_database()`))[0].n,
      );
    const before = { cpu: process.cpuUsage(), ticks: serverTicks(pid), commits: await commits() };
    const end = performance.now() + SECONDS * 1000;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (performance.now() < end) {
          const from = performance.now();
          await point.ask(question(size));
          took.push(performance.now() - from);
        }
      }),
    );
    const { user, system } = process.cpuUsage(before.cpu);
    const server = (serverTicks(pid) - before.ticks) * 10_000;
    took.sort((a, b) => a - b);
    const at = (share) => took[Math.floor(took.length * share)].toFixed(1);
    const per = (micros) => `${Math.round(micros / took.length)} µs`;
    console.log(
      `${name.padEnd(34)} ${String(Math.round(took.length / SECONDS)).padStart(5)} grants/s  p50 ${at(0.5)} ms  p99 ${at(0.99)} ms` +
        `  CPU per grant: node ${per(user + system)}, PostgreSQL ${per(server)}`,
    );
  }

  console.log(`${PEOPLE} citizens, 12 categories, ${SECONDS} s each, commits reach the disk`);
  await measure('warm-up', ALONE, 16, 1);
  for (const [clients, size] of [
    [1, 1],
    [4, 1],
    [16, 1],
    [64, 1],
    [16, 25],
  ]) {
    const who = `${clients} clients × ${size} citizens`;
    await measure(`${who}, alone`, ALONE, clients, size);
    for (const inFlight of [1, 2])
      await measure(`${who}, shared, ${inFlight} at once`, { inFlight, most: 200 }, clients, size);
  }
  await database.destroy();
  await owner.destroy();
} finally {
  await postgres.stop();
  await removeLocalPostgres(join(folder, 'pg'));
  await rm(folder, { recursive: true, force: true });
}
