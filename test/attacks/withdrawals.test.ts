/** A thousand withdrawals while others read, through two gateways and two decision points over the same databases. */
import type { Actor } from '@sammen/consent';
import { DEFAULT_SEED, personOf } from '@sammen/population';
import pg from 'pg';
import { type Node, startNode } from '../support/node.js';
import { type OwnSystem, startOwnSystem } from '../support/ownSystem.js';

const CITIZENS = 20;
const ROUNDS = 50;
const AT_ONCE = 5;

const people = Array.from({ length: CITIZENS }, (_, index) => personOf(DEFAULT_SEED, index).id);
const reader: Actor = {
  id: 'staff-withdrawals-reader',
  role: 'PSYCHIATRIST',
  organisationId: 'region-nordjylland',
  organisationKind: 'REGION',
  unitId: null,
  citizenId: null,
};
const guardian: Actor = {
  id: 'withdrawals-guardian',
  role: 'GUARDIAN',
  organisationId: null,
  organisationKind: 'NONE',
  unitId: null,
  citizenId: null,
};

const READ = `query Read(${people.map((_, n) => `$c${n}: ID!`).join(', ')}) {
  ${people.map((_, n) => `c${n}: citizen(id: $c${n}) { diagnoses { id } }`).join(' ')} }`;
const ALL = Object.fromEntries(people.map((id, n) => [`c${n}`, id]));

let own: OwnSystem;
const nodes: Node[] = [];
let gateways: string[];
let citizenDatabase: pg.Pool;

beforeAll(async () => {
  own = await startOwnSystem(['citizen', 'psychiatry', 'gateway'], CITIZENS);
  const { folder, running } = own;
  let { urls } = running;
  for (const name of ['citizen', 'psychiatry', 'gateway']) {
    // Each works with the second node of those before it.
    const node = await startNode({ folder, urls, databases: running.databases }, name);
    nodes.push(node);
    urls = { ...urls, [name]: node.url };
  }
  gateways = [running.urls['gateway']!, urls['gateway']!];
  citizenDatabase = new pg.Pool({ connectionString: own.running.databases['citizen']!.admin, max: 4 });
  await citizenDatabase.query(
    `INSERT INTO representative (citizen_id, id, actor_id, name, kind, mandate, categories, valid_from)
     SELECT citizen_id, gen_random_uuid(), $1, 'Guardian', 'GUARDIAN', 'all', '{CONSENTS,DIAGNOSIS}', now() - interval '1 day' FROM person`,
    [guardian.id],
  );
  await citizenDatabase.query(`DELETE FROM consent_choice`);
}, 180_000);

afterAll(async () => {
  await citizenDatabase?.end();
  for (const node of nodes.toReversed()) await node.stop();
  await own?.stop();
}, 60_000);

const tokens: Record<string, string> = {};

