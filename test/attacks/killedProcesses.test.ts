/** `kill -9` of citizen subgraph, gateway and PostgreSQL while people read: nothing is shown that is not logged, and all come back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Actor } from '@sammen/consent';
import { createDevelopmentIssuer } from '@sammen/identity';
import { verifyChains } from '@sammen/ledger';
import { createLocalPostgres, freePort, type LocalPostgres, provisionDatabases } from '@sammen/local-postgres';
import { DEFAULT_SEED, personOf } from '@sammen/population';
import pg from 'pg';
import { updateLocalSupergraph } from '../../packages/cli/src/composition/localSupergraph.js';
import { findServices } from '../../packages/cli/src/system/services.js';
import { makeStateFolder, stateFolder } from '../../packages/cli/src/system/stateFolder.js';
import { type Node, seedNode, startNode, type Surroundings } from '../support/node.js';
import { prepareState } from '../support/prepared.js';
import { makeTestFolder, removeTestFolder, root } from '../support/testFolders.js';

/** Six in CI; `npm run prove:kills` kills twenty times. */
const KILLS = Number(process.env['SAMMEN_KILLS'] ?? 6);
const VICTIMS = ['citizen', 'gateway', 'PostgreSQL'] as const;
const SERVICES = ['citizen', 'psychiatry', 'gateway'] as const;
const READERS = 3;
const RECOVERS_WITHIN = 60_000;

/** What clients may be told while something is down. */
const OUTAGE = /^(SUBGRAPH_\w+|CONSENT_UNAVAILABLE|DATABASE_UNREACHABLE)$/;

const people = Array.from({ length: 4 }, (_, index) => personOf(DEFAULT_SEED, index));
const READ = `query Read($id: ID!) { citizen(id: $id) { name diagnoses { id code } viewerAccess { state } } }`;

let folder: string;
let postgres: LocalPostgres;
let surroundings: Surroundings;
let admin: string;
const nodes = new Map<string, Node>();
const ports = new Map<string, number>();
const tokens = new Map<string, string>();

beforeAll(async () => {
  folder = await makeTestFolder();
  const state = stateFolder(root, folder);
  await makeStateFolder(state);
  await prepareState(folder);
  // Durable: what is committed has to outlive the server that committed it.
  postgres = createLocalPostgres({ directory: state.postgres, port: await freePort(), durable: true });
  const { adminUrl } = await postgres.start();
  const databases = await provisionDatabases(
    adminUrl,
    ['citizen', 'psychiatry'].map((name) => ({ name, ownerPassword: `${name}-owner`, appPassword: `${name}-app` })),
  );
  admin = databases['citizen']!.admin;
  for (const { name } of await findServices(root)) ports.set(name, await freePort());
  const urls = Object.fromEntries([...ports].map(([name, port]) => [name, `http://127.0.0.1:${port}`]));
  surroundings = { folder, urls, databases };
  await updateLocalSupergraph(state, await findServices(root));
  for (const name of ['citizen', 'psychiatry']) await seedNode(surroundings, name, 20);
  for (const name of SERVICES) nodes.set(name, await startNode(surroundings, name, ports.get(name)));
  const issuer = createDevelopmentIssuer({
    directory: state.keys,
    issuer: 'sammen-development',
    audience: 'sammen',
    production: false,
  });
  for (const { id, actorId } of people) {
    const actor: Actor = {
      ...{ id: actorId, role: 'CITIZEN', citizenId: id },
      ...{ organisationId: null, organisationKind: 'NONE', unitId: null },
    };
    tokens.set(id, await issuer.issue(actor));
  }
}, 180_000);

afterAll(async () => {
  for (const name of [...SERVICES].toReversed()) await nodes.get(name)?.stop();
  await postgres?.stop();
  await removeTestFolder(folder);
}, 60_000);

/** What clients were told. */
interface Heard {
  /** Request and citizen of each answer with guarded data. */
  readonly shown: { requestId: string; citizenId: string }[];
  readonly codes: Map<string, number>;
  unanswered: number;
}

