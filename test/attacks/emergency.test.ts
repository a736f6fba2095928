/** Breaking the glass (værdispring) for what it is not meant for. */
import { citizenNo, codesOf, inPerson, NOBODY, stranger, useAttacker } from '../support/attacker.js';

const { ask, sql } = useAttacker();
const [patient, other] = [citizenNo(127), citizenNo(128)];
const doctor = stranger('psychiatrist', 'staff-attack-doctor');
const colleague = stranger('psychiatrist', 'staff-attack-colleague');

const OPEN = `mutation Open($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { diagnoses { code } treatments { totalCount } } }`;
const LOOK = `query Look($id: ID!) { citizen(id: $id) { diagnoses { code } treatments { totalCount } } }`;
const opening = (said: object = {}) => ({
  input: {
    citizenId: patient.id,
    kind: 'VITAL_INTEREST',
    reason: 'Fundet bevidstløs, behandling haster',
    categories: ['DIAGNOSIS'],
    ...said,
  },
});
const opened = async () =>
  (await sql('citizen', `SELECT 1 FROM emergency_access WHERE citizen_id = $1`, [patient.id])).length;

describe('emergency access is refused, and nothing is opened,', () => {
  it.each([
    ['to a social worker', 'social-worker', {}, 'NOT_ALLOWED'],
    ['to a mentor', 'mentor', {}, 'NOT_ALLOWED'],
    ['to a key manager', 'key-manager', {}, 'NOT_ALLOWED'],
    ['to another citizen', inPerson(other), {}, 'NOT_ALLOWED'],
    ['for another purpose than treatment', { ...doctor, purpose: 'CARE_COORDINATION' }, {}, 'EMERGENCY_NOT_ELIGIBLE'],
    [
      'beyond the cap of the role',
      doctor,
      { categories: ['DIAGNOSIS', 'FINANCIAL_SUPPORT'] },
      'EMERGENCY_NOT_ELIGIBLE',
    ],
    ['to the consents', doctor, { categories: ['CONSENTS'] }, 'EMERGENCY_NOT_ELIGIBLE'],
    ['to the access log', doctor, { categories: ['ACCESS_LOG'] }, 'EMERGENCY_NOT_ELIGIBLE'],
    ['for more than an hour', doctor, { minutes: 61 }, 'INVALID_INPUT'],
    ['for no time', doctor, { minutes: 0 }, 'INVALID_INPUT'],
    ['for no data', doctor, { categories: [] }, 'INVALID_INPUT'],
    ['without a reason', doctor, { reason: '' }, 'INVALID_INPUT'],
    ['with blanks for a reason', doctor, { reason: ' '.repeat(40) }, 'INVALID_INPUT'],
    ['to a citizen who does not exist', doctor, { citizenId: NOBODY }, 'NOT_ALLOWED'],
    ['to an id that is none', doctor, { citizenId: '__proto__' }, 'INVALID_ID'],
  ] as const)('I-5: %s', async (_name, who, said, code) => {
    const answer = await ask('gateway', who as never, OPEN, opening(said));
    expect(codesOf(answer)).toEqual([code]);
    expect(await opened()).toBe(0);
  });
});

describe('an opened emergency access', () => {
  it('I-1: shows its own data of its own citizen to who opened it, for its purpose, and nothing more', async () => {
    const answer = await ask('gateway', doctor, OPEN, opening());
    const now = answer.body.data!['openEmergencyAccess'];
    expect(now.diagnoses.length).toBeGreaterThan(0);
    expect(now.treatments).toBeNull();
    const nothing = { diagnoses: null, treatments: null };
    const looks = [
      await ask('gateway', doctor, LOOK, { id: other.id }),
      await ask('gateway', colleague, LOOK, { id: patient.id }),
      await ask('gateway', { ...doctor, purpose: 'CARE_COORDINATION' }, LOOK, { id: patient.id }),
      await ask('gateway', { ...doctor, actor: { ...doctor.actor, role: 'WARD_NURSE' } }, LOOK, { id: NOBODY }),
    ];
    for (const { body } of looks) expect(body.data!['citizen']).toEqual(nothing);
  });

  it('is never renewed or widened silently while it lasts', async () => {
    const again = await ask('gateway', doctor, OPEN, opening({ categories: ['DIAGNOSIS', 'TREATMENT'] }));
    expect(codesOf(again)).toEqual(['EMERGENCY_STILL_OPEN']);
    expect(await opened()).toBe(1);
  });

  it('is seen by the citizen, with its reason, before all other looks', async () => {
    const log = `{ me { accessLog(first: 1) { nodes { emergency emergencyReason role } } emergencyAccesses { reason } } }`;
    const { body } = await ask('gateway', inPerson(patient), log);
    expect(body.data!['me'].accessLog.nodes).toEqual([
      { emergency: true, emergencyReason: opening().input.reason, role: 'PSYCHIATRIST' },
    ]);
    expect(body.data!['me'].emergencyAccesses).toHaveLength(1);
  });

  it('I-10: is over when its time is over', async () => {
    await sql(
      'citizen',
      `UPDATE emergency_access SET opened_at = now() - interval '61 minutes', expires_at = now() - interval '1 minute'
       WHERE citizen_id = $1`,
      [patient.id],
    );
    const { body } = await ask('gateway', doctor, LOOK, { id: patient.id });
    expect(body.data!['citizen']).toEqual({ diagnoses: null, treatments: null });
  });
});
