/** Ids and CPR numbers of somebody out of reach and of nobody: the same bytes, whoever asks and wherever. */
import { randomUUID } from 'node:crypto';
import { DATA_CATEGORIES } from '@sammen/consent';
import { citizenNo, codesOf, NOBODY, stranger, useAttacker, withheldOf } from '../support/attacker.js';
import { choicesOf } from '../support/choices.js';

const attacker = useAttacker();
const { ask } = attacker;
const person = citizenNo(105);
const far = stranger('social-worker', 'staff-attack-far');
const BY_CPR = 'query Find($cpr: String!) { citizenByCpr(cpr: $cpr) { id name } }';
const EVERYTHING = `query All($id: ID!) { citizen(id: $id) {
  name cprNumber address { street } consents { id } accessLog { totalCount nodes { id } } viewerAccess { category state nextStep }
  diagnoses { code } admissions { totalCount pageInfo { hasNextPage endCursor } edges { cursor } } assessments { id }
  socialServices { totalCount } housing { kind } financialSupports { totalCount } mentorships { totalCount } plans { totalCount }
  keyManager { professional { name } } } }`;

describe('a CPR number', () => {
  it('I-3: of somebody out of reach and of nobody give the same bytes, and both say that something is withheld', async () => {
    const [known, nobody] = [
      await ask('gateway', far, BY_CPR, { cpr: person.cpr }),
      await ask('gateway', far, BY_CPR, { cpr: '0101019999' }),
    ];
    expect(JSON.stringify(known.body)).toBe(JSON.stringify(nobody.body));
    expect(known.body.data).toEqual({ citizenByCpr: null });
    expect(withheldOf(known)).toEqual([expect.objectContaining({ path: ['citizenByCpr'], category: 'CPR_NUMBER' })]);
  });

  it('I-5: is for authorities: roles that never see one may not even ask', async () => {
    for (const who of ['mentor', 'volunteer', 'ngo-coordinator', 'key-manager', 'leader'] as const)
      expect(codesOf(await ask('gateway', who, BY_CPR, { cpr: person.cpr }))).toEqual(['NOT_ALLOWED']);
  });

  it.each([
    '',
    '1',
    '010101-9999',
    '01010199999',
    'abcdefghij',
    '０１０１０１９９９９',
    "0101019999'--",
    ' 0101019999',
  ])('%j is refused before anybody is looked for', async (cpr) => {
    const answer = await ask('gateway', far, BY_CPR, { cpr });
    expect(codesOf(answer)).toEqual(['CPR_MALFORMED']);
    expect(JSON.stringify(answer.body.errors)).not.toContain(cpr || '\u0000');
  });
});

describe('an id', () => {
  it.each(['outsider', 'volunteer', 'leader', 'data-protection-officer'] as const)(
    'I-3: of nobody and of somebody out of reach look the same to the %s, across all sectors',
    async (name) => {
      const who = name === 'data-protection-officer' ? stranger(name, 'staff-attack-officer') : name;
      const [known, nobody] = [
        await ask('gateway', who, EVERYTHING, { id: person.id }),
        await ask('gateway', who, EVERYTHING, { id: NOBODY }),
      ];
      expect(known.body.data!['citizen']).not.toBeNull();
      expect(JSON.stringify(known.body)).toBe(JSON.stringify(nobody.body));
    },
  );

  it('I-3: withheld lists, counts and cursors are null, never empty or shortened', async () => {
    const { body } = await ask('gateway', 'outsider', EVERYTHING, { id: person.id });
    const { viewerAccess, ...rest } = body.data!['citizen'];
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
    expect(viewerAccess.map(({ category }: any) => category)).toEqual([...DATA_CATEGORIES]);
  });

  it.each([
    ['in capitals', (id: string) => id.toUpperCase()],
    ['with a blank', (id: string) => `${id} `],
    ['without hyphens', (id: string) => id.replaceAll('-', '')],
    ['in braces', (id: string) => `{${id}}`],
    ['with digits of another script', (id: string) => id.replace(/\d/, '０')],
    ['with a combining mark', (id: string) => `${id}\u0301`],
    ['as a URN', (id: string) => `urn:uuid:${id}`],
    ['with a zero before it', (id: string) => `0${id}`],
  ])(
    'I-3: %s is no id, and no second way to the same citizen, in any field that takes one',
    async (_name, disguise) => {
      for (const id of [disguise(person.id), disguise(NOBODY)]) {
        const root = await ask('gateway', far, 'query Q($id: ID!) { citizen(id: $id) { name } }', { id });
        const entity =
          'query D($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { diagnoses { code } } } }';
        const direct = await ask('psychiatry', far, entity, { them: [{ __typename: 'Citizen', id }] });
        expect([codesOf(root), codesOf(direct)]).toEqual([['INVALID_ID'], ['INVALID_ID']]);
        expect(JSON.stringify([root.body, direct.body])).not.toContain(id);
      }
    },
  );

  it('I-3: of a record: one that exists with somebody out of reach and one that does not are withheld alike', async () => {
    const [row] = await attacker.sql('psychiatry', 'SELECT id FROM diagnosis WHERE citizen_id = $1 LIMIT 1', [
      person.id,
    ]);
    const query =
      'query D($them: [_Any!]!) { _entities(representations: $them) { __typename ... on Diagnosis { code } } }';
    const at = (citizenId: string, id: string) =>
      ask('psychiatry', far, query, { them: [{ __typename: 'Diagnosis', citizenId, id }] });
    const answers = [
      await at(person.id, row!['id']),
      await at(person.id, randomUUID()),
      await at(NOBODY, randomUUID()),
    ];
    expect(answers[0]!.body.data).toEqual({ _entities: [null] });
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });
});

describe('why something is withheld', () => {
  it('I-6: never consented, blocked and withdrawn are the same bytes to who is denied', async () => {
    const query = `query Q($id: ID!) { citizen(id: $id) { diagnoses { code } viewerAccess { category state nextStep } } }`;
    const [never, blocked, withdrawn] = [citizenNo(131), citizenNo(132), citizenNo(129)];
    const doctor = stranger('psychiatrist', 'staff-attack-reader');
    const choices = choicesOf(attacker);
    await choices.block(blocked, doctor, ['DIAGNOSIS']);
    await choices.withdraw(withdrawn, await choices.consent(withdrawn, doctor, ['DIAGNOSIS']));
    const answers = [];
    for (const { id } of [never, blocked, withdrawn]) answers.push(await ask('gateway', doctor, query, { id }));
    expect(withheldOf(answers[0]!)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });
});
