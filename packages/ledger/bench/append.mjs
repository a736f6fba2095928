/** Measures appends per second on a durable embedded PostgreSQL: `node packages/ledger/bench/append.mjs [seconds]`, after a build. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendEvents, grantLedgerRights, LEDGER_SCHEMA_SQL, verifyChains } from '@sammen/ledger';
import { createLocalPostgres, provisionDatabases, removeLocalPostgres } from '@sammen/local-postgres';
import pg from 'pg';

const SECONDS = Number(process.argv[2] ?? 5);
const CLIENTS = 16;
const citizens = Array.from({ length: 10_000 }, () => randomUUID());
const anyone = () => citizens[Math.floor(Math.random() * citizens.length)];

const decisions = ['IDENTITY', 'DIAGNOSIS', 'ADMISSION', 'HOUSING', 'PLAN'].map((category) => ({
  category,
  access: 'READ',
  effect: 'PERMIT',
  reason: 'CONSENT',
  basis: `CONSENT:${randomUUID()}@1`,
}));
const look = (citizenId) => ({
  citizenId,
  requestId: randomUUID(),
  actorId: 'staff-municipality-0561.social-0',
  role: 'SOCIAL_WORKER',
  organisationId: 'municipality-0561',
  unitId: 'municipality-0561/social',
  onBehalfOf: null,
  relationEvidence: [randomUUID()],
  purpose: 'CARE_COORDINATION',
  operation: { name: 'Overview', hash: 'a'.repeat(64) },
  decisions,
  emergency: null,
  asOf: Date.now(),
  policyVersion: '1',
});

async function measure(name, pool, citizensOf) {
  const took = [];
  const end = performance.now() + SECONDS * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const from = performance.now();
      await appendEvents(pool, citizensOf().map(look));
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.floor(took.length * share)].toFixed(1);
  const events = citizensOf().length * took.length;
  const rate = (count) => Math.round(count / SECONDS).toLocaleString('en');
  console.log(`${name}: ${rate(took.length)} tx/s, ${rate(events)} events/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}

const folder = await mkdtemp(join(tmpdir(), 'sammen-ledger-bench-'));
const postgres = createLocalPostgres({ directory: join(folder, 'pg'), port: 0 });
try {
  const { adminUrl } = await postgres.start();
  const { citizen } = await provisionDatabases(adminUrl, [{ name: 'citizen', ownerPassword: 'o', appPassword: 'a' }]);
  const owner = new pg.Client(citizen.owner);
  await owner.connect();
  for (const statement of LEDGER_SCHEMA_SQL.up) await owner.query(statement);
  await grantLedgerRights(owner, 'sammen_citizen');
  const pool = new pg.Pool({ connectionString: citizen.app, max: CLIENTS });
  console.log(`${CLIENTS} clients, ${SECONDS} s each, commits reach the disk`);
  await measure('one citizen, any of 10,000', pool, () => [anyone()]);
  await measure('one citizen, always the same', pool, () => [citizens[0]]);
  await measure('25 citizens', pool, () => Array.from({ length: 25 }, anyone));
  await measure('100 citizens', pool, () => Array.from({ length: 100 }, anyone));
  const from = performance.now();
  const { ok, events } = await verifyChains(owner);
  const seconds = (performance.now() - from) / 1000;
  console.log(`verify: ${ok ? 'sound' : 'BROKEN'}, ${Math.round(events / seconds).toLocaleString('en')} events/s`);
  await pool.end();
  await owner.end();
} finally {
  await postgres.stop();
  await removeLocalPostgres(join(folder, 'pg'));
  await rm(folder, { recursive: true, force: true });
}
