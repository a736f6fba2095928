/** Consents and blocks that may not be given: refused with a code that names the field, logged, and nothing written. */
import { randomUUID } from 'node:crypto';
import { type Somebody, citizenNo, inPerson, useAttacker } from '../support/attacker.js';

const { ask, sql } = useAttacker();
const person = citizenNo(146);
const other = citizenNo(108);
const me = inPerson(person);

const GIVE = 'mutation G($input: GiveConsentInput!) { giveConsent(input: $input) { id version validTo } }';
const BLOCK = 'mutation B($input: GiveBlockInput!) { giveBlock(input: $input) { id } }';
const CHANGE = 'mutation C($input: ChangeConsentInput!) { changeConsent(input: $input) { id version } }';

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const about = (said: object = {}) => ({
  citizenId: person.id,
  recipients: [{ role: 'MENTOR' }],
  categories: ['PLAN'],
  purposes: ['PEER_SUPPORT'],
  consequencesExplained: true,
  ...said,
});
const consent = (said: object = {}) => ({ ...about(), validTo: day(30), legalBasis: 'PEER_SUPPORT', ...said });
const guardianOf = async (citizenId: string, kind: string, categories: readonly string[]): Promise<Somebody> => {
  const id = `representative-${randomUUID()}`;
  await sql(
    'citizen',
    `INSERT INTO representative (citizen_id, id, actor_id, name, kind, mandate, categories, valid_from, valid_to)
     VALUES ($1, $2, $3, 'Prøve', $4, 'Prøve', $5, '2020-01-01', NULL)`,
    [citizenId, randomUUID(), id, kind, categories],
  );
  const nowhere = { organisationId: null, organisationKind: 'NONE', unitId: null, citizenId: null } as const;
  return { actor: { id, role: 'GUARDIAN', ...nowhere }, purpose: 'REPRESENTATION' };
};
const rowsOf = async (citizenId: string) => {
  const [choices] = await sql(
    'citizen',
    `SELECT json_agg(c ORDER BY id, version) AS all FROM consent_choice c WHERE citizen_id = $1`,
    [citizenId],
  );
  const [keys] = await sql('citizen', `SELECT count(*)::int AS n FROM idempotency_key WHERE citizen_id = $1`, [
    citizenId,
  ]);
  return JSON.stringify([choices!['all'], keys!['n']]);
};
const eventsOf = async (citizenId: string): Promise<number> => {
  const [row] = await sql('citizen', `SELECT count(*)::int AS n FROM ledger.access_log WHERE citizen_id = $1`, [
    citizenId,
  ]);
  return row!['n'] as number;
};
/** The code and the field of the only error, having made sure that nothing was written and that the attempt was logged. */
async function refusal(query: string, input: { readonly citizenId: string }, who: Somebody = me) {
  const before = await rowsOf(input.citizenId);
  const logged = await eventsOf(input.citizenId);
  const { body } = await ask('gateway', who, query, { input });
  expect(await rowsOf(input.citizenId)).toBe(before);
  const isLogged = (await eventsOf(input.citizenId)) > logged;
  expect(body.errors).toHaveLength(1);
  expect(body.errors![0].message).not.toMatch(/constraint|violates|column|relation "/);
  return { ...body.errors![0].extensions, isLogged } as { code: string; field?: string; isLogged: boolean };
}
const given = async (query = GIVE, input: object = consent()): Promise<string> => {
  const { body } = await ask('gateway', me, query, { input });
  return Object.values(body.data as Record<string, { id: string }>)[0]!.id;
};

it('what is in order is recorded: the refusals below are varied from it', async () => {
  expect(await given()).toMatch(/^[0-9a-f-]{36}$/);
  expect(await given(BLOCK, about())).toMatch(/^[0-9a-f-]{36}$/);
});

it.each<[string, string, string, () => object]>([
  ['ends before it starts', 'CONSENT_PERIOD', 'input.validTo', () => ({ validFrom: day(20), validTo: day(10) })],
  ['ends when it starts', 'CONSENT_PERIOD', 'input.validTo', (when = day(20)) => ({ validFrom: when, validTo: when })],
  ['has ended', 'CONSENT_PERIOD', 'input.validTo', () => ({ validTo: day(-1) })],
  ['lasts more than five years', 'CONSENT_PERIOD', 'input.validTo', () => ({ validTo: day(6 * 366) })],
  ['is back-dated', 'CONSENT_BACKDATED', 'input.validFrom', () => ({ validFrom: day(-2) })],
  ['names nobody', 'RECIPIENT_UNKNOWN', 'input.recipients', () => ({ recipients: [{}] })],
  [
    'names an unknown organisation',
    'RECIPIENT_UNKNOWN',
    'input.recipients',
    () => ({ recipients: [{ organisationId: 'ngo-nowhere' }] }),
  ],
  [
    'names an unknown unit',
    'RECIPIENT_UNKNOWN',
    'input.recipients',
    () => ({ recipients: [{ unitId: 'municipality-0561/moon' }] }),
  ],
  ['lifts an unknown block', 'BLOCK_UNKNOWN', 'input.lifts', () => ({ lifts: [randomUUID()] })],
  [
    'opens health data for another purpose than treatment for more than a year, whatever law it names',
    'CONSENT_TOO_LONG',
    'input.validTo',
    () => ({ categories: ['PLAN', 'DIAGNOSIS'], purposes: ['CARE_COORDINATION'], validTo: day(380) }),
  ],
  [
    'names the law that allows a year, and lasts longer',
    'CONSENT_TOO_LONG',
    'input.validTo',
    () => ({ legalBasis: 'HEALTH_DATA_OTHER_PURPOSE', validTo: day(380) }),
  ],
])('a consent that %s is refused', async (_, code, field, said) => {
  expect(await refusal(GIVE, consent(said()) as never)).toMatchObject({ code, field, isLogged: true });
});

it.each([
  ['category', { categories: ['SHOE_SIZE'] }],
  ['purpose', { purposes: ['CURIOSITY'] }],
  ['role', { recipients: [{ role: 'WIZARD' }] }],
])(
  'a consent with an unknown %s is no valid request, and is refused before anything is decided',
  async (field, said) => {
    const { code, ...rest } = await refusal(GIVE, consent(said) as never);
    expect([code, JSON.stringify(rest)]).toEqual(['INVALID_VARIABLE', expect.stringContaining('input')]);
    expect(field).not.toBe('');
  },
);

it('a consent lifts neither a consent, nor a block that was withdrawn, nor one of somebody else', async () => {
  const [theirs] = [randomUUID()];
  await sql(
    'citizen',
    `INSERT INTO consent_choice (citizen_id, id, version, effect, recipients, categories, purposes, valid_from, form,
       consequences_explained, given_by, recorded_by, policy_version)
     VALUES ($1, $2, 1, 'BLOCK', '[{"role":"MENTOR"}]', '{PLAN}', '{PEER_SUPPORT}', now(), 'DIGITAL', true, 'x', 'x', '1')`,
    [other.id, theirs],
  );
  const withdrawn = await given(BLOCK, about());
  await sql('citizen', `UPDATE consent_choice SET withdrawn_at = now(), withdrawn_by = 'x' WHERE id = $1`, [withdrawn]);
  for (const id of [await given(), withdrawn, theirs])
    expect(await refusal(GIVE, consent({ lifts: [id] }) as never)).toMatchObject({
      code: 'BLOCK_UNKNOWN',
      field: 'input.lifts',
    });
});

it('a block declines only what the law lets one decline', async () => {
  for (const declines of ['PSYK_13C', 'GDPR_39', 'NO_SUCH_LAW'])
    expect(await refusal(BLOCK, about({ declines }) as never)).toMatchObject({
      code: 'LAW_NOT_DECLINABLE',
      field: 'input.declines',
    });
});

it('a change goes no further than a new consent: neither beyond a year by its categories, nor into the past', async () => {
  const consentId = await given(GIVE, consent({ validTo: day(700) }));
  const change = (said: object) => refusal(CHANGE, { citizenId: person.id, consentId, version: 1, ...said } as never);
  const tooLong = { code: 'CONSENT_TOO_LONG', field: 'input.validTo' };
  expect(await change({ categories: ['DIAGNOSIS'] })).toMatchObject(tooLong);
  expect(await change({ validTo: day(-1) })).toMatchObject({ code: 'CONSENT_PERIOD', field: 'input.validTo' });
  expect(await change({ validTo: null })).toMatchObject({ code: 'CONSENT_PERIOD', field: 'input.validTo' });
  expect(await change({ recipients: [{ unitId: 'x/y' }] })).toMatchObject({ code: 'RECIPIENT_UNKNOWN' });
});

describe('who gives it', () => {
  it('below 15 it is not the citizen, from 15 on it is no longer the parent', async () => {
    const child = { id: randomUUID(), actorId: `citizen-${randomUUID()}` };
    await sql(
      'citizen',
      `INSERT INTO person (citizen_id, given_name, family_name, birth_date, gender, municipality_code)
       VALUES ($1, 'Prøve', 'Barn', now() - interval '14 years', 'FEMALE', '0561')`,
      [child.id],
    );
    expect(
      await refusal(GIVE, consent({ citizenId: child.id }) as never, inPerson({ ...person, ...child })),
    ).toMatchObject({
      code: 'CITIZEN_TOO_YOUNG',
      field: 'input.citizenId',
    });
    const mayGive = ['CONSENTS', 'PLAN'];
    const parent = await guardianOf(person.id, 'PARENT', mayGive);
    expect(await refusal(GIVE, consent() as never, parent)).toMatchObject({ code: 'MANDATE_EXCEEDED' });
    const guardian = await guardianOf(person.id, 'GUARDIAN', mayGive);
    const { body } = await ask('gateway', guardian, GIVE, { input: consent() });
    expect(body.errors).toBeUndefined();
  });

  it('a guardian for money gives none about health, and withdraws none', async () => {
    const guardian = await guardianOf(person.id, 'GUARDIAN', ['CONSENTS', 'FINANCIAL_SUPPORT', 'HOUSING_BENEFIT']);
    for (const categories of [['DIAGNOSIS'], ['FINANCIAL_SUPPORT', 'DIAGNOSIS']])
      expect(await refusal(GIVE, consent({ categories }) as never, guardian)).toMatchObject({
        code: 'MANDATE_EXCEEDED',
        field: 'input.categories',
      });
    const consentId = await given(GIVE, consent({ categories: ['DIAGNOSIS', 'FINANCIAL_SUPPORT'] }));
    const WITHDRAW = 'mutation W($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { id } }';
    expect(await refusal(WITHDRAW, { citizenId: person.id, consentId } as never, guardian)).toMatchObject({
      code: 'MANDATE_EXCEEDED',
    });
    const { body } = await ask('gateway', guardian, GIVE, { input: consent({ categories: ['FINANCIAL_SUPPORT'] }) });
    expect(body.errors).toBeUndefined();
  });
});
