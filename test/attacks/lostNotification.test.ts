/** What one part tells another gets lost, comes twice or comes late: nobody is let in by it, and nothing is forgotten. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { notification } from '../../subgraphs/psychiatry/test/support/notification.js';
import { poster } from '../../subgraphs/psychiatry/test/support/post.js';
import type { Person } from '@sammen/population';
import { citizenNo, type Somebody, useAttacker } from '../support/attacker.js';

const { ask, sql, system } = useAttacker();
const { post } = poster(system);
let patient: Person;
let late: Person;
const UNIT = 'region-syddanmark/psychiatry-aabenraa';
const DEPARTMENT = 'Psykiatrisk Afdeling Aabenraa';
/** A doctor of the department that nobody but the hospital’s messages lets near these citizens. */
const doctor: Somebody = {
  actor: {
    id: 'staff-attack-aabenraa',
    role: 'PSYCHIATRIST',
    organisationId: 'region-syddanmark',
    organisationKind: 'REGION',
    unitId: UNIT,
    citizenId: null,
  },
  purpose: 'TREATMENT',
};
const sees = async (id: string) =>
  (await ask('gateway', doctor, 'query Q($id: ID!) { citizen(id: $id) { diagnoses { code } } }', { id })).body.data![
    'citizen'
  ].diagnoses !== null;
const relationsOf = (id: string, episode: string) =>
  sql(
    'psychiatry',
    `SELECT seq, event_id, delivered_at IS NOT NULL AS delivered FROM relation_outbox WHERE citizen_id = $1 AND relation->>'id' IN (SELECT id::text FROM admission WHERE citizen_id = $1 AND episode_id LIKE $2) ORDER BY seq`,
    [id, `%${episode}`],
  );

async function eventually(holds: () => Promise<boolean>): Promise<boolean> {
  for (const deadline = Date.now() + 12_000; Date.now() < deadline; await setTimeout(100))
    if (await holds()) return true;
  return false;
}

beforeAll(async () => {
  // Two whom the department does not treat already.
  const free: Person[] = [];
  for (let index = 156; free.length < 2; index += 1) {
    const person = citizenNo(index);
    if (person.cpr !== null && !(await sees(person.id))) free.push(person);
  }
  [patient, late] = free as [Person, Person];
  // Refuses what is told of one citizen, as a failing decision point would.
  await sql(
    'citizen',
    `CREATE OR REPLACE FUNCTION attack_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused by a test'; END $$`,
  );
  await sql(
    'citizen',
    `CREATE TRIGGER attack_refuse BEFORE INSERT ON care_relation FOR EACH ROW WHEN (NEW.citizen_id = '${patient.id}') EXECUTE FUNCTION attack_refuse()`,
  );
});

it('I-1: an admission that the decision point did not hear of opens nothing; it is told again until it was heard', async () => {
  const episode = randomUUID();
  const told = notification({ activity: 'admit-inpatient', cpr: patient.cpr!, episode, department: DEPARTMENT });
  try {
    expect((await post(told)).outcome).toBe('taken');
    expect(await sees(patient.id)).toBe(false);
    expect((await relationsOf(patient.id, episode)).map(({ delivered }) => delivered)).toEqual([false]);
  } finally {
    await sql('citizen', 'DROP TRIGGER attack_refuse ON care_relation');
  }
  expect(await eventually(() => sees(patient.id))).toBe(true);
  expect(
    await eventually(async () => (await relationsOf(patient.id, episode)).every(({ delivered }) => delivered)),
  ).toBe(true);
});

describe('a stay that a hospital began and cancelled', () => {
  const episode = randomUUID();
  const told = (activity: string, more: object) =>
    post(
      notification({
        activity,
        cpr: late.cpr!,
        episode,
        department: DEPARTMENT,
        start: '2026-05-01T12:00:00+02:00',
        ...more,
      }),
    );

  it('I-10: lets nobody in any more, also when the confirmation of the first word got lost and it is told again', async () => {
    expect((await told('admit-inpatient', { header: `a-${episode}`, sent: '2026-05-01T12:00:02+02:00' })).outcome).toBe(
      'taken',
    );
    expect(await sees(late.id)).toBe(true);
    await told('cancel-admit-inpatient', {
      header: `c-${episode}`,
      sent: '2026-05-01T13:00:00+02:00',
      refersTo: [`a-${episode}`],
    });
    expect(await sees(late.id)).toBe(false);
    const [first, ...more] = await relationsOf(late.id, episode);
    expect(more.length).toBeGreaterThan(0);
    await sql('psychiatry', 'UPDATE relation_outbox SET delivered_at = NULL WHERE seq = $1', [first!['seq']]);
    expect(
      await eventually(async () => (await relationsOf(late.id, episode)).every(({ delivered }) => delivered)),
    ).toBe(true);
    expect(await sees(late.id)).toBe(false);
  });

  it('is not begun again by the hospital’s first message, repeated', async () => {
    expect((await told('admit-inpatient', { header: `a-${episode}`, sent: '2026-05-01T12:00:02+02:00' })).outcome).toBe(
      'repeated',
    );
    expect(await sees(late.id)).toBe(false);
  });
});
