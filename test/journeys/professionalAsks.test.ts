/** A professional who may not see asks the citizen, who is told what a yes and a no mean, and answers. */
import type { Actor } from '@sammen/consent';
import { randomUUID } from 'node:crypto';
import { citizenNo, codesOf, inPerson, NOBODY, type Somebody, stranger, useAttacker } from '../support/attacker.js';

const { ask, sql, system } = useAttacker();
const [citizen, decliner, silent] = [citizenNo(170), citizenNo(171), citizenNo(172)];
const [late, wavering, blocking] = [citizenNo(173), citizenNo(174), citizenNo(175)];
const worker = stranger('social-worker', 'staff-asking-worker');

const ASK = `mutation Ask($input: RequestConsentInput!) {
  requestConsent(input: $input) { id citizen { id } categories purpose status } }`;
const ANSWER = `mutation Answer($input: AnswerConsentRequestInput!) {
  answerConsentRequest(input: $input) { id state answeredAt consent { id evidence form recipients { organisationId role actorId } categories purposes legalBasis } } }`;
const MINE = `query Mine($id: ID!) { consentRequest(id: $id) { id status categories purpose } }`;
const LOOK = `query Look($id: ID!) { citizen(id: $id) { housing { kind } socialServices { totalCount } } }`;
const REQUESTS = `{ me { consentRequests(open: true) { totalCount nodes {
  id actorRole organisation { name } categories categoriesInWords purpose text state
  whatItMeans whatRefusingMeans english: whatRefusingMeans(language: EN) } } } }`;

const TEXT = 'Vi vil gerne hjælpe dig med at finde en bolig, og skal vide, hvordan du bor nu.';
const asking = (citizenId: string, said: object = {}) => ({
  input: { citizenId, categories: ['HOUSING', 'SOCIAL_SERVICE'], purpose: 'SOCIAL_CASEWORK', text: TEXT, ...said },
});
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const answering = (citizenId: string, requestId: string, said: object = {}) => ({
  input: { citizenId, requestId, answer: 'GRANT', validTo: inDays(90), consequencesExplained: true, ...said },
});
const requested = async (citizenId: string, who: Somebody = worker, said: object = {}): Promise<string> => {
  const { body } = await ask('gateway', who, ASK, asking(citizenId, said));
  expect(body.errors).toBeUndefined();
  return body.data!['requestConsent'].id;
};
const statusOf = async (id: string, who: Somebody = worker) =>
  (await ask('gateway', who, MINE, { id })).body.data?.['consentRequest']?.status;

describe('a professional asks, and the citizen says yes', () => {
  let requestId: string;

  it('is told with what is withheld that the citizen can be asked, and asks', async () => {
    const { body } = await ask('gateway', worker, LOOK, { id: citizen.id });
    expect(body.extensions!['consent'].withheld.map(({ nextStep }: any) => nextStep)).toEqual([
      'ASK_CITIZEN',
      'ASK_CITIZEN',
    ]);
    requestId = await requested(citizen.id);
    expect(await statusOf(requestId)).toBe('NOT_GRANTED');
  });

  it('the citizen is notified, and reads who asks, for what, and what a yes and a no mean', async () => {
    const { body } = await ask('gateway', inPerson(citizen), REQUESTS);
    expect(body.data!['me'].consentRequests.totalCount).toBe(1);
    const [request] = body.data!['me'].consentRequests.nodes;
    expect(request).toMatchObject({
      id: requestId,
      actorRole: 'SOCIAL_WORKER',
      organisation: { name: 'København Kommune' },
      categoriesInWords: ['hvor og hvordan du bor', 'den sociale støtte, du får fra kommunen'],
      purpose: 'SOCIAL_CASEWORK',
      text: TEXT,
      state: 'OPEN',
    });
    expect(request.whatItMeans).toContain(
      'En socialrådgiver ved København Kommune beder om at se hvor og hvordan du bor',
    );
    expect(request.whatRefusingMeans).toContain('får det ingen betydning');
    expect(request.english).toContain('it never affects the treatment, help or benefits');
    const told = await ask('gateway', inPerson(citizen), `{ me { notifications { nodes { kind subjectId text } } } }`);
    expect(told.body.data!['me'].notifications.nodes).toContainEqual({
      kind: 'CONSENT_REQUESTED',
      subjectId: requestId,
      text: expect.stringContaining('En socialrådgiver ved København Kommune beder om dit samtykke'),
    });
  });

  it('a yes in one mutation gives the consent, to the one who asked and for what was asked', async () => {
    const { body } = await ask('gateway', inPerson(citizen), ANSWER, answering(citizen.id, requestId));
    expect(body.data!['answerConsentRequest']).toMatchObject({
      state: 'GRANTED',
      consent: {
        evidence: `consent-request:${requestId}`,
        form: 'DIGITAL',
        recipients: [{ organisationId: 'municipality-0101', role: 'SOCIAL_WORKER', actorId: worker.actor.id }],
        categories: ['HOUSING', 'SOCIAL_SERVICE'],
        purposes: ['SOCIAL_CASEWORK'],
        legalBasis: 'SOCIAL_DATA',
      },
    });
    expect(await statusOf(requestId)).toBe('GRANTED');
    const look = await ask('gateway', worker, LOOK, { id: citizen.id });
    expect(look.body.data!['citizen'].socialServices).not.toBeNull();
    const colleague = { ...worker, actor: { ...worker.actor, id: 'staff-asking-colleague' } };
    const other = await ask('gateway', colleague, LOOK, { id: citizen.id });
    expect(other.body.data!['citizen'].socialServices).toBeNull();
  });

  it('what is shown already need not be asked for', async () => {
    const again = await ask('gateway', worker, ASK, asking(citizen.id, { categories: ['HOUSING'] }));
    expect(codesOf(again)).toEqual(['CONSENT_NOT_NEEDED']);
  });

  it('an answer is given once', async () => {
    const again = await ask(
      'gateway',
      inPerson(citizen),
      ANSWER,
      answering(citizen.id, requestId, { answer: 'DECLINE', validTo: null }),
    );
    expect(codesOf(again)).toEqual(['CONSENT_REQUEST_CLOSED']);
  });
});

