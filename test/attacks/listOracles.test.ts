/** Lists, counts, cursors, pages and filters as oracles: they speak of what may be seen, and of nothing else. */
import { PERSONAS } from '@sammen/population';
import { citizenNo, codesOf, NOBODY, stranger, useAttacker } from '../support/attacker.js';
import { choicesOf } from '../support/choices.js';

const attacker = useAttacker();
const { ask, sql } = attacker;
const choices = choicesOf(attacker);
const person = citizenNo(130);
const cursor = (id: string) => Buffer.from(id).toString('base64url');

describe('a caseload', () => {
  const PAGE = `query Page($after: String, $first: Int) { citizens(first: $first, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const page = async (variables: Record<string, unknown>, at: 'gateway' | 'citizen' = 'gateway') =>
    ask(at, 'volunteer', PAGE, { first: 1, ...variables });

  it('I-3: takes a cursor made of a citizen who is not in it for as foreign as a made-up one', async () => {
    const [known, nobody] = [await page({ after: cursor(person.id) }), await page({ after: cursor(NOBODY) })];
    expect(codesOf(known)).toEqual(['INVALID_CURSOR']);
    expect(JSON.stringify(known.body)).toBe(JSON.stringify(nobody.body));
  });

  it.each([['0'], ['-1'], ['101']])('refuses a page of %s, and never shortens one', async (first) => {
    expect(codesOf(await page({ first: Number(first) }))).toEqual(['PAGE_TOO_LARGE']);
  });

  it('refuses a page of 2147483647, at the gateway by its estimate and at its source by its size', async () => {
    const most = { first: 2147483647 };
    expect(codesOf(await page(most))).toEqual(['COST_TOO_HIGH']);
    expect(codesOf(await page(most, 'citizen'))).toEqual(['PAGE_TOO_LARGE']);
  });

  it('I-3: page by page is what it is at once, and no page is short for somebody who is left out', async () => {
    const nodes = async (variables: Record<string, unknown>) =>
      (await ask('gateway', 'mentor', PAGE, variables)).body.data!['citizens'];
    const all = await nodes({ first: 100 });
    const walked: string[] = [];
    for (let after: string | null = null; ;) {
      const { nodes: some, pageInfo } = await nodes({ first: 2, after });
      walked.push(...some.map(({ id }: any) => id));
      if (pageInfo.hasNextPage) expect(some).toHaveLength(2);
      else break;
      after = pageInfo.endCursor;
    }
    expect(walked).toEqual(all.nodes.map(({ id }: any) => id));
    expect(all.totalCount).toBe(walked.length);
  });
});

describe('a ward’s list', () => {
  const nurse = PERSONAS['ward-nurse'];
  const LIST = `query L($after: String) { wardAdmissions(first: 100, after: $after) { totalCount nodes { id citizenId } edges { cursor } pageInfo { hasNextPage endCursor } } }`;
  const list = async (after: string | null = null) => ask('gateway', 'ward-nurse', LIST, { after });
  const patient = citizenNo(154);
  const ADMIT = `mutation A($input: AdmitInput!) { admit(input: $input) { id } }`;

  beforeAll(async () => {
    await sql(
      'psychiatry',
      `UPDATE admission SET status = 'DISCHARGED', ended_at = now() WHERE citizen_id = $1 AND ended_at IS NULL`,
      [patient.id],
    );
    const input = { citizenId: patient.id, unitId: nurse.actor.unitId, kind: 'INPATIENT' };
    expect(codesOf(await ask('gateway', 'ward-nurse', ADMIT, { input }))).toEqual([]);
  });

  it('I-3: loses a citizen who blocks it from its items, its count, its cursors and its pages, and gains nothing else', async () => {
    const before = (await list()).body.data!['wardAdmissions'];
    const stay = before.nodes.find(({ citizenId }: any) => citizenId === patient.id);
    expect(stay).toBeDefined();
    const block = await choices.block(patient, nurse, ['ADMISSION_NOTICE', 'ADMISSION']);
    const during = await list();
    const [behind, nowhere] = [await list(cursor(stay.id)), await list(cursor(NOBODY))];
    await choices.withdraw(patient, block);
    const shown = during.body.data!['wardAdmissions'];
    expect(shown.totalCount).toBe(before.totalCount - 1);
    expect(shown.nodes).toEqual(before.nodes.filter(({ citizenId }: any) => citizenId !== patient.id));
    expect(shown.edges).toHaveLength(shown.nodes.length);
    expect(JSON.stringify(during.body)).not.toContain(patient.id);
    expect(JSON.stringify(during.body)).not.toContain(cursor(stay.id));
    expect(during.body.extensions!['consent'].withheld).toEqual([]);
    // Behind the one who is hidden looks like behind nobody.
    expect(codesOf(behind)).toEqual(['INVALID_CURSOR']);
    expect(JSON.stringify(behind.body)).toBe(JSON.stringify(nowhere.body));
    expect((await list()).body.data!['wardAdmissions'].totalCount).toBe(before.totalCount);
  });
});

describe('connections of a citizen out of reach', () => {
  const far = stranger('psychiatrist', 'staff-attack-pages');
  const PAGES = `query P($id: ID!, $first: Int!, $after: String) { citizen(id: $id) { admissions(first: $first, after: $after) { totalCount nodes { id } pageInfo { hasNextPage } } accessLog(first: $first, after: $after) { totalCount } } }`;

  it('I-3: answer alike to every page, cursor and size, whether or not there is anything', async () => {
    const [own] = await sql('psychiatry', `SELECT id FROM admission WHERE citizen_id = $1 LIMIT 1`, [person.id]);
    const cursors = [null, cursor(own?.['id'] ?? person.id), cursor(NOBODY), 'x'];
    const answers = [];
    for (const id of [person.id, NOBODY])
      for (const after of cursors)
        for (const first of [1, 100]) answers.push(await ask('gateway', far, PAGES, { id, first, after }));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]!.body.data!['citizen']).toEqual({ admissions: null, accessLog: null });
  });
});

describe('a list of what several citizens have in common', () => {
  const PARTICIPANTS = `query P($id: ID!) { courseParticipants(courseId: $id) { totalCount nodes { citizenId course { title } } } }`;

  it('I-1: shows each with the course, counts whom it shows, and nobody to a coordinator of another association', async () => {
    const courses = await ask('ngo', 'ngo-coordinator', '{ courses(past: true, first: 100) { nodes { id } } }');
    const full = [];
    for (const { id } of courses.body.data!['courses'].nodes) {
      const { body } = await ask('ngo', 'ngo-coordinator', PARTICIPANTS, { id });
      expect(body.errors).toBeUndefined();
      const { totalCount, nodes } = body.data!['courseParticipants'];
      expect(nodes.length).toBe(Math.min(totalCount, 20));
      if (totalCount >= 2) full.push(id);
      if (full.length > 0) break;
    }
    expect(full).toHaveLength(1);
    const { actor, purpose } = PERSONAS['ngo-coordinator'];
    const elsewhere = {
      actor: { ...actor, id: 'staff-attack-ngo', organisationId: 'ngo-elsewhere', unitId: null },
      purpose,
    };
    const [existing, none] = [
      await ask('ngo', elsewhere, PARTICIPANTS, { id: full[0] }),
      await ask('ngo', elsewhere, PARTICIPANTS, { id: NOBODY }),
    ];
    expect(JSON.stringify(existing.body)).not.toMatch(/"citizenId":"/);
    expect(existing.body.data?.['courseParticipants']?.totalCount ?? 0).toBe(
      none.body.data?.['courseParticipants']?.totalCount ?? 0,
    );
  });
});
