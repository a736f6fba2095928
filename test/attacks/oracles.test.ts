/** Questions whose answers, sizes or counts might tell what they withhold. */
import { DATA_CATEGORIES } from '@sammen/consent';
import { PERSONAS } from '@sammen/population';
import { citizenNo, codesOf, inPerson, NOBODY, stranger, useAttacker, withheldOf } from '../support/attacker.js';

const { ask, sql } = useAttacker();
const person = citizenNo(130);
const far = stranger('social-worker', 'staff-attack-far');
const BY_CPR = 'query Find($cpr: String!) { citizenByCpr(cpr: $cpr) { id name } }';
const EVERYTHING = `query All($id: ID!) { citizen(id: $id) {
  name cprNumber address { street } consents { id } accessLog { totalCount nodes { id } } viewerAccess { category state nextStep }
  diagnoses { code } admissions { totalCount pageInfo { hasNextPage endCursor } edges { cursor } } assessments { id }
  socialServices { totalCount } housing { kind } financialSupports { totalCount } mentorships { totalCount } plans { totalCount }
  keyManager { professional { name } } } }`;

describe('a CPR number', () => {
  it('I-3: of somebody out of reach and of nobody give the same bytes, and both say that something is withheld', async () => {
    const [known, nobody] = [
      await ask('gateway', far, BY_CPR, { cpr: person.cpr }),
      await ask('gateway', far, BY_CPR, { cpr: '0101019999' }),
    ];
    expect(JSON.stringify(known.body)).toBe(JSON.stringify(nobody.body));
    expect(known.body.data).toEqual({ citizenByCpr: null });
    expect(withheldOf(known)).toEqual([expect.objectContaining({ path: ['citizenByCpr'], category: 'CPR_NUMBER' })]);
  });

  it('I-3: takes as long to find out of reach as not to find', async () => {
    const middle = async (cpr: string) => {
      const times: number[] = [];
      for (let n = 0; n < 15; n += 1) {
        const from = performance.now();
        await ask('citizen', far, BY_CPR, { cpr });
        times.push(performance.now() - from);
      }
      return times.toSorted((a, b) => a - b)[7]!;
    };
    const [known, nobody] = [await middle(person.cpr!), await middle('0101019999')];
    // Grossly: both look up, decide, log and sign. A shortcut would take a fraction.
    expect(Math.max(known, nobody)).toBeLessThan(4 * Math.min(known, nobody) + 10);
  });

  it('I-5: is for authorities: roles that never see one may not even ask', async () => {
    for (const who of ['mentor', 'volunteer', 'ngo-coordinator', 'key-manager', 'leader'] as const)
      expect(codesOf(await ask('gateway', who, BY_CPR, { cpr: person.cpr }))).toEqual(['NOT_ALLOWED']);
  });

  it.each(['', '1', '010101-9999', '01010199999', 'abcdefghij', '０１０１０１９９９９', "0101019999'--"])(
    '%j is refused before anybody is looked for',
    async (cpr) => {
      const answer = await ask('gateway', far, BY_CPR, { cpr });
      expect(codesOf(answer)).toEqual(['CPR_MALFORMED']);
      expect(JSON.stringify(answer.body.errors)).not.toContain(cpr || '\u0000');
    },
  );
});

