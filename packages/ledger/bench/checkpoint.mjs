/** Measures a checkpoint and a verification over many chains: `node packages/ledger/bench/checkpoint.mjs [chains]`, after a build. */
import { generateKeyPairSync, randomUUID, sign, verify } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendEvents, grantLedgerRights, LEDGER_SCHEMA_SQL, makeCheckpoint, verifyLedger } from '@sammen/ledger';
import { createLocalPostgres, provisionDatabases, removeLocalPostgres } from '@sammen/local-postgres';
import pg from 'pg';

const CHAINS = Number(process.argv[2] ?? 100_000);
const citizens = Array.from({ length: CHAINS }, () => randomUUID());
const look = (citizenId) => ({
  citizenId,
  requestId: randomUUID(),
  actorId: 'staff-municipality-0561.social-0',
  role: 'SOCIAL_WORKER',
  organisationId: 'municipality-0561',
  unitId: 'municipality-0561/social',
  onBehalfOf: null,
  relationEvidence: [],
  purpose: 'CARE_COORDINATION',
  operation: { name: 'Overview', hash: 'a'.repeat(64) },
  decisions: [{ category: 'IDENTITY', access: 'READ', effect: 'PERMIT', reason: 'OWN', basis: 'OWN:x' }],
  emergency: null,
  asOf: Date.now(),
  policyVersion: '1',
});

async function measured(name, work) {
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  const rss = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(
    `${name}: ${((performance.now() - from) / 1000).toFixed(2)} s, CPU of this process ${((user + system) / 1e6).toFixed(2)} s, ${rss} MB`,
  );
  return result;
}

const folder = await mkdtemp(join(tmpdir(), 'sammen-checkpoint-bench-'));
const postgres = createLocalPostgres({ directory: join(folder, 'pg'), port: 0, durable: false });
try {
  const { adminUrl } = await postgres.start();
  const { citizen } = await provisionDatabases(adminUrl, [{ name: 'citizen', ownerPassword: 'o', appPassword: 'a' }]);
  const owner = new pg.Client(citizen.owner);
  await owner.connect();
  for (const statement of LEDGER_SCHEMA_SQL.up) await owner.query(statement);
  await grantLedgerRights(owner, 'sammen_citizen');
  const session = new pg.Client(citizen.app);
  await session.connect();
  for (let from = 0; from < CHAINS; from += 1_000) {
    await appendEvents(session, citizens.slice(from, from + 1_000).map(look));
  }
  await owner.query('ANALYZE');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signer = { keyId: 'bench', sign: (bytes) => sign(null, bytes, privateKey) };
  const check = (_key, bytes, signature) => verify(null, bytes, publicKey, signature);
  console.log(`${CHAINS} chains`);
  await measured('first checkpoint, all chains new', () => makeCheckpoint(session, signer));
  for (let from = 0; from < 2_000; from += 100) {
    await appendEvents(session, citizens.slice(from, from + 100).map(look));
  }
  const second = await measured('checkpoint, 2,000 chains grown', () => makeCheckpoint(session, signer));
  await measured('nothing new', () => makeCheckpoint(session, signer));
  const all = await measured('verify all', () => verifyLedger(owner, { check }));
  const since = await measured('verify since the last checkpoint', () =>
    verifyLedger(owner, { check, since: second.number }),
  );
  const one = await measured('verify one citizen', () => verifyLedger(owner, { check, citizenId: citizens[0] }));
  console.log([all, since, one].map(({ ok, events }) => `${ok ? 'sound' : 'BROKEN'} ${events} events`).join(', '));
  await session.end();
  await owner.end();
} finally {
  await postgres.stop();
  await removeLocalPostgres(join(folder, 'pg'));
  await rm(folder, { recursive: true, force: true });
}
