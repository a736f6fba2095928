/** What a mutation gives back is guarded like every look: who may write is not thereby shown anything. */
import { randomUUID } from 'node:crypto';
import { PERSONAS } from '@sammen/population';
import { citizenNo, codesOf, inPerson, useAttacker, withheldOf } from '../support/attacker.js';
import { choicesOf } from '../support/choices.js';

const attacker = useAttacker();
const { ask, sql } = attacker;
const choices = choicesOf(attacker);
const [patient, stranger, named] = [citizenNo(141), citizenNo(142), citizenNo(143)];
const WARD = 'region-syddanmark/psychiatry-esbjerg/ward-1';
const ADMIT = `mutation Admit($input: AdmitInput!) { admit(input: $input) { id ward status startedAt leaves { startedAt } } }`;
const DISCHARGE = `mutation D($input: AdmissionChangeInput!) { again: discharge(input: $input) { id status } }`;
const staysOf = (citizenId: string) =>
  sql('psychiatry', `SELECT id, version, status FROM admission WHERE citizen_id = $1 AND unit_id = $2`, [
    citizenId,
    WARD,
  ]);

describe('a doctor whom the citizen has blocked from admissions', () => {
  it('I-1: admits and discharges, which no block prevents, and is shown nothing of what that made', async () => {
    await choices.block(patient, PERSONAS.psychiatrist, ['ADMISSION', 'ADMISSION_NOTICE']);
    const input = { citizenId: patient.id, unitId: WARD, kind: 'EMERGENCY' };
    const admitted = await ask('gateway', 'psychiatrist', ADMIT, { input });
    expect(codesOf(admitted)).toEqual([]);
    expect(admitted.body.data).toEqual({ admit: null });
    expect(withheldOf(admitted)).toEqual([expect.objectContaining({ path: ['admit'], state: 'NO_ACCESS' })]);
    const [stay] = (await staysOf(patient.id)).filter(({ status }) => status === 'ADMITTED');
    const change = { citizenId: patient.id, admissionId: stay!['id'], version: stay!['version'] };
    const direct = await ask('psychiatry', 'psychiatrist', DISCHARGE, { input: change });
    expect([codesOf(direct), direct.body.data]).toEqual([[], { again: null }]);
    expect(withheldOf(direct).map(({ path }) => path)).toEqual([['again']]);
  });

  it('I-1: is told nothing by repeating it under the same key either', async () => {
    const input = { citizenId: patient.id, unitId: WARD, kind: 'INPATIENT', idempotencyKey: `attack-${randomUUID()}` };
    for (const _ of [1, 2])
      expect((await ask('psychiatry', 'psychiatrist', ADMIT, { input })).body.data).toEqual({ admit: null });
  });
});

it('I-1: a mutation that is not allowed gives back nothing and writes nothing', async () => {
  const before = (await staysOf(stranger.id)).length;
  const input = { citizenId: stranger.id, unitId: WARD, kind: 'EMERGENCY' };
  for (const service of ['gateway', 'psychiatry']) {
    const answer = await ask(service, 'outsider', ADMIT, { input });
    expect([codesOf(answer), answer.body.data]).toEqual([['NOT_ALLOWED'], { admit: null }]);
  }
  expect((await staysOf(stranger.id)).length).toBe(before);
});

it('I-1: through a citizen that a mutation gives back, only what may be seen is seen, in every sector', async () => {
  const change = `mutation C($input: UpdateContactInput!) { updateContact(input: $input) { id name diagnoses { code } consents { id } } }`;
  const input = { citizenId: named.id, phone: '+4512345678' };
  const own = await ask('gateway', inPerson(named), change, { input });
  expect(own.body.data!['updateContact'].diagnoses.length).toBeGreaterThan(0);
  const open = `mutation O($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { id name diagnoses { code } consents { id } housing { kind } } }`;
  const doctor = {
    actor: { ...PERSONAS.psychiatrist.actor, id: 'staff-attack-results', unitId: null },
    purpose: 'TREATMENT',
  } as const;
  const said = {
    citizenId: named.id,
    kind: 'VITAL_INTEREST',
    reason: 'Fundet bevidstløs, haster',
    categories: ['DIAGNOSIS'],
  };
  const answer = await ask('gateway', doctor, open, { input: said });
  const shown = answer.body.data!['openEmergencyAccess'];
  expect(shown.diagnoses.length).toBeGreaterThan(0);
  expect([shown.consents, shown.housing]).toEqual([null, null]);
});

it('two mutations in one document: what the first opened counts for its own citizen only', async () => {
  const query = `mutation Two($a: AdmitInput!, $b: AdmissionChangeInput!) { a: admit(input: $a) { id } b: discharge(input: $b) { id } }`;
  const [theirs] = await sql(
    'psychiatry',
    `SELECT citizen_id, id, version FROM admission WHERE citizen_id <> $1 AND unit_id NOT LIKE 'region-syddanmark/psychiatry-esbjerg%' LIMIT 1`,
    [patient.id],
  );
  const a = { citizenId: patient.id, unitId: 'nowhere', kind: 'EMERGENCY' };
  const b = { citizenId: patient.id, admissionId: theirs!['id'], version: theirs!['version'] };
  const answer = await ask('gateway', 'psychiatrist', query, { a, b });
  expect(codesOf(answer)).toEqual(['UNIT_UNKNOWN', 'NOT_FOUND']);
  expect(answer.body.data).toEqual({ a: null, b: null });
});
