/** Breaking the glass (værdispring) for what it is not meant for. */
import { PERSONAS } from '@sammen/population';
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
/** What stands in the access log of the patient, and of nobody, about attempts of an actor at breaking the glass. */
const attempts = async (actorId: string) =>
  (
    await sql(
      'citizen',
      `SELECT body->'decisions' AS decisions FROM ledger.access_log
       WHERE citizen_id = ANY($1) AND body->>'actorId' = $2 AND body->'decisions'->0->>'access' = 'WRITE' ORDER BY at`,
      [[patient.id, '00000000-0000-0000-0000-000000000000'], actorId],
    )
  ).map(({ decisions }) => decisions as { category: string; effect: string }[]);

describe('emergency access is refused and put on record, and nothing is opened,', () => {
  it.each([
    ['to a social worker', 'social-worker', {}, 'NOT_ALLOWED', undefined],
    ['to a mentor', 'mentor', {}, 'NOT_ALLOWED', undefined],
    ['to a key manager', 'key-manager', {}, 'NOT_ALLOWED', undefined],
    ['to another citizen', inPerson(other), {}, 'NOT_ALLOWED', undefined],
    [
      'for another purpose than treatment',
      { ...doctor, purpose: 'CARE_COORDINATION' },
      {},
      'EMERGENCY_NOT_ELIGIBLE',
      'purpose',
    ],
    [
      'beyond the cap of the role',
      doctor,
      { categories: ['DIAGNOSIS', 'FINANCIAL_SUPPORT'] },
      'EMERGENCY_NOT_ELIGIBLE',
      'input.categories',
    ],
    ['to the consents', doctor, { categories: ['CONSENTS'] }, 'EMERGENCY_NOT_ELIGIBLE', 'input.categories'],
    ['to the access log', doctor, { categories: ['ACCESS_LOG'] }, 'EMERGENCY_NOT_ELIGIBLE', 'input.categories'],
    ['for more than an hour', doctor, { minutes: 61 }, 'INVALID_INPUT', 'input.minutes'],
    ['for no time', doctor, { minutes: 0 }, 'INVALID_INPUT', 'input.minutes'],
    ['for no data', doctor, { categories: [] }, 'INVALID_INPUT', 'input.categories'],
    [
      'for the same data twice',
      doctor,
      { categories: ['DIAGNOSIS', 'DIAGNOSIS'] },
      'INVALID_INPUT',
      'input.categories',
    ],
    ['without a reason', doctor, { reason: '' }, 'INVALID_INPUT', 'input.reason'],
    ['with a word for a reason', doctor, { reason: 'haster' }, 'INVALID_INPUT', 'input.reason'],
    ['with blanks for a reason', doctor, { reason: ' '.repeat(40) }, 'INVALID_INPUT', 'input.reason'],
    [
      'with what nobody can see for a reason',
      doctor,
      { reason: '\u200b\u2060\u00a0'.repeat(9) },
      'INVALID_INPUT',
      'input.reason',
    ],
    ['with a novel for a reason', doctor, { reason: 'haster '.repeat(200) }, 'INVALID_INPUT', 'input.reason'],
    ['to a citizen who does not exist', doctor, { citizenId: NOBODY }, 'NOT_ALLOWED', undefined],
    ['to an id that is none', doctor, { citizenId: '__proto__' }, 'INVALID_ID', 'input.citizenId'],
  ] as const)('I-5: %s', async (_name, who, said, code, field) => {
    const actorId = typeof who === 'string' ? PERSONAS[who].actor.id : who.actor.id;
    const before = await attempts(actorId);
    const answer = await ask('gateway', who as never, OPEN, opening(said));
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.body.errors![0].extensions.field).toBe(field);
    expect(await opened()).toBe(0);
    const after = await attempts(actorId);
    expect(after).toHaveLength(before.length + 1);
    const asked = opening(said).input.categories.filter((category: string) => category !== 'ACCESS_LOG');
    expect(after.at(-1)!.map(({ category, effect }) => `${category} ${effect}`)).toEqual(
      ['ACCESS_LOG', ...new Set(asked)].map((category) => `${category} DENY`),
    );
  });

  it('of a kind of data that there is none of, before anybody is looked for', async () => {
    const answer = await ask('gateway', doctor, OPEN, opening({ categories: ['EVERYTHING'] }));
    expect(codesOf(answer)).toEqual(['INVALID_VARIABLE']);
    expect(answer.body.errors![0].extensions.field).toBe('input.categories.0');
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

  it('after its time is opened anew with a reason of its own, logged and up for review anew; of two at once one is', async () => {
    const log = async () => (await attempts(doctor.actor.id)).filter(([first]) => first!.effect === 'PERMIT').length;
    const before = await log();
    expect(codesOf(await ask('gateway', doctor, OPEN, opening({ reason: '' })))).toEqual(['INVALID_INPUT']);
    expect(await opened()).toBe(1);
    const both = await Promise.all([1, 2].map(() => ask('gateway', doctor, OPEN, opening())));
    expect(both.flatMap(codesOf)).toEqual(['EMERGENCY_STILL_OPEN']);
    expect(await opened()).toBe(2);
    expect(await log()).toBe(before + 1);
    const officer = stranger('data-protection-officer', 'staff-attack-officer');
    const queue = `{ emergencyReviews(first: 100) { nodes { openedBy } } }`;
    const { nodes } = (await ask('gateway', officer, queue)).body.data!['emergencyReviews'];
    expect(nodes.filter(({ openedBy }: any) => openedBy === doctor.actor.id)).toHaveLength(2);
  });

  it('cannot be prolonged: not by the application, and not beyond an hour or beside another by its owner', async () => {
    const insert = (minutes: number, from: string) => `
      INSERT INTO emergency_access (citizen_id, id, actor_id, actor_role, organisation_id, kind, reason, categories, opened_at, expires_at)
      VALUES ('${patient.id}', gen_random_uuid(), '${doctor.actor.id}', 'PSYCHIATRIST', 'region-nordjylland', 'VITAL_INTEREST',
        'Fundet bevidstløs igen', '{DIAGNOSIS}', ${from}, ${from} + interval '${minutes} minutes')`;
    const tries: [string, string][] = [
      [
        `SET LOCAL ROLE sammen_citizen; UPDATE emergency_access SET expires_at = now() + interval '50 minutes'`,
        '42501',
      ],
      [`SET LOCAL ROLE sammen_citizen; DELETE FROM emergency_access`, '42501'],
      [insert(61, `now() + interval '2 days'`), '23514'],
      [insert(30, 'now()'), '23P01'],
    ];
    for (const [statement, code] of tries) {
      await expect(sql('citizen', `BEGIN; ${statement}; COMMIT`)).rejects.toMatchObject({ code });
      await sql('citizen', 'ROLLBACK');
    }
  });
});
