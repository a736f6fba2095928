/** What is written to logs while people ask, fail and attack: no person, no id of a citizen, no variable, no document, no token. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DEFAULT_SEED, people } from '@sammen/population';
import { notification } from '../../subgraphs/psychiatry/test/support/notification.js';
import { poster } from '../../subgraphs/psychiatry/test/support/post.js';
import { citizenNo, inPerson, useAttacker } from '../support/attacker.js';

const { ask, sql, system } = useAttacker();
const { post } = poster(system);
const person = citizenNo(114);
const CANARY = 'canary-7f3a';
const SERVICES = ['gateway', 'citizen', 'psychiatry', 'municipality', 'ngo', 'coordination'];
const folder = () => dirname(dirname(system.keyFile('citizen')));

async function logs(): Promise<string> {
  await setTimeout(200); // The last lines are written after their answers have gone out.
  const files = (await readdir(folder(), { recursive: true })).filter((name) => name.endsWith('.log'));
  return (await Promise.all(files.map((name) => readFile(join(folder(), name), 'utf8')))).join('\n');
}

it('I-8: nothing of anybody, whatever was asked and failed', async () => {
  const failing: [string, object][] = [
    [`query Of${person.cpr}($c: String!) { citizenByCpr(cpr: $c) { id } }`, { c: person.cpr }],
    [`query Q($c: String!) { citizenByCpr(cpr: $c) { id } }`, { c: CANARY }],
    [`query Q($id: ID!) { citizen(id: $id) { name } }`, { id: CANARY }],
    [`query Q($id: Int!) { citizen(id: $id) { name } }`, { id: CANARY }],
    [`{ citizen(id: "${CANARY}") { noSuchField } }`, {}],
    [`{ ${CANARY}`, {}],
    [
      `mutation D($i: AdmissionChangeInput!) { discharge(input: $i) { id } }`,
      { i: { citizenId: person.id, admissionId: CANARY, version: 1 } },
    ],
    [
      `mutation C($i: UpdateContactInput!) { updateContact(input: $i) { id } }`,
      { i: { citizenId: person.id, email: `${CANARY}\u0000` } },
    ],
  ];
  for (const [query, variables] of failing)
    for (const service of SERVICES) await ask(service, 'psychiatrist', query, variables as Record<string, unknown>);
  await ask('citizen', inPerson(person), `mutation C($i: UpdateContactInput!) { updateContact(input: $i) { id } }`, {
    i: { citizenId: person.id, email: `${CANARY}\u0000@x.dk` },
  });
  const headers = {
    'x-request-id': CANARY,
    'user-agent': CANARY,
    referer: `https://x.dk/?${CANARY}`,
    cookie: CANARY,
    authorization: `Bearer ${CANARY}`,
  };
  for (const service of SERVICES) await ask(service, inPerson(person), '{ __typename }', {}, { headers });
  for (const service of SERVICES) await fetch(`${system.baseUrls[service]}/${CANARY}?cpr=${person.cpr}`);
  await post(notification({ activity: 'admit-inpatient', cpr: '0101709902', department: CANARY }));
  await post(notification({ activity: 'no-such-activity', cpr: person.cpr!, department: CANARY }));
  await post(`{"${CANARY}`);

  // A value that the graph cannot show, and a statement that fails.
  await sql(
    'psychiatry',
    `INSERT INTO treatment (citizen_id, id, kind, status, course, responsible_name, unit_id, started_on)
     VALUES ($1, gen_random_uuid(), 'ECT', $2, 'x', 'x', 'x', '2020-01-01')`,
    [person.id, CANARY],
  );
  await ask('gateway', inPerson(person), '{ me { treatments(first: 100) { nodes { status } } } }');
  await expect(sql('psychiatry', `SELECT '${CANARY}'::uuid`)).rejects.toThrow(CANARY);

  const written = await logs();
  expect(written).toContain('"event":"request"');
  expect(written).toContain('answered');
  const found = [...people(DEFAULT_SEED, 220)].flatMap(({ id, cpr, givenName, familyName }) =>
    [id, cpr, `${givenName} ${familyName}`].filter((text) => text !== null && written.includes(text)),
  );
  expect(found).toEqual([]);
  for (const text of [CANARY, 'Bearer', 'eyJ', 'citizenByCpr', '"variables"'])
    expect([text, written.includes(text)]).toEqual([text, false]);
});
