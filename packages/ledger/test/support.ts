import { generateKeyPairSync, type KeyObject, randomUUID, sign, verify } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalPostgres, provisionDatabases, removeLocalPostgres } from '@sammen/local-postgres';
import pg from 'pg';
import { prepareCluster } from '../../../test/support/prepared.js';
import {
  type CheckpointSigner,
  grantLedgerRights,
  LEDGER_SCHEMA_SQL,
  type LedgerEvent,
  type SignatureCheck,
} from '../src/index.js';

/** The application role of the ledger's database. */
export const APP_ROLE = 'sammen_citizen';

/** A real server with the ledger in it, as its three roles see it. */
export interface LedgerDatabase {
  readonly app: pg.Pool;
  readonly owner: pg.Pool;
  readonly admin: pg.Pool;
  stop(): Promise<void>;
}

export async function startLedgerDatabase(durable = false): Promise<LedgerDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'sammen-ledger-'));
  await prepareCluster(join(folder, 'pg'));
  const postgres = createLocalPostgres({ directory: join(folder, 'pg'), port: 0, durable });
  const { adminUrl } = await postgres.start();
  const { citizen } = await provisionDatabases(adminUrl, [{ name: 'citizen', ownerPassword: 'o', appPassword: 'a' }]);
  // A pool's end() does not wait for its sockets, so the server may still have a word with them when it stops.
  const pool = (connectionString: string, max: number) =>
    new pg.Pool({ connectionString, max }).on('error', (error) => {
      if ((error as { code?: string }).code !== '57P01') throw error;
    });
  const [app, owner, admin] = [pool(citizen!.app, 16), pool(citizen!.owner, 2), pool(citizen!.admin, 2)];
  await inTransaction(owner, async (client) => {
    for (const statement of LEDGER_SCHEMA_SQL.up) await client.query(statement);
    await grantLedgerRights(client, APP_ROLE);
  });
  return {
    app,
    owner,
    admin,
    async stop() {
      await Promise.all([app.end(), owner.end(), admin.end()]);
      await postgres.stop();
      await removeLocalPostgres(join(folder, 'pg'));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Commits what `work` does, or nothing of it. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** A key that signs checkpoints, and who checks its signatures. */
export function checkpointKey(keyId = 'test'): {
  signer: CheckpointSigner;
  check: SignatureCheck;
  publicKey: KeyObject;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    signer: { keyId, sign: (bytes) => sign(null, bytes, privateKey) },
    check: (id, bytes, signature) => (id === keyId ? verify(null, bytes, publicKey, signature) : null),
    publicKey,
  };
}

export const someone = (): string => randomUUID();

/** A social worker's look at somebody's diagnoses and housing. */
export function look(citizenId: string | null, change: Partial<LedgerEvent> = {}): LedgerEvent {
  return {
    citizenId,
    requestId: randomUUID(),
    actorId: 'staff-municipality-0561.social-0',
    role: 'SOCIAL_WORKER',
    organisationId: 'municipality-0561',
    unitId: 'municipality-0561/social',
    onBehalfOf: null,
    relationEvidence: ['relation-1'],
    purpose: 'SOCIAL_CASEWORK',
    operation: { name: 'Overview', hash: 'a'.repeat(64) },
    decisions: [
      { category: 'HOUSING', access: 'READ', effect: 'PERMIT', reason: 'OWN', basis: 'OWN:relation-1' },
      { category: 'DIAGNOSIS', access: 'READ', effect: 'DENY', reason: 'NO_BASIS', basis: null },
    ],
    emergency: null,
    asOf: 1_700_000_000_000,
    policyVersion: '1',
    ...change,
  };
}

export const emergency: Partial<LedgerEvent> = {
  emergency: { kind: 'VITAL_INTEREST', reason: 'Bevidstløs, ukendt medicin: æøå 😀' },
};
