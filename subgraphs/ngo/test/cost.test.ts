import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { useSystem } from '../../../test/support/system.js';

const system = useSystem();

const QUERY = `query ($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen {
  mentorships { totalCount nodes { mentorName engagement meetings { activity } } }
  volunteerVisits { totalCount nodes { activity agreement { volunteerName } } }
  volunteerAgreements { nodes { volunteerName } }
  psychoEducation { totalCount nodes { status course { title sessions { topic } } attendance { session { topic } } } } } } }`;

/** What the NGO subgraph wrote down that a request cost. */
async function costOf(requestId: string): Promise<{ sqlStatements: number; decisionCalls: number }> {
  const log = join(dirname(dirname(fileURLToPath(system.issuer().jwksUrl))), 'logs/ngo.log');
  for (;;) {
    const line = (await readFile(log, 'utf8')).split('\n').find((each) => each.includes(requestId));
    if (line !== undefined) return JSON.parse(line) as { sqlStatements: number; decisionCalls: number };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Citizens of the coordinator's own organisation with something of everything. */
async function mentored(): Promise<string[]> {
  const client = new pg.Client({ connectionString: system.databaseUrl('ngo') });
  await client.connect();
  const { rows } = await client.query<{ citizen_id: string }>(
    `SELECT citizen_id FROM mentorship WHERE organisation_id = 'ngo-peer-vestkysten' AND ended_on IS NULL
     AND citizen_id IN (SELECT citizen_id FROM mentor_meeting) ORDER BY citizen_id IN (SELECT citizen_id FROM course_enrolment) DESC,
     citizen_id IN (SELECT citizen_id FROM volunteer_visit) DESC, citizen_id LIMIT 25`,
  );
  await client.end();
  return rows.map((row) => row.citizen_id);
}

async function read(citizenIds: readonly string[]) {
  const them = citizenIds.map((id) => ({ __typename: 'Citizen', id }));
  const { body, headers } = await system.graphql(system.urls['ngo'] as string, {
    query: QUERY,
    variables: { them },
    persona: 'ngo-coordinator',
  });
  return { shown: body.data?.['_entities'] as any[], cost: await costOf(headers.get('x-request-id')!) };
}

it('I-12: reading many citizens issues as many statements and questions as reading one', async () => {
  const everybody = await mentored();
  expect(everybody.length).toBeGreaterThan(5);
  const one = await read(everybody.slice(0, 1));
  const many = await read(everybody);
  // Something was there to read in each: an empty list would need no further statement.
  expect(one.shown[0].mentorships.nodes[0].meetings.length).toBeGreaterThan(0);
  expect(one.shown[0].psychoEducation.nodes.length).toBeGreaterThan(0);
  expect(many.shown.filter(({ mentorships }) => mentorships.nodes.length > 0)).toHaveLength(everybody.length);
  expect(many.cost.decisionCalls).toBe(1);
  expect(many.cost.sqlStatements).toBeLessThanOrEqual(one.cost.sqlStatements);
});
