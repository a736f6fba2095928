/** Asking without saying what for, or for something that is not one's to do. */
import { randomUUID } from 'node:crypto';
import { ALL_CATEGORIES, encodeCategories, PURPOSES, purposesOf } from '@sammen/consent';
import { PERSONAS } from '@sammen/population';
import { codesOf, type Somebody, useAttacker } from '../support/attacker.js';

const { ask, post, system, sql } = useAttacker();
const { actor, exampleCitizenId: id } = PERSONAS.psychiatrist;
const QUERY = 'query Q($id: ID!) { citizen(id: $id) { name } }';
const SERVICES = ['gateway', 'citizen'] as const;
const without: Somebody = { actor, purpose: null };
const events = async (citizenId: string) =>
  (await sql('citizen', 'SELECT count(*)::int AS n FROM ledger.event WHERE citizen_id = $1', [citizenId]))[0]!['n'];

describe.each(SERVICES)('at the %s', (service) => {
  it('I-4: no purpose is refused, and lists those that would do and no other', async () => {
    for (const headers of [{}, { 'x-sammen-purpose': '' }] as Record<string, string>[]) {
      const answer = await ask(service, without, QUERY, { id }, { headers });
      expect(codesOf(answer)).toEqual(['PURPOSE_REQUIRED']);
      expect(answer.body.data).toBeUndefined();
    }
  });

  it.each([
    ...PURPOSES.filter((purpose) => !purposesOf('PSYCHIATRIST').includes(purpose)),
    ...['treatment', ' TREATMENT ,', 'TREATMENT, CARE_COORDINATION', '__proto__', 'constructor', '*', '%54REATMENT'],
  ])('I-4: %s is refused to a psychiatrist', async (purpose) => {
    const answer = await ask(service, without, QUERY, { id }, { headers: { 'x-sammen-purpose': purpose } });
    expect(codesOf(answer)).toEqual(['PURPOSE_UNKNOWN']);
    expect(answer.body.data).toBeUndefined();
  });

  it('I-4: a purpose in another place than the header does not count', async () => {
    const smuggled = {
      headers: { 'x-purpose': 'TREATMENT', purpose: 'TREATMENT' },
      extensions: { purpose: 'TREATMENT' },
    };
    expect(codesOf(await ask(service, without, QUERY, { id, purpose: 'TREATMENT' }, smuggled))).toEqual([
      'PURPOSE_REQUIRED',
    ]);
  });

  it('I-4: a token that is limited to one purpose is refused another of the role', async () => {
    const token = await system.issuer().issue({ ...actor, purposes: ['CARE_COORDINATION'] } as never);
    const headers = { authorization: `Bearer ${token}`, 'x-sammen-purpose': 'TREATMENT' };
    expect(codesOf(await ask(service, without, QUERY, { id }, { headers }))).toEqual(['PURPOSE_UNKNOWN']);
  });
});

it('I-2: what was refused was not asked: the citizen’s log does not grow', async () => {
  const before = await events(id!);
  for (const service of SERVICES) await ask(service, without, QUERY, { id });
  expect(await events(id!)).toBe(before);
});

it('I-4: an analyst has no purpose at all and is shown nobody', async () => {
  const answer = await ask(
    'gateway',
    'analyst',
    'query Q($id: ID!) { me { id } citizen(id: $id) { name diagnoses { code } } }',
    { id },
  );
  expect(JSON.stringify(answer.body.data ?? {})).not.toMatch(/"DF\d|"name":"/);
});

it('I-5: the decision point permits nothing for a purpose that is not one of the role', async () => {
  const all = encodeCategories(ALL_CATEGORIES);
  const operation = { name: null, hash: '', requestId: randomUUID() };
  const authorization = `Bearer ${await system.token('psychiatrist')}`;
  for (const purpose of ['SELF_ACCESS', 'OVERSIGHT']) {
    const question = { purpose, operation, subjects: [{ citizenId: id, categories: all, writes: all }] };
    const { body } = await post('citizen', '/grants', question, { authorization });
    const claims = JSON.parse(Buffer.from((body as any).grant.split('.')[1], 'base64url').toString());
    expect([claims.c[id!], claims.w[id!]]).toEqual([
      [all, '0'],
      [all, '0'],
    ]);
  }
});