it('I-6: a no, no answer, too late, a withdrawal, a block and nobody at all are the same bytes to who asked', async () => {
  const ids = [];
  for (const { id } of [decliner, silent, late, wavering, blocking, { id: NOBODY }]) ids.push(await requested(id));
  const [declined, , lapsed, withdrawn, blocked] = ids as [string, string, string, string, string];
  const no = answering(decliner.id, declined, { answer: 'DECLINE', validTo: null });
  expect((await ask('gateway', inPerson(decliner), ANSWER, no)).body.data!['answerConsentRequest'].state).toBe(
    'DECLINED',
  );
  await sql(
    'citizen',
    `UPDATE consent_request SET asked_at = now() - interval '31 days', lapses_at = now() - interval '1 day' WHERE id = $1`,
    [lapsed],
  );
  const tooLate = await ask('gateway', inPerson(late), ANSWER, answering(late.id, lapsed));
  expect(codesOf(tooLate)).toEqual(['CONSENT_REQUEST_CLOSED']);
  for (const [person, id] of [
    [wavering, withdrawn],
    [blocking, blocked],
  ] as const) {
    const given = await ask('gateway', inPerson(person), ANSWER, answering(person.id, id));
    expect(await statusOf(id)).toBe('GRANTED');
    const undo =
      person === wavering
        ? [
            `mutation W($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { id } }`,
            { citizenId: person.id, consentId: given.body.data!['answerConsentRequest'].consent.id },
          ]
        : [
            `mutation B($input: GiveBlockInput!) { giveBlock(input: $input) { id } }`,
            {
              citizenId: person.id,
              recipients: [{ actorId: worker.actor.id }],
              categories: ['HOUSING', 'SOCIAL_SERVICE'],
              purposes: ['SOCIAL_CASEWORK'],
              consequencesExplained: true,
            },
          ];
    expect(codesOf(await ask('gateway', inPerson(person), undo[0] as string, { input: undo[1] }))).toEqual([]);
  }
  const answers = [];
  for (const id of ids) {
    const { body } = await ask('gateway', worker, MINE, { id });
    expect(body.data!['consentRequest'].status).toBe('NOT_GRANTED');
    answers.push(JSON.stringify(body).replaceAll(id, ''));
  }
  expect(new Set(answers).size).toBe(1);
  // Whether one can ask again does not tell either: only a request of long ago is over.
  const again = [];
  for (const { id } of [decliner, silent, wavering, blocking, { id: NOBODY }])
    again.push(JSON.stringify((await ask('gateway', worker, ASK, asking(id))).body));
  expect(new Set(again).size).toBe(1);
  expect(again[0]).toContain('CONSENT_ASKED_ALREADY');
});

