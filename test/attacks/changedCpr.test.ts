/** CPR numbers change, are given up, and turn out to be somebody else's: consent follows the person, never the number. */
import { citizenNo, inPerson, NOBODY, type Somebody, useAttacker } from '../support/attacker.js';
import { choicesOf } from '../support/choices.js';

const attacker = useAttacker();
const { ask, sql, system } = attacker;
const [first, second] = [citizenNo(150), citizenNo(151)];
/** Somebody of an authority whom each test lets see what it needs. */
const officer: Somebody = {
  actor: {
    id: 'staff-attack-cpr',
    role: 'PSYCHIATRIST',
    organisationId: 'region-nordjylland',
    organisationKind: 'REGION',
    unitId: null,
    citizenId: null,
  },
  purpose: 'TREATMENT',
};
const FIND = 'query Find($cpr: String!) { citizenByCpr(cpr: $cpr) { id cprNumber diagnoses { code } } }';
const find = async (cpr: string) => (await ask('gateway', officer, FIND, { cpr })).body.data!['citizenByCpr'];
const FORMER = '0101709978';
const add = (citizenId: string, number: string, kind: string, validTo: string | null) =>
  sql('citizen', `INSERT INTO cpr_number (citizen_id, number, kind, valid_to) VALUES ($1, $2, $3, $4)`, [
    citizenId,
    number,
    kind,
    validTo,
  ]);

beforeAll(async () => {
  const choices = choicesOf(attacker);
  await choices.consent(first, officer, ['CPR_NUMBER', 'DIAGNOSIS']);
  await choices.consent(second, officer, ['CPR_NUMBER']);
});
afterEach(() => sql('citizen', `DELETE FROM cpr_number WHERE number = $1`, [FORMER]));

it('I-1: a number that was given up leads to its former holder, decided for that person, and shows the present one', async () => {
  await add(first.id, FORMER, 'REPLACEMENT', '2020-01-01');
  expect(await find(FORMER)).toMatchObject({ id: first.id, cprNumber: first.cpr });
  expect((await find(FORMER)).diagnoses.length).toBeGreaterThan(0);
});

it('I-1: a number that two persons have had leads to the one who has it now, in whatever order it was written down', async () => {
  await add(first.id, FORMER, 'REPLACEMENT', '2020-01-01');
  await add(second.id, FORMER, 'REPLACEMENT', null);
  expect(await find(FORMER)).toMatchObject({ id: second.id, diagnoses: null });
  await sql('citizen', `DELETE FROM cpr_number WHERE number = $1`, [FORMER]);
  await add(second.id, FORMER, 'REPLACEMENT', '2020-01-01');
  await add(first.id, FORMER, 'REPLACEMENT', null);
  expect((await find(FORMER)).id).toBe(first.id);
  const body = JSON.stringify({ cpr: FORMER });
  const signature = system.signer('psychiatry').sign({ method: 'POST', path: '/identify', body, to: 'citizen' });
  const answer = await attacker.post('citizen', '/identify', JSON.parse(body), { 'x-sammen-service-call': signature });
  expect(answer.body).toEqual({ citizenId: first.id });
});

it('two persons never have the same number at the same time: the database refuses', async () => {
  await add(first.id, FORMER, 'REPLACEMENT', null);
  await expect(add(second.id, FORMER, 'REPLACEMENT', null)).rejects.toMatchObject({ code: '23505' });
});

it('I-1: when a person’s number changes, what they allowed stays theirs and does not go over to the number', async () => {
  const before = await find(first.cpr!);
  await sql('citizen', `UPDATE cpr_number SET valid_to = now() WHERE citizen_id = $1 AND number = $2`, [
    first.id,
    first.cpr,
  ]);
  try {
    await add(first.id, FORMER, 'CPR', null);
    const query = `query Q($id: ID!) { citizen(id: $id) { cprNumber diagnoses { code } } }`;
    const seen = async (who: Somebody) => (await ask('gateway', who, query, { id: first.id })).body.data!['citizen'];
    expect(await seen(officer)).toEqual({ cprNumber: FORMER, diagnoses: before.diagnoses });
    expect((await seen(inPerson(first))).cprNumber).toBe(FORMER);
    // Whoever gets the old number next gets nothing with it.
    await add(second.id, first.cpr!, 'CPR', null);
    expect(await find(first.cpr!)).toMatchObject({ id: second.id, diagnoses: null });
  } finally {
    await sql('citizen', `DELETE FROM cpr_number WHERE citizen_id = $1 AND number = $2`, [second.id, first.cpr]);
    await sql('citizen', `DELETE FROM cpr_number WHERE number = $1`, [FORMER]);
    await sql('citizen', `UPDATE cpr_number SET valid_to = NULL WHERE citizen_id = $1 AND number = $2`, [
      first.id,
      first.cpr,
    ]);
  }
});

it('I-3: a number is no key: references, caseloads and grants do not know it', async () => {
  const them = [
    { __typename: 'Citizen', cpr: first.cpr },
    { __typename: 'Citizen', id: NOBODY, cprNumber: first.cpr },
  ];
  const query = `query D($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { id diagnoses { code } } } }`;
  const [byCpr, byBoth] = [
    await ask('psychiatry', officer, query, { them: [them[0]] }),
    await ask('psychiatry', officer, query, { them: [them[1]] }),
  ];
  expect(byCpr.body.errors![0].extensions.code).toBe('INVALID_ID');
  expect(byBoth.body.data!['_entities']).toEqual([{ id: NOBODY, diagnoses: null }]);
});
