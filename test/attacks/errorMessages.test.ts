/** Errors of every kind, provoked: fixed sentences with a code, and no value, no stack, no statement and no name of a table. */
import { randomUUID } from 'node:crypto';
import { citizenNo, inPerson, NOBODY, type Smuggled, useAttacker } from '../support/attacker.js';
import type { GraphqlAnswer } from '../support/system.js';

const { ask, sql } = useAttacker();
const person = citizenNo(113);
const CANARY = 'canary-5d1e';
/** What no answer may hold: places in code and database, words of libraries, and what was sent. */
const FORBIDDEN =
  /node_modules|\.[jt]s:\d|\bat \w+ \(|stack|QueryFailed|violates|constraint|duplicate key|relation "|column "|syntax error at|SELECT |INSERT |DETAIL|ECONNREFUSED|127\.0\.0\.1|postgres|typeorm|undefined|\[object/i;

/** Every error has a code of a table and a next step or is about the document; nothing of what was sent comes back. */
function expectClean({ body, headers }: GraphqlAnswer, secret = CANARY): void {
  expect(body.errors?.length ?? 0).toBeGreaterThan(0);
  const text = JSON.stringify(body.errors) + JSON.stringify([...headers]);
  expect(text).not.toMatch(FORBIDDEN);
  expect(text).not.toContain(secret);
  for (const { extensions } of body.errors!) expect(extensions.code).toMatch(/^[A-Z][A-Z_]+$/);
}

describe.each(['gateway', 'citizen'])('at the %s', (service) => {
  it.each<[string, string, Record<string, unknown>, Smuggled?]>([
    ['an id that is none', 'query Q($id: ID!) { citizen(id: $id) { name } }', { id: CANARY }],
    ['a variable of another type', 'query Q($id: ID!) { citizen(id: $id) { name } }', { id: { [CANARY]: [CANARY] } }],
    ['a number that is a text', 'query Q($n: Int!) { citizens(first: $n) { totalCount } }', { n: CANARY }],
    ['a cursor that is none', 'query Q($after: String) { citizens(after: $after) { totalCount } }', { after: CANARY }],
    ['a CPR number that is none', 'query Q($cpr: String!) { citizenByCpr(cpr: $cpr) { id } }', { cpr: CANARY }],
    ['a missing variable', 'query Q($id: ID!) { citizen(id: $id) { name } }', { other: CANARY }],
    [
      'an enum value that is none',
      'mutation M($i: GiveBlockInput!) { giveBlock(input: $i) { id } }',
      { i: { citizenId: NOBODY, categories: [CANARY], recipients: [], purposes: [], consequencesExplained: true } },
    ],
    ['broken JSON', '', {}, { raw: `{"query":"${CANARY}` }],
    ['a body that is no object', '', {}, { raw: `"${CANARY}"` }],
    ['a token that is none', '{ me { id } }', {}, { headers: { authorization: `Bearer ${CANARY}` } }],
    ['a purpose that is none', '{ me { id } }', {}, { headers: { 'x-sammen-purpose': CANARY } }],
    ['a content type that is none', '', {}, { raw: CANARY, headers: { 'content-type': 'text/plain' } }],
    ['an encoding that is none', '', {}, { raw: CANARY, headers: { 'content-encoding': CANARY } }],
  ])('I-8: %s', async (_name, query, variables, smuggled = {}) => {
    expectClean(await ask(service, 'psychiatrist', query, variables, smuggled));
  });
});

describe('what a database refuses', () => {
  const contact = `mutation C($input: UpdateContactInput!) { updateContact(input: $input) { id } }`;
  const admit = `mutation A($input: AdmitInput!) { admit(input: $input) { id } }`;
  const WARD = 'region-syddanmark/psychiatry-esbjerg/ward-1';

  it.each([
    [
      'a character that it cannot hold',
      'citizen',
      inPerson(person),
      contact,
      { citizenId: person.id, email: `${CANARY}\u0000@x.dk` },
    ],
    [
      'a text that is far too long',
      'citizen',
      inPerson(person),
      contact,
      { citizenId: person.id, email: `${CANARY.repeat(5_000)}@x.dk` },
    ],
    [
      'a moment out of range',
      'psychiatry',
      'psychiatrist',
      admit,
      { citizenId: person.id, unitId: WARD, kind: 'EMERGENCY', at: '+275760-09-13T00:00:00Z' },
    ],
    [
      'a key that is used',
      'psychiatry',
      'psychiatrist',
      `mutation D($input: AdmissionChangeInput!) { discharge(input: $input) { id } }`,
      { citizenId: person.id, admissionId: randomUUID(), version: 2_147_483_647 },
    ],
  ] as const)('I-8: %s is refused in our own words', async (_name, service, who, query, input) => {
    for (const at of [service, 'gateway']) expectClean(await ask(at, who, query, { input }));
  });

  it('I-8: a broken rule of a table is named by its rule, without the row', async () => {
    const block = `mutation B($input: GiveBlockInput!) { giveBlock(input: $input) { id } }`;
    const input = {
      citizenId: person.id,
      recipients: [{ role: 'MENTOR' }],
      categories: ['HOUSING'],
      purposes: ['PEER_SUPPORT'],
      consequencesExplained: true,
    };
    const from = new Date(Date.now() + 86_400_000).toISOString();
    const answer = await ask('gateway', inPerson(person), block, {
      input: { ...input, validFrom: from, validTo: new Date().toISOString() },
    });
    expectClean(answer, from);
  });
});

it('I-8: suggestions speak of the schema and never of data, and production gives none', async () => {
  const answer = await ask('gateway', 'psychiatrist', `query Q($id: ID!) { citizen(id: $id) { diagnose { code } } }`, {
    id: person.id,
  });
  expect(answer.body.errors![0].message).not.toContain(person.id);
  expectClean(answer, person.id);
});

it('I-8: a value that the graph cannot show is not quoted by the error about it, in the source and at the gateway', async () => {
  await sql(
    'psychiatry',
    `INSERT INTO treatment (citizen_id, id, kind, status, course, responsible_name, unit_id, started_on) VALUES ($1, $2, 'ECT', $3, 'x', 'x', 'x', '2020-01-01')`,
    [person.id, randomUUID(), CANARY],
  );
  const selection = 'treatments(first: 100) { nodes { status } }';
  const them = [{ __typename: 'Citizen', id: person.id }];
  const answers = [
    await ask('gateway', inPerson(person), `{ me { ${selection} } }`),
    await ask(
      'psychiatry',
      inPerson(person),
      `query D($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { ${selection} } } }`,
      { them },
    ),
  ];
  for (const answer of answers) {
    expectClean(answer);
    expect(answer.body.errors![0].extensions.code).toBe('INTERNAL');
  }
});
