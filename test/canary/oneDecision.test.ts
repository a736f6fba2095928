/** However many subgraphs an operation needs and however it begins: each citizen is decided once. */
import { DATA_CATEGORIES } from '@sammen/consent';
import { citizenNo, codesOf, inPerson, type Somebody, useAttacker } from '../support/attacker.js';

const { ask, sql } = useAttacker();
const person = citizenNo(115);

const OPERATIONS: Readonly<Record<string, string>> = {
  'two sectors and nothing of the citizen subgraph':
    'citizen(id: $id) { plans { totalCount } financialSupports { totalCount } }',
  'all sectors':
    'citizen(id: $id) { plans { totalCount } housing { kind } diagnoses { code } peerWishes { id } mentorships { totalCount } }',
  'the same citizen by two root fields': 'me { diagnoses { code } } citizen(id: $id) { housing { kind } }',
  'a list of a sector beside the citizen':
    'overdueAgreements { nodes { id action } } overdueFollowUps { nodes { dueOn } } citizen(id: $id) { name }',
  'the caseload beside the citizen': 'citizens { nodes { id diagnoses { code } } } citizen(id: $id) { name }',
  'what may be seen beside what is': 'citizen(id: $id) { viewerAccess { state } diagnoses { code } }',
};

/** How many events each citizen has in a request, the largest first. */
async function eventsOf(who: Somebody, fields: string, id: string): Promise<number[]> {
  const answer = await ask('gateway', who, `query Once($id: ID!) { ${fields} }`, { id });
  expect(codesOf(answer)).toEqual([]);
  const counted = await sql(
    'citizen',
    `SELECT count(*)::int AS n FROM ledger.event WHERE request_id = $1 GROUP BY citizen_id ORDER BY 1 DESC`,
    [answer.headers.get('x-request-id')],
  );
  return counted.map(({ n }) => n as number);
}

it.each(Object.entries(OPERATIONS))('I-11: %s: one decision and one event for each citizen', async (_name, fields) => {
  const events = await eventsOf(inPerson(person), fields, person.id);
  expect(new Set(events)).toEqual(new Set([1]));
});

it('I-11: the citizen who is found by number is decided once, also where the purpose knows no numbers', async () => {
  const doctor: Somebody = {
    actor: {
      id: 'staff-canary-doctor',
      role: 'PSYCHIATRIST',
      organisationId: 'region-nordjylland',
      organisationKind: 'REGION',
      unitId: null,
      citizenId: null,
    },
    purpose: 'PSYK_13C',
  };
  const fields = `citizenByCpr(cpr: "${person.cpr}") { name } citizen(id: $id) { name careTeam { task } }`;
  expect(await eventsOf(doctor, fields, person.id)).toEqual([1]);
});

it('I-2: the one event says every category that was asked for, here and in other subgraphs', async () => {
  const answer = await ask(
    'gateway',
    inPerson(person),
    `query Q($id: ID!) { citizen(id: $id) { viewerAccess { state } } }`,
    {
      id: person.id,
    },
  );
  const [event] = await sql('citizen', `SELECT body FROM ledger.access_log WHERE request_id = $1`, [
    answer.headers.get('x-request-id'),
  ]);
  const asked = event!['body'].decisions.map(({ category }: { category: string }) => category);
  expect(asked.toSorted()).toEqual(DATA_CATEGORIES.toSorted());
});
