/** Somebody with a mandate for money and housing tries to get at health with it. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import { citizenNo, codesOf, inPerson, type Somebody, stranger, useAttacker } from '../support/attacker.js';

const { ask, sql } = useAttacker();
const ward = citizenNo(190);
const friend = stranger('key-manager', 'staff-attack-friend');
const guardian = (id: string): Somebody => ({
  actor: {
    id,
    role: 'GUARDIAN',
    organisationId: null,
    organisationKind: 'NONE',
    unitId: null,
    citizenId: null,
  } satisfies Actor,
  purpose: 'REPRESENTATION',
});
const money = guardian('representative-money-only');

const HEALTH = `diagnoses { code } treatments { totalCount } assessments { id } admissions { totalCount } accessLog { totalCount } notifications { totalCount }`;
const NOTHING = {
  diagnoses: null,
  treatments: null,
  assessments: null,
  admissions: null,
  accessLog: null,
  notifications: null,
};
const GIVE = `mutation Give($input: GiveConsentInput!) { giveConsent(input: $input) { id version } }`;
const CHANGE = `mutation Change($input: ChangeConsentInput!) { changeConsent(input: $input) { id version } }`;
const ASK = `mutation Ask($input: RequestConsentInput!) { requestConsent(input: $input) { id status } }`;
const ANSWER = `mutation Answer($input: AnswerConsentRequestInput!) { answerConsentRequest(input: $input) { state } }`;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const consent = (categories: string[], said: object = {}) => ({
  input: {
    citizenId: ward.id,
    recipients: [{ actorId: friend.actor.id }],
    categories,
    purposes: ['CARE_COORDINATION'],
    validTo: inDays(30),
    legalBasis: 'SOCIAL_DATA',
    consequencesExplained: true,
    ...said,
  },
});
const sees = async (who: Somebody) =>
  (
    await ask('gateway', who, `query Q($id: ID!) { citizen(id: $id) { diagnoses { code } housing { kind } } }`, {
      id: ward.id,
    })
  ).body.data!['citizen'];

beforeAll(async () => {
  for (const [categories, until] of [
    ['{IDENTITY,CONTACT,CONSENTS,HOUSING,HOUSING_BENEFIT,FINANCIAL_SUPPORT}', null],
    // Over: what it covered is not added to what holds.
    ['{CONSENTS,DIAGNOSIS,TREATMENT}', '2020-01-01'],
  ] as const)
    await sql(
      'citizen',
      `INSERT INTO representative (citizen_id, id, actor_id, name, kind, mandate, categories, valid_from, valid_to)
       VALUES ($1, $2, $3, 'Prøve', 'GUARDIAN', 'Økonomi og bolig', $4, '2019-01-01', $5)`,
      [ward.id, randomUUID(), money.actor.id, categories, until],
    );
});

describe('a mandate for money and housing', () => {
  it('I-1: shows money and housing, and nothing of health, at the gateway and at the sector itself', async () => {
    const query = `query Q($id: ID!) { citizen(id: $id) { ${HEALTH} housing { kind } } }`;
    const seen = (await ask('gateway', money, query, { id: ward.id })).body.data!['citizen'];
    expect(seen).toMatchObject(NOTHING);
    expect(seen.housing).not.toBeNull();
    const entity = `query E($id: ID!) { _entities(representations: [{ __typename: "Citizen", id: $id }]) { ... on Citizen { diagnoses { code } treatments { totalCount } } } }`;
    const direct = await ask('psychiatry', money, entity, { id: ward.id });
    expect(direct.body.data!['_entities']).toEqual([{ diagnoses: null, treatments: null }]);
  });

  it('I-5: gives nobody a consent about health, not beside housing, and not to themselves', async () => {
    const before = await sees(friend);
    for (const given of [
      consent(['DIAGNOSIS']),
      consent(['HOUSING', 'DIAGNOSIS']),
      consent(['DIAGNOSIS'], { recipients: [{ actorId: money.actor.id }], purposes: ['REPRESENTATION'] }),
    ])
      expect(codesOf(await ask('gateway', money, GIVE, given))).toEqual(['MANDATE_EXCEEDED']);
    expect(await sees(friend)).toEqual(before);
    expect(await sees(money)).toMatchObject({ diagnoses: null });
  });

  it('I-5: does not grow by a change of what it did give', async () => {
    const given = await ask('gateway', money, GIVE, consent(['HOUSING']));
    const { id: consentId, version } = given.body.data!['giveConsent'];
    const input = { citizenId: ward.id, consentId, version, categories: ['HOUSING', 'DIAGNOSIS'] };
    expect(codesOf(await ask('gateway', money, CHANGE, { input }))).toEqual(['MANDATE_EXCEEDED']);
    expect(await sees(friend)).toMatchObject({ diagnoses: null });
  });

  it('I-5: answers no request about health, neither with yes nor with no', async () => {
    const asked = await ask('gateway', friend, ASK, {
      input: {
        citizenId: ward.id,
        categories: ['DIAGNOSIS'],
        purpose: 'CARE_COORDINATION',
        text: 'Vi vil gerne kende dine diagnoser.',
      },
    });
    const requestId = asked.body.data!['requestConsent'].id;
    const said = { citizenId: ward.id, requestId, consequencesExplained: true };
    for (const input of [
      { ...said, answer: 'GRANT', validTo: inDays(30) },
      { ...said, answer: 'DECLINE' },
    ])
      expect(codesOf(await ask('gateway', money, ANSWER, { input }))).toEqual(['MANDATE_EXCEEDED']);
    const [row] = await sql('citizen', 'SELECT answer FROM consent_request WHERE id = $1', [requestId]);
    expect(row!['answer']).toBeNull();
  });

  it('I-5: takes back nothing that the citizen said about health', async () => {
    const block = await ask(
      'gateway',
      inPerson(ward),
      `mutation B($input: GiveBlockInput!) { giveBlock(input: $input) { id } }`,
      {
        input: {
          citizenId: ward.id,
          recipients: [{ actorId: friend.actor.id }],
          categories: ['DIAGNOSIS'],
          purposes: ['CARE_COORDINATION'],
          consequencesExplained: true,
        },
      },
    );
    const input = { citizenId: ward.id, consentId: block.body.data!['giveBlock'].id };
    const undo = `mutation W($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { id } }`;
    expect(codesOf(await ask('gateway', money, undo, { input }))).toEqual(['MANDATE_EXCEEDED']);
  });

  it('I-5: breaks no glass', async () => {
    const open = `mutation O($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { diagnoses { code } } }`;
    const input = {
      citizenId: ward.id,
      kind: 'VITAL_INTEREST',
      reason: 'Jeg er værge og skal vide det nu',
      categories: ['DIAGNOSIS'],
    };
    expect(codesOf(await ask('gateway', money, open, { input }))).toEqual(['NOT_ALLOWED']);
  });
});
