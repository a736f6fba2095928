/** A front-end team asks one question across all sectors, as several people, and tells value, empty and withheld apart. */
import { PERSONAS, type PersonaName } from '@sammen/population';
import { useSystem } from '../support/system.js';

const system = useSystem();
const id = PERSONAS.citizen.exampleCitizenId!;

const OVERVIEW = `query Overview($id: ID!) {
  citizen(id: $id) {
    id
    name
    cprNumber
    diagnoses { code text }
    admissions(first: 2) { totalCount nodes { status startedAt } }
    socialServices(first: 2) { totalCount nodes { act paragraph } }
    mentorships(first: 2) { totalCount nodes { status } }
    volunteerVisits(first: 2) { totalCount nodes { id } }
    viewerAccess { category state nextStep }
  }
}`;

const ask = async (persona: PersonaName, citizenId = id) => {
  const answer = await system.graphql(system.urls['gateway']!, {
    query: OVERVIEW,
    variables: { id: citizenId },
    persona,
  });
  const citizen = answer.body.data!['citizen'];
  const withheld: any[] = answer.body.extensions!['consent'].withheld;
  return { ...answer, citizen, withheld, paths: withheld.map(({ path }) => path.join('.')) };
};

describe('one question across all sectors', () => {
  it('gives the key manager data of every sector, and lists what is withheld with the next step', async () => {
    const { citizen, withheld, body } = await ask('key-manager');
    expect(body.errors).toBeUndefined();
    expect(citizen.name).toEqual(expect.any(String));
    expect(citizen.admissions.totalCount).toBeGreaterThan(0);
    expect(citizen.socialServices.totalCount).toBeGreaterThan(0);
    expect(citizen.mentorships.totalCount).toBeGreaterThan(0);
    expect(citizen.diagnoses).toBeNull();
    expect(withheld).toContainEqual({
      path: ['citizen', 'diagnoses'],
      coordinate: 'Citizen.diagnoses',
      category: 'DIAGNOSIS',
      state: 'NO_ACCESS',
      nextStep: 'ASK_CITIZEN',
    });
    expect(withheld).toContainEqual(
      expect.objectContaining({ path: ['citizen', 'cprNumber'], state: 'OUT_OF_SCOPE', nextStep: 'NONE' }),
    );
  });

  it('I-5: gives the volunteer the own visits and nothing of psychiatry, whatever the citizen consents to', async () => {
    const { citizen, paths } = await ask('volunteer');
    expect(citizen.name).toEqual(expect.any(String));
    expect(citizen.volunteerVisits.totalCount).toBeGreaterThan(0);
    expect(citizen.admissions).toBeNull();
    expect(paths).toEqual(
      expect.arrayContaining([
        'citizen.admissions',
        'citizen.diagnoses',
        'citizen.mentorships',
        'citizen.socialServices',
      ]),
    );
  });

  it('gives the citizen everything', async () => {
    const { citizen, withheld } = await ask('citizen');
    expect(withheld).toEqual([]);
    expect(citizen.cprNumber).toMatch(/^\d{6}99\d\d$/);
    expect(citizen.diagnoses.length).toBeGreaterThan(0);
  });

  it('I-3: gives an outsider the same answer about a citizen who exists and one who does not', async () => {
    const made = '3f2b8c1e-7a54-8d10-9e6b-5c4d3e2f1a00';
    const existing = await ask('outsider');
    const unknown = await ask('outsider', made);
    expect(existing.citizen).toEqual({
      id,
      name: null,
      cprNumber: null,
      diagnoses: null,
      admissions: null,
      socialServices: null,
      mentorships: null,
      volunteerVisits: null,
      viewerAccess: expect.any(Array),
    });
    expect(JSON.stringify(unknown.body).replaceAll(made, id)).toBe(JSON.stringify(existing.body));
  });

  it('I-6: says nothing of the reason: `withheld` and `viewerAccess` agree and speak of states only', async () => {
    const { citizen, withheld } = await ask('key-manager');
    const access = new Map(citizen.viewerAccess.map((one: any) => [one.category, one]));
    expect(citizen.viewerAccess).toHaveLength(22);
    for (const { category, state, nextStep, ...rest } of withheld) {
      expect(access.get(category)).toEqual({ category, state, nextStep });
      expect(Object.keys(rest).sort()).toEqual(['coordinate', 'path']);
    }
  });

  it('asks a professional for a purpose, and says which are theirs', async () => {
    const { status, body } = await system.graphql(system.urls['gateway']!, {
      query: '{ me { id } }',
      persona: 'key-manager',
      purpose: null,
    });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      expect.objectContaining({
        extensions: {
          code: 'PURPOSE_REQUIRED',
          next: expect.stringContaining('x-sammen-purpose'),
          purposes: ['CARE_COORDINATION', 'PSYK_13C'],
        },
      }),
    ]);
  });

  it('pages through a list without gaps or repeats, and refuses a page that is too large or a cursor that is not one', async () => {
    const page = async (first: number, after?: string) => {
      const query = `query P($id: ID!, $first: Int!, $after: String) { citizen(id: $id) { admissions(first: $first, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }`;
      const { body } = await system.graphql(system.urls['gateway']!, {
        query,
        variables: { id, first, after },
        persona: 'citizen',
      });
      return body;
    };
    const all = (await page(100)).data!['citizen'].admissions;
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const { nodes, pageInfo } = (await page(1, after)).data!['citizen'].admissions;
      seen.push(...nodes.map((node: any) => node.id));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(all.totalCount).toBeGreaterThan(1);
    expect(seen).toEqual(all.nodes.map((node: any) => node.id));
    expect((await page(101)).errors?.[0].extensions.code).toBe('PAGE_TOO_LARGE');
    expect((await page(0)).errors?.[0].extensions.code).toBe('PAGE_TOO_LARGE');
    expect((await page(1, 'not-a-cursor')).errors?.[0].extensions.code).toBe('INVALID_CURSOR');
  });
});