describe('asking is for who may ask', () => {
  const nurse = stranger('ward-nurse', 'staff-asking-nurse');

  it.each([
    ['a citizen', inPerson(decliner), {}, 'NOT_ALLOWED', undefined],
    [
      'a role for what it never sees',
      worker,
      { categories: ['HOUSING', 'CONSENTS'] },
      'CONSENT_NOT_ASKABLE',
      'input.categories',
    ],
    ['another purpose than one’s own now', worker, { purpose: 'TREATMENT' }, 'CONSENT_NOT_ASKABLE', 'input.purpose'],
    ['nothing', worker, { categories: [] }, 'INVALID_INPUT', 'categories'],
    ['without a word', worker, { text: ' \u200b '.repeat(20) }, 'INVALID_INPUT', 'input.text'],
    ['with too many words', worker, { text: 'ord '.repeat(400) }, 'INVALID_INPUT', 'input.text'],
    ['an id that is none', worker, { citizenId: 'nobody' }, 'INVALID_ID', 'input.citizenId'],
  ] as const)('I-5: %s is refused, and nobody is asked', async (_name, who, said, code, field) => {
    const count = async () => (await sql('citizen', 'SELECT count(*)::int AS n FROM consent_request'))[0]!['n'];
    const before = await count();
    const answer = await ask('gateway', who, ASK, asking(citizen.id, said));
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.body.errors![0].extensions.field).toBe(field);
    expect(await count()).toBe(before);
  });

  it('who could break the glass can ask as well', async () => {
    await requested(silent.id, nurse, { categories: ['DIAGNOSIS'], purpose: 'TREATMENT' });
  });

  it('I-3: a request of somebody else is as unknown as one that nobody made', async () => {
    const theirs = await requested(citizen.id, nurse, { categories: ['DIAGNOSIS'], purpose: 'TREATMENT' });
    const [existing, none] = [
      await ask('gateway', worker, MINE, { id: theirs }),
      await ask('gateway', worker, MINE, { id: randomUUID() }),
    ];
    expect(codesOf(existing)).toEqual(['NOT_FOUND']);
    expect(JSON.stringify(existing.body)).toBe(JSON.stringify(none.body));
  });

  it('nobody asks more than twenty times a day, whether or not the citizens exist', async () => {
    const eager = stranger('housing-officer', 'staff-asking-eager');
    const said = { categories: ['HOUSING'], purpose: 'HOUSING_CASEWORK' };
    for (let n = 0; n < 20; n += 1) await requested(randomUUID(), eager, said);
    for (const id of [citizenNo(176).id, randomUUID()])
      expect(codesOf(await ask('gateway', eager, ASK, asking(id, said)))).toEqual(['CONSENT_ASKED_TOO_OFTEN']);
  });

  it('asks once, however often the same call is repeated', async () => {
    const input = asking(citizenNo(177).id, { idempotencyKey: 'ask-once' });
    const [first, second] = [await ask('gateway', worker, ASK, input), await ask('gateway', worker, ASK, input)];
    expect(second.body.data!['requestConsent'].id).toBe(first.body.data!['requestConsent'].id);
  });
});

describe('an answer keeps the rules of every consent', () => {
  const person = citizenNo(178);
  const guardianOf = (id: string): Somebody => ({
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
  const guardian = guardianOf('representative-asked');
  let housing: string;
  let health: string;
  beforeAll(async () => {
    await sql(
      'citizen',
      `INSERT INTO representative (citizen_id, id, actor_id, name, kind, mandate, categories, valid_from, valid_to)
       VALUES ($1, $2, $3, 'Prøve', 'GUARDIAN', 'Økonomi og bolig', '{CONSENTS,HOUSING,SOCIAL_SERVICE}', '2020-01-01', NULL)`,
      [person.id, randomUUID(), guardian.actor.id],
    );
    housing = await requested(person.id);
    health = await requested(person.id, stranger('key-manager', 'staff-asking-manager'), {
      categories: ['DIAGNOSIS'],
      purpose: 'CARE_COORDINATION',
    });
  });

  it.each([
    ['without an end', { validTo: null }, 'CONSENT_PERIOD', 'input.validTo'],
    ['that is over before it begins', { validTo: inDays(-1) }, 'CONSENT_PERIOD', 'input.validTo'],
    ['beyond a year for health data', { validTo: inDays(400) }, 'CONSENT_TOO_LONG', 'input.validTo'],
    ['for more than was asked', { categories: ['DIAGNOSIS', 'TREATMENT'] }, 'INVALID_INPUT', 'input.categories'],
    [
      'without being told what it means',
      { consequencesExplained: false },
      'INVALID_INPUT',
      'input.consequencesExplained',
    ],
    ['that lifts what is no block', { lifts: [NOBODY] }, 'BLOCK_UNKNOWN', 'input.lifts'],
    ['to a request that nobody made', { requestId: NOBODY }, 'NOT_FOUND', 'input.requestId'],
  ] as const)('a yes %s is refused, and the request stays open', async (_name, said, code, field) => {
    const answer = await ask('gateway', inPerson(person), ANSWER, answering(person.id, health, said));
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.body.errors![0].extensions.field).toBe(field);
    const [row] = await sql('citizen', 'SELECT answer FROM consent_request WHERE id = $1', [health]);
    expect(row!['answer']).toBeNull();
  });

  it('I-5: a guardian answers within the mandate, yes or no, and not beyond it', async () => {
    const no = { answer: 'DECLINE', validTo: null };
    for (const said of [{}, no]) {
      const beyond = await ask('gateway', guardian, ANSWER, answering(person.id, health, said));
      expect(codesOf(beyond)).toEqual(['MANDATE_EXCEEDED']);
    }
    const within = await ask('gateway', guardian, ANSWER, answering(person.id, housing));
    expect(within.body.data!['answerConsentRequest'].state).toBe('GRANTED');
  });

  it('nobody answers for another citizen', async () => {
    for (const who of [inPerson(decliner), worker])
      expect(codesOf(await ask('gateway', who, ANSWER, answering(person.id, health)))).toEqual(['NOT_ALLOWED']);
    const across = await ask('gateway', inPerson(decliner), ANSWER, answering(decliner.id, health));
    expect(codesOf(across)).toEqual(['NOT_FOUND']);
  });

  it('I-8: what was asked and written stands in no log', async () => {
    for (const service of ['citizen', 'gateway']) expect(await system.log(service)).not.toContain('finde en bolig');
  });
});
