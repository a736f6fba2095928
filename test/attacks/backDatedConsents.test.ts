/** A consent that claims to be older than it is, to make a look legal that was not, or to outlive the law. */
import { randomUUID } from 'node:crypto';
import { citizenNo, codesOf, inPerson, stranger, useAttacker } from '../support/attacker.js';

const { ask, sql } = useAttacker();
const [citizen, other] = [citizenNo(192), citizenNo(193)];
const reader = stranger('key-manager', 'staff-attack-backdating');

const GIVE = `mutation Give($input: GiveConsentInput!) { giveConsent(input: $input) { id version validFrom recordedAt } }`;
const BLOCK = `mutation Block($input: GiveBlockInput!) { giveBlock(input: $input) { id version } }`;
const CHANGE = `mutation Change($input: ChangeConsentInput!) { changeConsent(input: $input) { id version } }`;
const LOG = `{ me { accessLog(first: 50) { nodes { id at role decisions { category permitted reason } } } } }`;

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const choice = (said: object = {}) => ({
  input: {
    citizenId: citizen.id,
    recipients: [{ actorId: reader.actor.id }],
    categories: ['DIAGNOSIS'],
    purposes: ['CARE_COORDINATION'],
    consequencesExplained: true,
    ...said,
  },
});
const consent = (said: object = {}) =>
  choice({ validTo: inDays(30), legalBasis: 'HEALTH_DATA_OTHER_PURPOSE', ...said });
const sees = async (id = citizen.id) =>
  (await ask('gateway', reader, `query Q($id: ID!) { citizen(id: $id) { diagnoses { code } } }`, { id })).body.data![
    'citizen'
  ].diagnoses !== null;
const looks = async () =>
  (await ask('gateway', inPerson(citizen), LOG)).body.data!['me'].accessLog.nodes.filter(
    ({ role }: any) => role === 'KEY_MANAGER',
  );
/** The code of what the database says to the application's role; null when it does as it is told. */
async function asApplication(statement: string): Promise<string | null> {
  try {
    await sql('citizen', `BEGIN; SET LOCAL ROLE sammen_citizen; ${statement}; COMMIT`);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await sql('citizen', 'ROLLBACK');
  }
}
const row = (
  recordedAt: string,
) => `INSERT INTO consent_choice (citizen_id, id, version, effect, recipients, categories, purposes,
    legal_basis, valid_from, valid_to, form, consequences_explained, given_by, recorded_by, policy_version, recorded_at)
  VALUES ('${other.id}', gen_random_uuid(), 1, 'CONSENT', '[{"actorId": "${reader.actor.id}"}]', '{DIAGNOSIS}',
    '{CARE_COORDINATION}', 'HEALTH_DATA_OTHER_PURPOSE', now() - interval '10 days', now() + interval '10 days', 'DIGITAL', true,
    'self', 'self', '1', ${recordedAt}) RETURNING recorded_at`;

it('makes no earlier look legal: it stays denied in the log, and the consent says when it was recorded', async () => {
  expect(await sees()).toBe(false);
  const before = await looks();
  const { body } = await ask('gateway', inPerson(citizen), GIVE, consent());
  const { recordedAt } = body.data!['giveConsent'];
  expect(await sees()).toBe(true);
  const after = await looks();
  expect(before[0].decisions).toContainEqual({ category: 'DIAGNOSIS', permitted: false, reason: 'NO_BASIS' });
  expect(after.find(({ id }: any) => id === before[0].id)).toEqual(before[0]);
  expect(Date.parse(recordedAt)).toBeGreaterThan(Date.parse(before[0].at));
});

it.each([
  ['that began before it was given', { validFrom: inDays(-100) }, 'CONSENT_BACKDATED', 'input.validFrom'],
  [
    'beyond a year, by beginning early',
    { validFrom: inDays(-300), validTo: inDays(60) },
    'CONSENT_BACKDATED',
    'input.validFrom',
  ],
  ['that is over already', { validTo: inDays(-50) }, 'CONSENT_PERIOD', 'input.validTo'],
  ['that ends before it begins', { validFrom: inDays(20), validTo: inDays(10) }, 'CONSENT_PERIOD', 'input.validTo'],
  [
    'beyond a year, whenever it begins',
    { validFrom: inDays(30), validTo: inDays(380) },
    'CONSENT_TOO_LONG',
    'input.validTo',
  ],
] as const)('a consent %s is refused', async (_name, said, code, field) => {
  const count = async () =>
    (await sql('citizen', 'SELECT count(*)::int AS n FROM consent_choice WHERE citizen_id = $1', [citizen.id]))[0]![
      'n'
    ];
  const before = await count();
  const answer = await ask('gateway', inPerson(citizen), GIVE, consent(said));
  expect(codesOf(answer)).toEqual([code]);
  expect(answer.body.errors![0].extensions.field).toBe(field);
  expect(await count()).toBe(before);
});

it('nobody can say when it was recorded', async () => {
  const answer = await ask('gateway', inPerson(citizen), GIVE, consent({ recordedAt: inDays(-100) }));
  expect(codesOf(answer)).toEqual(['INVALID_VARIABLE']);
});

it('the application itself can neither record a consent as older than it is, nor rewrite one', async () => {
  expect(await asApplication(row(`now() - interval '9 days'`))).toBe('42501');
  for (const change of [
    `UPDATE consent_choice SET recorded_at = now() - interval '1 year'`,
    `UPDATE consent_choice SET valid_from = now() - interval '1 year'`,
    `UPDATE consent_choice SET categories = '{DIAGNOSIS}'`,
    `DELETE FROM consent_choice`,
  ])
    expect(await asApplication(`${change} WHERE citizen_id = '${other.id}'`)).toBe('42501');
});

it('what is not recorded yet does not count, however early it says it begins', async () => {
  expect(await sees(other.id)).toBe(false);
  await sql('citizen', row(`now() + interval '1 day'`));
  expect(await sees(other.id)).toBe(false);
});

it('lifts no block that was put, or put anew, after it', async () => {
  const doctor = randomUUID();
  const to = { recipients: [{ actorId: reader.actor.id }, { actorId: doctor }] };
  const block = await ask('gateway', inPerson(citizen), BLOCK, choice(to));
  const { id, version } = block.body.data!['giveBlock'];
  expect(await sees()).toBe(false);
  await ask('gateway', inPerson(citizen), GIVE, consent({ lifts: [id] }));
  expect(await sees()).toBe(true);
  const input = { citizenId: citizen.id, consentId: id, version, recipients: [{ actorId: reader.actor.id }] };
  expect(codesOf(await ask('gateway', inPerson(citizen), CHANGE, { input }))).toEqual([]);
  expect(await sees()).toBe(false);
});