async function readOnce(citizenId: string, heard: Heard): Promise<boolean> {
  let text: string;
  let requestId: string;
  try {
    const response = await fetch(`${surroundings.urls['gateway']}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${tokens.get(citizenId)}`,
        'x-sammen-purpose': 'SELF_ACCESS',
      },
      body: JSON.stringify({ query: READ, variables: { id: citizenId } }),
      signal: AbortSignal.timeout(30_000),
    });
    requestId = response.headers.get('x-request-id') ?? '';
    text = await response.text();
  } catch {
    heard.unanswered += 1;
    await setTimeout(20);
    return false;
  }
  const { data, errors = [] } = JSON.parse(text) as { data?: any; errors?: { extensions: { code: string } }[] };
  for (const { extensions } of errors) heard.codes.set(extensions.code, (heard.codes.get(extensions.code) ?? 0) + 1);
  const citizen = data?.citizen;
  const shown = citizen != null && (citizen.name !== null || citizen.diagnoses !== null);
  if (shown) heard.shown.push({ requestId, citizenId });
  return shown && errors.length === 0;
}

/** kill -9, then what supervision would do. */
async function killAndRestart(victim: (typeof VICTIMS)[number]): Promise<void> {
  if (victim === 'PostgreSQL') {
    const [pid] = readFileSync(join(await dataFolder(), 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await postgres.stop();
    await postgres.start();
    return;
  }
  await nodes.get(victim)!.kill();
  nodes.set(victim, await startNode(surroundings, victim, ports.get(victim)));
}

async function dataFolder(): Promise<string> {
  const { locate } = await import('../../packages/local-postgres/src/location.js');
  return (await locate(stateFolder(root, folder).postgres)).data;
}

async function withDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

it(
  'I-2: after each kill the chains verify, every answer with data has its event, and all work again',
  async () => {
    const heard: Heard = { shown: [], codes: new Map(), unanswered: 0 };
    let isOver = false;
    const readers = Array.from({ length: READERS }, async (_, reader) => {
      for (let n = reader; !isOver; n += 1) await readOnce(people[n % people.length]!.id, heard);
    });
    const recovered: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = heard.shown.length;
      for (const until = Date.now() + RECOVERS_WITHIN; heard.shown.length < before + 10; await setTimeout(10))
        if (Date.now() > until) throw new Error(`Nothing is shown before kill ${kill}.`);
      await killAndRestart(VICTIMS[kill % VICTIMS.length]!);
      const from = performance.now();
      // By itself: nothing else is started again.
      while (!(await readOnce(people[kill % people.length]!.id, heard))) {
        if (performance.now() - from > RECOVERS_WITHIN)
          throw new Error(`No recovery from kill ${kill} of ${VICTIMS[kill % VICTIMS.length]}: ${[...heard.codes]}`);
        await setTimeout(20);
      }
      recovered.push(Math.round(performance.now() - from));
      const report = await withDatabase((client) => verifyChains(client));
      expect([kill, report.ok, report.breaks]).toEqual([kill, true, []]);
    }
    isOver = true;
    await Promise.all(readers);

    const unlogged = await withDatabase(async (client) => {
      const { rows } = await client.query(
        `SELECT count(*)::int AS n FROM unnest($1::text[], $2::uuid[]) AS seen (request_id, citizen_id)
       WHERE NOT EXISTS (SELECT FROM ledger.event e JOIN ledger.payload p USING (citizen_id, seq)
         WHERE e.request_id = seen.request_id AND e.citizen_id = seen.citizen_id
           AND p.body->'decisions' @> '[{"access": "READ", "effect": "PERMIT"}]')`,
        [heard.shown.map(({ requestId }) => requestId), heard.shown.map(({ citizenId }) => citizenId)],
      );
      return rows[0].n as number;
    });
    const events = await withDatabase(
      async (client) => (await client.query(`SELECT count(*)::int AS n FROM ledger.event`)).rows[0].n,
    );
    const figures = { kills: KILLS, answers: heard.shown.length, events, unanswered: heard.unanswered, recovered };
    process.stdout.write(`${JSON.stringify({ ...figures, codes: Object.fromEntries(heard.codes) })}\n`);
    expect(unlogged).toBe(0);
    expect(heard.shown.length).toBeLessThanOrEqual(events);
    expect([...heard.codes.keys()].filter((code) => !OUTAGE.test(code))).toEqual([]);
  },
  30_000 + KILLS * 60_000,
);
