/** Ends of intervals and clocks that differ: what is over is over, to the millisecond of the one clock that counts. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { citizenNo, type Somebody, stranger, useAttacker } from '../support/attacker.js';
import { choicesOf } from '../support/choices.js';

const attacker = useAttacker();
const { ask, sql } = attacker;
const choices = choicesOf(attacker);
const doctor = stranger('psychiatrist', 'staff-attack-clock');
const [person, unit, ward] = [citizenNo(147), citizenNo(148), citizenNo(149)];
const QUERY = 'query Q($id: ID!) { citizen(id: $id) { diagnoses { code } } }';
const sees = async (who: Somebody, id: string) =>
  (await ask('gateway', who, QUERY, { id })).body.data!['citizen'].diagnoses !== null;

describe('a consent', () => {
  let consent: string;
  beforeAll(async () => void (consent = await choices.consent(person, doctor, ['DIAGNOSIS'])));
  const period = (from: string, to: string) =>
    sql(
      'citizen',
      `UPDATE consent_choice SET valid_from = now() + $2::interval, valid_to = now() + $3::interval WHERE id = $1`,
      [consent, from, to],
    );

  it.each([
    ['holds now', '-1 day', '1 hour', true],
    ['ended a moment ago', '-1 day', '-1 millisecond', false],
    ['begins soon', '1 minute', '1 day', false],
  ])('I-4: that %s', async (_name, from, to, expected) => {
    await period(from, to);
    expect(await sees(doctor, person.id)).toBe(expected);
  });

  it('I-10: that ends meanwhile counts before its last millisecond and not from it on, by the clock of the decision', async () => {
    await period('-1 day', '500 milliseconds');
    const [{ end }] = (await sql(
      'citizen',
      `SELECT round(extract(epoch FROM valid_to) * 1000)::float8 AS end FROM consent_choice WHERE id = $1`,
      [consent],
    )) as [{ end: number }];
    const after = Number(
      (await sql('citizen', `SELECT max(seq) AS n FROM ledger.event WHERE citizen_id = $1`, [person.id]))[0]!['n'],
    );
    for (const seen: boolean[] = []; seen.at(-1) !== false || Date.now() < end + 50; await setTimeout(20))
      seen.push(await sees(doctor, person.id));
    const events = await sql('citizen', `SELECT body FROM ledger.access_log WHERE citizen_id = $1 AND seq > $2`, [
      person.id,
      after,
    ]);
    const looks = events.map(({ body }) => ({
      at: body.asOf as number,
      permitted: body.decisions[0].effect === 'PERMIT',
    }));
    expect(looks.some(({ permitted }) => permitted) && looks.some(({ permitted }) => !permitted)).toBe(true);
    for (const { at, permitted } of looks) expect(permitted).toBe(at < end);
  });

  it('I-4: is not kept alive by a gateway’s or a caller’s own idea of the time', async () => {
    await period('-1 day', '-1 second');
    const ago = new Date(Date.now() - 3_600_000).toUTCString();
    const headers = { date: ago, 'x-sammen-at': ago, 'x-request-start': ago, 'if-modified-since': ago };
    const answer = await ask(
      'gateway',
      doctor,
      QUERY,
      { id: person.id, at: ago },
      { headers, extensions: { at: 0, asOf: 0 } },
    );
    expect(answer.body.data!['citizen']).toEqual({ diagnoses: null });
  });
});

it.each([
  ['ended a moment ago', '-1 day', '-1 millisecond', false],
  ['begins soon', '1 minute', null, false],
  ['holds now', '-1 day', null, true],
])('I-4: a relation that %s', async (_name, from, to, expected) => {
  const treating = {
    ...doctor,
    actor: { ...doctor.actor, id: 'staff-attack-unit', unitId: 'region-nordjylland/attack' },
  };
  await sql('citizen', `DELETE FROM care_relation WHERE citizen_id = $1 AND unit_id = 'region-nordjylland/attack'`, [
    unit.id,
  ]);
  await sql(
    'citizen',
    `INSERT INTO care_relation (citizen_id, id, kind, organisation_id, unit_id, valid_from, valid_to)
     VALUES ($1, $2, 'TREATING_UNIT', 'region-nordjylland', 'region-nordjylland/attack', now() + $3::interval, now() + $4::interval)`,
    [unit.id, randomUUID(), from, to],
  );
  expect(await sees(treating, unit.id)).toBe(expected);
});

it.each([
  ['ended a moment ago', '-1 day', '-1 millisecond', false],
  ['begins soon', '1 minute', null, false],
  ['holds now', '-1 day', null, true],
])('I-4: a mandate that %s', async (_name, from, to, expected) => {
  const guardian: Somebody = {
    actor: {
      id: 'representative-attack-clock',
      role: 'GUARDIAN',
      organisationId: null,
      organisationKind: 'NONE',
      unitId: null,
      citizenId: null,
    },
    purpose: 'REPRESENTATION',
  };
  await sql('citizen', `DELETE FROM representative WHERE citizen_id = $1 AND actor_id = $2`, [
    ward.id,
    guardian.actor.id,
  ]);
  await sql(
    'citizen',
    `INSERT INTO representative (citizen_id, id, actor_id, name, kind, mandate, categories, valid_from, valid_to)
     SELECT $1, $2, $3, 'Prøve', kind, mandate, '{DIAGNOSIS}', now() + $4::interval, now() + $5::interval FROM representative LIMIT 1`,
    [ward.id, randomUUID(), guardian.actor.id, from, to],
  );
  expect(await sees(guardian, ward.id)).toBe(expected);
});
