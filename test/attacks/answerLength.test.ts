/** The length of what is withheld: an answer, its headers and its extensions are as long for much as for little as for nobody. */
import { citizenNo, NOBODY, stranger, useAttacker } from '../support/attacker.js';
import { choicesOf } from '../support/choices.js';

const attacker = useAttacker();
const { ask, sql, system } = attacker;
const doctor = stranger('psychiatrist', 'staff-attack-length');
const QUERY = `query Q($id: ID!) { citizen(id: $id) { name diagnoses { code text } treatments(first: 100) { totalCount nodes { id } } admissions(first: 100) { nodes { status } } mentorships { nodes { status } } plans { nodes { id } } } }`;
const DIRECT = `query D($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { diagnoses { code } treatments { totalCount } } } }`;

/** Those of whom psychiatry holds most and least, among the citizens that attacks may use. */
async function muchAndLittle(): Promise<string[]> {
  const ids = Array.from({ length: 60 }, (_, n) => citizenNo(156 + (n % 60)).id);
  const rows = await sql(
    'psychiatry',
    `SELECT c.id, (SELECT count(*) FROM diagnosis d WHERE d.citizen_id = c.id) + (SELECT count(*) FROM treatment t WHERE t.citizen_id = c.id) AS n
     FROM unnest($1::uuid[]) AS c (id) ORDER BY n DESC`,
    [ids],
  );
  expect(Number(rows[0]!['n'])).toBeGreaterThan(Number(rows.at(-1)!['n']));
  return [rows[0]!['id'], rows.at(-1)!['id']];
}

/** All that can be measured from outside, without what is new in every answer. */
async function measured(service: string, query: string, variables: object) {
  const { authorization } = { authorization: `Bearer ${await system.issuer().issue(doctor.actor)}` };
  const response = await fetch(system.urls[service]!, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization, 'x-sammen-purpose': doctor.purpose! },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const headers = [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  return { status: response.status, length: text.length, headers, extensions: JSON.parse(text).extensions };
}

it('I-3: through the gateway it is the same for much, for little and for nobody', async () => {
  const answers = [];
  for (const id of [...(await muchAndLittle()), NOBODY]) answers.push(await measured('gateway', QUERY, { id }));
  expect(answers[0]!.extensions.consent.withheld.length).toBeGreaterThan(4);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

it('I-3: and at the source', async () => {
  const answers = [];
  for (const id of [...(await muchAndLittle()), NOBODY])
    answers.push(await measured('psychiatry', DIRECT, { them: [{ __typename: 'Citizen', id }] }));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

it('I-7: grants, which say what was permitted to whom, leave no gateway, whatever a client sends along', async () => {
  const person = citizenNo(155);
  await choicesOf(attacker).consent(person, doctor, ['DIAGNOSIS']);
  for (const extensions of [undefined, { grants: [], categories: '0' }, { persistedQuery: null }]) {
    const { body } = await ask(
      'gateway',
      doctor,
      QUERY,
      { id: person.id },
      extensions === undefined ? {} : { extensions },
    );
    expect(body.data!['citizen'].diagnoses.length).toBeGreaterThan(0);
    expect(Object.keys(body.extensions!)).toEqual(['consent']);
    expect(JSON.stringify(body)).not.toContain('eyJ');
  }
  const direct = await ask('psychiatry', doctor, DIRECT, { them: [{ __typename: 'Citizen', id: person.id }] });
  expect(Object.keys(direct.body.extensions!)).toEqual(['consent']);
});