describe('an id', () => {
  it.each(['outsider', 'volunteer', 'leader', 'data-protection-officer'] as const)(
    'I-3: of nobody and of somebody out of reach look the same to the %s, across all sectors',
    async (name) => {
      const who = name === 'data-protection-officer' ? stranger(name, 'staff-attack-officer') : name;
      const [known, nobody] = [
        await ask('gateway', who, EVERYTHING, { id: person.id }),
        await ask('gateway', who, EVERYTHING, { id: NOBODY }),
      ];
      expect(known.body.data!['citizen']).not.toBeNull();
      expect(JSON.stringify(known.body)).toBe(JSON.stringify(nobody.body));
    },
  );

  it('I-3: withheld lists, counts and cursors are null, never empty or shortened', async () => {
    const { body } = await ask('gateway', 'outsider', EVERYTHING, { id: person.id });
    const { viewerAccess, ...rest } = body.data!['citizen'];
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
    expect(viewerAccess.map(({ category }: any) => category)).toEqual([...DATA_CATEGORIES]);
  });

  it('I-6: never consented, blocked and withdrawn are the same bytes to who is denied', async () => {
    const query = `query Q($id: ID!) { citizen(id: $id) { diagnoses { code } viewerAccess { category state nextStep } } }`;
    const [never, blocked] = [citizenNo(131), citizenNo(132)];
    const doctor = stranger('psychiatrist', 'staff-attack-reader');
    const block = `mutation B($input: GiveBlockInput!) { giveBlock(input: $input) { id } }`;
    const input = {
      citizenId: blocked.id,
      recipients: [{ actorId: doctor.actor.id }],
      categories: ['DIAGNOSIS'],
      purposes: ['TREATMENT'],
      consequencesExplained: true,
    };
    expect(codesOf(await ask('gateway', inPerson(blocked), block, { input }))).toEqual([]);
    const answers = [
      await ask('gateway', doctor, query, { id: never.id }),
      await ask('gateway', doctor, query, { id: blocked.id }),
    ];
    expect(JSON.stringify(answers[0]!.body)).toBe(JSON.stringify(answers[1]!.body));
  });
});

describe('lists that mix citizens', () => {
  it('I-3: a cursor made of a citizen who is not in the caseload is as foreign as a made-up one', async () => {
    const page = `query Page($after: String) { citizens(first: 1, after: $after) { totalCount nodes { id } } }`;
    const cursor = (id: string) => ({ after: Buffer.from(id).toString('base64url') });
    const [known, nobody] = [
      await ask('gateway', 'volunteer', page, cursor(person.id)),
      await ask('gateway', 'volunteer', page, cursor(NOBODY)),
    ];
    expect(codesOf(known)).toEqual(['INVALID_CURSOR']);
    expect(JSON.stringify(known.body)).toBe(JSON.stringify(nobody.body));
  });

  it('I-3: a block takes a citizen out of a work list and out of its count', async () => {
    const nurse = PERSONAS['ward-nurse'];
    const list = `{ wardAdmissions(first: 100) { totalCount nodes { citizenId } } }`;
    const before = (await ask('gateway', 'ward-nurse', list)).body.data!['wardAdmissions'];
    const index = Array.from({ length: 120 }, (_, n) => 100 + n).find((n) =>
      before.nodes.some(({ citizenId }: any) => citizenId === citizenNo(n).id),
    );
    if (index === undefined) return void expect(before.totalCount).toBeGreaterThan(0);
    const patient = citizenNo(index);
    const block = `mutation B($input: GiveBlockInput!) { giveBlock(input: $input) { id } }`;
    const input = {
      citizenId: patient.id,
      recipients: [{ actorId: nurse.actor.id }],
      categories: ['ADMISSION_NOTICE', 'ADMISSION'],
      purposes: ['TREATMENT'],
      consequencesExplained: true,
    };
    const given = await ask('gateway', inPerson(patient), block, { input });
    const during = (await ask('gateway', 'ward-nurse', list)).body.data!['wardAdmissions'];
    await sql('citizen', `UPDATE consent_choice SET withdrawn_at = now(), withdrawn_by = given_by WHERE id = $1`, [
      given.body.data!['giveBlock'].id,
    ]);
    const stays = before.nodes.filter(({ citizenId }: any) => citizenId === patient.id).length;
    expect(during.totalCount).toBe(before.totalCount - stays);
    expect(during.nodes.map(({ citizenId }: any) => citizenId)).not.toContain(patient.id);
  });

  it('I-1: what several citizens have in common is shown once for each', async () => {
    const courses = await ask('ngo', 'ngo-coordinator', '{ courses(past: true, first: 100) { nodes { id } } }');
    const query = `query P($id: ID!) { courseParticipants(courseId: $id) { totalCount nodes { citizenId course { title } } } }`;
    for (const { id } of courses.body.data!['courses'].nodes) {
      const { body } = await ask('ngo', 'ngo-coordinator', query, { id });
      if (body.data!['courseParticipants'].totalCount < 2) continue;
      expect(body.errors).toBeUndefined();
      return;
    }
    throw new Error('No course has two participants.');
  });
});
