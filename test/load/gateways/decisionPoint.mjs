/**
 * The real citizen subgraph with a PostgreSQL of its own, durable, as it is delivered: it decides, logs and signs. In it
 * are the people that the operations ask about, each represented by every guardian of the bench, who may see everything.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATA_CATEGORIES } from '@sammen/consent';
import { generateKeyFile } from '@sammen/identity';
import { createLocalPostgres, freePort, provisionDatabases } from '@sammen/local-postgres';
import pg from 'pg';
import { createCpuMeter } from '../../../packages/cli/dist/bench/cpuTime.js';
import { serverOf, serverProcesses } from '../../../packages/cli/dist/bench/memory.js';
import { citizenId } from './operations.mjs';

const PEOPLE = Array.from({ length: 100 }, (_, at) => citizenId(at));
const PROGRAM = fileURLToPath(new URL('../../../subgraphs/citizen/dist/main.js', import.meta.url));

/** Starts it. */
export async function startDecisionPoint({ directory, keys }) {
  const postgres = createLocalPostgres({ directory: join(directory, 'postgres'), port: 0, durable: true });
  const { adminUrl } = await postgres.start();
  let child;
  const stop = async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    }
    await postgres.stop();
  };
  try {
    const passwords = { ownerPassword: 'owner', appPassword: 'app' };
    const { citizen: urls } = await provisionDatabases(adminUrl, [{ name: 'citizen', ...passwords }]);
    const port = await freePort();
    child = fork(PROGRAM, [], { env: environment({ directory, keys, port, urls }), stdio: 'ignore' });
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error('the decision point does not start'))),
    ]);
    const server = await fill(urls.admin, keys.guardians);
    const meter = createCpuMeter(async () => ({
      'decision point': [child.pid],
      PostgreSQL: await serverProcesses(server),
    }));
    await meter.read();
    return { origin: `http://127.0.0.1:${port}`, cpu: () => meter.read(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function environment({ directory, keys, port, urls }) {
  const key = (name) => join(directory, `${name}.jwk.json`);
  generateKeyFile(key('checkpoint'));
  return {
    PATH: process.env.PATH,
    HOST: '127.0.0.1',
    PORT: String(port),
    NODE_ENV: 'development',
    LOG_LEVEL: 'info',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'none',
    OIDC_ISSUER: keys.oidc.issuer,
    OIDC_AUDIENCE: keys.oidc.audience,
    OIDC_JWKS_URL: keys.oidc.jwksUrl,
    OIDC_CLAIMS: '{}',
    CITIZEN_DATABASE_URL: urls.app,
    CITIZEN_MIGRATION_DATABASE_URL: urls.owner,
    DECISION_POINT_URL: `http://127.0.0.1:${port}`,
    SERVICE_KEY_FILE: keys.serviceKeyFileOf('citizen'),
    SERVICE_JWKS_FILE: keys.serviceJwksFile,
    GRANT_KEY_FILE: keys.grantKeyFile,
    CHECKPOINT_KEY_FILE: key('checkpoint'),
    CHECKPOINT_DIRECTORY: join(directory, 'checkpoints'),
    ACCESS_LOG_RETENTION: 'P5Y',
  };
}

/** @returns the first process of the server */
async function fill(adminUrl, guardians) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO person (citizen_id, given_name, family_name, birth_date, gender, municipality_code)
       SELECT c, 'Nobody', 'of the bench', '1990-01-02', 'FEMALE', '0561' FROM unnest($1::uuid[]) AS c`,
      [PEOPLE],
    );
    await client.query(
      `INSERT INTO representative (citizen_id, id, actor_id, name, kind, mandate, categories, valid_from)
       SELECT c, gen_random_uuid(), a, 'Bench', 'GUARDIAN', 'Everything', $3::text[], now() - interval '1 day'
       FROM unnest($1::uuid[]) AS c, unnest($2::text[]) AS a`,
      [PEOPLE, guardians, DATA_CATEGORIES],
    );
    await client.query('ANALYZE');
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    return await serverOf(rows[0].pid);
  } finally {
    await client.end();
  }
}