async function post(gateway: string, actor: Actor, purpose: string, query: string, variables: object) {
  tokens[actor.id] ??= await own.token(actor);
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${tokens[actor.id]}`,
      'x-sammen-purpose': purpose,
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data: Record<string, any> | null; errors?: unknown[] };
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return body.data!;
}

/** Who is shown, as places in the list of people. */
async function look(gateway: string): Promise<number[]> {
  const data = await post(gateway, reader, 'TREATMENT', READ, ALL);
  return people.flatMap((_, n) => (data[`c${n}`].diagnoses === null ? [] : [n]));
}

/** Consents of everybody for the reader, put in at once; what is given is not under test. */
async function give(): Promise<string[]> {
  const { rows } = await citizenDatabase.query(
    `INSERT INTO consent_choice (citizen_id, id, version, effect, recipients, categories, purposes, legal_basis, valid_from,
       valid_to, form, consequences_explained, given_by, recorded_by, policy_version)
     SELECT citizen_id, gen_random_uuid(), 1, 'CONSENT', $1, '{DIAGNOSIS}', '{TREATMENT}', 'HEALTH_DATA_FOR_TREATMENT',
       now() - interval '1 hour', now() + interval '1 hour', 'DIGITAL', true, 'test', 'test', '1'
     FROM unnest($2::uuid[]) AS citizen_id RETURNING citizen_id, id`,
    [JSON.stringify([{ actorId: reader.id }]), people],
  );
  return people.map((citizenId) => rows.find((row) => row.citizen_id === citizenId).id);
}

it('I-10: no answer and no event after a withdrawal returned still permits, whichever node is asked', async () => {
  /** Whose withdrawal has returned and was not followed by another consent, with its round. */
  const withdrawn = new Map<number, number>();
  let [shown, withheld, withdrawals] = [0, 0, 0];
  const late: string[] = [];
  let isOver = false;

  /** Whoever was withdrawn before the question was asked, and still is when the answer is there, must not be shown. */
  async function lookAndJudge(gateway: string): Promise<void> {
    const before = new Map(withdrawn);
    const seen = await look(gateway);
    const judged = seen.filter((n) => before.has(n) && before.get(n) === withdrawn.get(n));
    late.push(...judged.map((n) => `${n} in round ${before.get(n)}`));
    shown += seen.length;
    withheld += people.length - seen.length;
  }
  const readers = gateways.map(async (gateway) => {
    while (!isOver) await lookAndJudge(gateway);
  });

  for (let round = 0; round < ROUNDS; round += 1) {
    withdrawn.clear();
    const consents = await give();
    const batches = Array.from({ length: CITIZENS / AT_ONCE }, (_, batch) =>
      Array.from({ length: AT_ONCE }, (_each, n) => batch * AT_ONCE + n),
    );
    const returned = new Map<number, string>();
    await Promise.all(
      batches.map(async (places, batch) => {
        const query = `mutation Withdraw(${places.map((n) => `$i${n}: WithdrawConsentInput!`).join(', ')}) {
          ${places.map((n) => `w${n}: withdrawConsent(input: $i${n}) { withdrawnAt }`).join(' ')} }`;
        const inputs = Object.fromEntries(
          places.map((n) => [`i${n}`, { citizenId: people[n], consentId: consents[n] }]),
        );
        const data = await post(gateways[batch % 2]!, guardian, 'REPRESENTATION', query, inputs);
        const { rows } = await citizenDatabase.query(`SELECT clock_timestamp()::text AS at`);
        for (const n of places) {
          if (data[`w${n}`].withdrawnAt !== null) withdrawals += 1;
          withdrawn.set(n, round);
          returned.set(n, rows[0].at);
        }
      }),
    );
    await Promise.all(gateways.map(lookAndJudge));
    // The same by the log, on one clock: no event from after the withdrawal had returned lets the reader in, whenever its
    // facts were read.
    const { rows } = await citizenDatabase.query(
      `SELECT count(*)::int AS n FROM unnest($1::uuid[], $2::timestamptz[]) AS w (citizen_id, returned)
       JOIN ledger.event e ON e.citizen_id = w.citizen_id AND e.at > w.returned
       JOIN ledger.payload p ON p.citizen_id = e.citizen_id AND p.seq = e.seq
       WHERE p.body->>'actorId' = $3 AND p.body->'decisions' @> '[{"effect": "PERMIT"}]'`,
      [people, people.map((_, n) => returned.get(n)), reader.id],
    );
    if (rows[0].n > 0) late.push(`${rows[0].n} events in round ${round}`);
  }
  isOver = true;
  await Promise.all(readers);
  process.stdout.write(`${JSON.stringify({ withdrawals, shown, withheld, late: late.length })}\n`);
  expect(withdrawals).toBe(CITIZENS * ROUNDS);
  expect(late).toEqual([]);
  // It would not have been noticed if nobody had been shown, or nobody had read meanwhile.
  expect(shown).toBeGreaterThan(CITIZENS);
  expect(withheld).toBeGreaterThan(CITIZENS * ROUNDS);
}, 120_000);
