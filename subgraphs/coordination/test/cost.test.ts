import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { useCoordination } from './support/coordination.js';

const house = useCoordination('0561');

const QUERY = `query ($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen {
  keyManager { professional { name } } careTeam { task professional { name organisation { name } } } safeSetting { place }
  coordinationCase { gaps handOvers { reason } whoDoesWhat { task agreements { action } } history { kind } map { text } cohortPlace { rank } }
  plans(first: 5) { totalCount nodes { status goals { text } map { text } parties { state } versions { changes { kind } signOffs { state } }
    agreements { action overdue challenge { text } followUps { dueOn overdue } } } }
  recoveryMeasurements(first: 5) { totalCount nodes { total changeSinceBefore recordedBy { role } } }
  meetings(first: 5) { totalCount nodes { participantCount readiness { ready beyondWishes } agenda { agreement { action } }
    participants { sector } decisions { text decidedBy { sector } } plan { status } } } } } }`;

/** What the coordination subgraph wrote down that a request cost. */
async function costOf(requestId: string): Promise<{ sqlStatements: number; decisionCalls: number }> {
  const log = join(dirname(dirname(fileURLToPath(house.system.issuer().jwksUrl))), 'logs/coordination.log');
  for (;;) {
    const line = (await readFile(log, 'utf8')).split('\n').find((each) => each.includes(requestId));
    if (line !== undefined) return JSON.parse(line) as { sqlStatements: number; decisionCalls: number };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function read(citizenIds: readonly string[]) {
  const { body, headers } = await house.system.graphql(house.system.urls['coordination'] as string, {
    query: QUERY,
    variables: { them: citizenIds.map((id) => ({ __typename: 'Citizen', id })) },
    persona: 'key-manager',
  });
  expect(body.errors).toBeUndefined();
  return { shown: body.data?.['_entities'] as any[], cost: await costOf(headers.get('x-request-id')!) };
}

it('I-12: reading ten cases whole issues as many statements and questions as reading one', async () => {
  const { actor } = house.system.persona('key-manager');
  const rows = await house.sql(
    `SELECT k.citizen_id FROM key_manager k JOIN meeting_decision d USING (citizen_id)
     WHERE k.actor_id = $1 AND k.valid_to IS NULL GROUP BY 1 ORDER BY 1`,
    [actor.id],
  );
  const everybody = rows.map(({ citizen_id }) => citizen_id as string);
  expect(everybody.length).toBeGreaterThan(4);
  const one = await read(everybody.slice(0, 1));
  // What is empty for one citizen needs no further statement, so each is read alone and the dearest counts.
  const alone: number[] = [];
  for (const id of everybody) alone.push((await read([id])).cost.sqlStatements);
  const many = await read(everybody);
  expect(one.shown[0].plans.nodes[0].agreements.length).toBeGreaterThan(2);
  expect(one.shown[0].meetings.nodes.length).toBeGreaterThan(2);
  expect(many.shown.filter(({ plans }) => plans?.nodes.length > 0)).toHaveLength(everybody.length);
  expect(many.cost.decisionCalls).toBe(1);
  // Two branches that ask one batch share a statement when they happen to ask in the same turn; no more than that may vary.
  expect(many.cost.sqlStatements).toBeLessThanOrEqual(Math.max(...alone) + 3);
}, 30_000);

it('looks everything up by an index: no sequential scan in the work lists and in what a case page reads', async () => {
  const explain = async (statement: string, parameters: unknown[]) => {
    const rows = await house.sql(`EXPLAIN ${statement}`, parameters);
    return rows.map((row) => row['QUERY PLAN'] as string).join('\n');
  };
  const tables = [
    ['coordination_case', null],
    ['key_manager', 'case_id'],
    ['care_team_member', 'case_id'],
    ['case_event', 'case_id'],
    ['plan', null],
    ['plan_version', 'plan_id'],
    ['plan_change', 'plan_id'],
    ['plan_party', 'plan_id'],
    ['sign_off', 'plan_id'],
    ['plan_goal', 'plan_id'],
    ['map_item', 'plan_id'],
    ['map_item', 'case_id'],
    ['agreement', 'plan_id'],
    ['agreement', 'case_id'],
    ['agreement_follow_up', 'agreement_id'],
    ['meeting', null],
    ['meeting_participant', 'meeting_id'],
    ['meeting_decision', 'meeting_id'],
    ['agenda_item', 'meeting_id'],
    ['safe_setting', null],
    ['recovery_measurement', null],
  ] as const;
  await house.sql('SET enable_seqscan = off');
  for (const [table, parent] of tables) {
    const plan = await explain(
      `SELECT * FROM ${table} WHERE citizen_id = ANY($1)${parent === null ? '' : ` AND ${parent} = ANY($1)`}`,
      [[randomUUID()]],
    );
    expect(`${table}: ${plan}`).not.toContain('Seq Scan');
  }
  const overdue = `SELECT a.id FROM key_manager k JOIN agreement a ON a.citizen_id = k.citizen_id AND a.case_id = k.case_id
    JOIN plan p ON p.citizen_id = a.citizen_id AND p.id = a.plan_id WHERE k.actor_id = $1 AND k.valid_to IS NULL AND a.status = 'OPEN'`;
  expect(await explain(overdue, ['somebody'])).not.toContain('Seq Scan');
});
