/** A citizen withdraws while a request is under way: it ends as it began, and the next one is denied. */
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { citizenNo, stranger, useAttacker, withheldOf } from '../support/attacker.js';
import { choicesOf } from '../support/choices.js';

const attacker = useAttacker();
const { ask, sql, system } = attacker;
const choices = choicesOf(attacker);
const doctor = stranger('psychiatrist', 'staff-attack-midway');

/** Holds a table of a subgraph so that nobody reads it, until told to let go. */
async function hold(subgraph: string, table: string) {
  const client = new pg.Client(system.databaseUrl(subgraph));
  await client.connect();
  // Not longer than a test may take: others use the same table.
  await client.query(`SET statement_timeout = '5s'; BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  return async () => {
    await client.query('ROLLBACK');
    await client.end();
  };
}

/** Until somebody waits for that table: the request is past its decision and before its data. */
async function untilWaited(subgraph: string, table: string): Promise<void> {
  const waiting = `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = '${table}'::regclass`;
  for (const deadline = Date.now() + 5_000; Date.now() < deadline; await setTimeout(10))
    if ((await sql(subgraph, waiting))[0]!['n'] > 0) return;
  throw new Error(`Nobody waits for ${table}.`);
}

const QUERY = `query Both($id: ID!) { citizen(id: $id) { cprNumber diagnoses { code } } }`;

describe('a consent that is withdrawn between two sources of one request', () => {
  const person = citizenNo(144);
  let during: Awaited<ReturnType<typeof ask>>;

  beforeAll(async () => {
    const id = await choices.consent(person, doctor, ['DIAGNOSIS', 'CPR_NUMBER']);
    const release = await hold('citizen', 'cpr_number');
    const asked = ask('gateway', doctor, QUERY, { id: person.id });
    try {
      await untilWaited('citizen', 'cpr_number');
      await choices.withdraw(person, id);
    } finally {
      await release();
    }
    during = await asked;
  });

  it('I-11: the request in flight sees the citizen as a whole, as decided when it began', async () => {
    expect(during.body.data!['citizen'].diagnoses).toContainEqual({ code: expect.any(String) });
    expect(during.body.data!['citizen'].cprNumber).toBe(person.cpr);
    expect(withheldOf(during)).toEqual([]);
  });

  it('I-10: the next request is denied, at the gateway and at the source', async () => {
    const direct = `query D($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { diagnoses { code } } } }`;
    const [next, source] = [
      await ask('gateway', doctor, QUERY, { id: person.id }),
      await ask('psychiatry', doctor, direct, { them: [{ __typename: 'Citizen', id: person.id }] }),
    ];
    expect(next.body.data!['citizen']).toEqual({ cprNumber: null, diagnoses: null });
    expect(source.body.data!['_entities']).toEqual([{ diagnoses: null }]);
  });
});
