/** Who may be counted: the sectors are told about those they count, and the citizen can say no. */
import { SERVICE_CALL_HEADER } from '@sammen/identity';
import { citizenIdOf, DEFAULT_SEED, personOf, type Person } from '@sammen/population';
import { useSystem } from '../../../test/support/system.js';

const system = useSystem();
const PATH = '/statistics/people';
/** A citizen of this file's own, and one who is only read. */
const OWN = personOf(DEFAULT_SEED, 209);
const OTHER = citizenIdOf(DEFAULT_SEED, 30);

async function ask(content: unknown, service: string | null = 'psychiatry') {
  const body = typeof content === 'string' ? content : JSON.stringify(content);
  const signature =
    service === null ? undefined : system.signer(service).sign({ method: 'POST', path: PATH, body, to: 'citizen' });
  const response = await fetch(`${system.baseUrls['citizen']}${PATH}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature === undefined ? {} : { [SERVICE_CALL_HEADER]: signature }),
    },
    body,
  });
  return { status: response.status, body: (await response.json()) as any };
}

const counted = async (...citizenIds: string[]): Promise<string[]> =>
  (await ask({ citizenIds })).body.people.map(([id]: [string]) => id);

async function as({ id, actorId }: Person, query: string): Promise<any> {
  const actor = {
    organisationId: null,
    organisationKind: 'NONE',
    unitId: null,
    id: actorId,
    role: 'CITIZEN',
    citizenId: id,
  } as const;
  const headers = { authorization: `Bearer ${await system.issuer().issue(actor)}` };
  return (await system.graphql(system.urls['gateway']!, { query, variables: { id }, headers })).body;
}

const STANDING = `citizen(id: $id) { statisticsObjection { objectedAt } }`;

describe('POST /statistics/people', () => {
  it.each(['psychiatry', 'municipality', 'ngo', 'coordination'])(
    'tells %s what a cell needs, and no more',
    async (service) => {
      const { id, birthDate, gender, municipalityCode } = OWN;
      expect(await ask({ citizenIds: [id] }, service)).toEqual({
        status: 200,
        body: { people: [[id, Number(birthDate.slice(0, 4)), gender, municipalityCode]] },
      });
    },
  );

  it('leaves out who does not exist, and answers nothing about those who were not asked about', async () => {
    expect(await counted(OTHER, '00000000-0000-8000-8000-000000000000')).toEqual([OTHER]);
    expect(await counted()).toEqual([]);
  });

  it.each(['gateway', 'import', 'citizen'])('tells %s nothing', async (service) => {
    const { status, body } = await ask({ citizenIds: [OWN.id] }, service);
    expect([status, body.errors[0].extensions.code]).toEqual([403, 'STATISTICS_NOT_YOURS']);
  });

  it('tells nobody anything whose call is not signed', async () => {
    const { status, body } = await ask({ citizenIds: [OWN.id] }, null);
    expect([status, body.errors[0].extensions.code]).toEqual([401, 'SERVICE_CALL_INVALID']);
  });

  it.each([
    ['no list', {}],
    ['what is no id', { citizenIds: ['010170-9901'] }],
    ['too many', { citizenIds: Array(5_001).fill(OTHER) }],
    ['null', 'null'],
    ['broken JSON', '{"citizenIds":'],
  ])('refuses %s', async (_, content) => {
    const { status, body } = await ask(content);
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'STATISTICS_QUESTION_MALFORMED']);
  });
});

describe('an objection to statistics', () => {
  it('takes the citizen out at once, whatever is released from now on, until it is taken back', async () => {
    expect((await as(OWN, `query($id: ID!) { ${STANDING} }`)).data.citizen.statisticsObjection).toBeNull();
    const objected = await as(
      OWN,
      `mutation($id: ID!) { objectToStatistics(citizenId: $id) { id statisticsObjection { objectedAt } } }`,
    );
    const at = Date.parse(objected.data.objectToStatistics.statisticsObjection.objectedAt);
    expect(Date.now() - at).toBeLessThan(60_000);
    expect(await counted(OWN.id, OTHER)).toEqual([OTHER]);
    // Twice is once.
    await as(OWN, `mutation($id: ID!) { objectToStatistics(citizenId: $id) { id } }`);
    const standing = (await as(OWN, `query($id: ID!) { ${STANDING} }`)).data.citizen.statisticsObjection;
    expect(Date.parse(standing.objectedAt)).toBe(at);
    const withdrawn = await as(
      OWN,
      `mutation($id: ID!) { withdrawStatisticsObjection(citizenId: $id) { statisticsObjection { objectedAt } } }`,
    );
    expect(withdrawn.data.withdrawStatisticsObjection.statisticsObjection).toBeNull();
    expect((await counted(OWN.id, OTHER)).toSorted()).toEqual([OWN.id, OTHER].toSorted());
  });

  it('is the citizen’s alone to make: nobody makes it for another', async () => {
    for (const persona of ['psychiatrist', 'key-manager', 'outsider', 'analyst'] as const) {
      const query = `mutation($id: ID!) { objectToStatistics(citizenId: $id) { id } }`;
      const { body } = await system.graphql(system.urls['gateway']!, { persona, query, variables: { id: OTHER } });
      expect([persona, body.data?.['objectToStatistics'] ?? null]).toEqual([persona, null]);
      expect(['NOT_ALLOWED', 'PURPOSE_REQUIRED']).toContain(body.errors?.[0].extensions.code);
    }
    expect(await counted(OTHER)).toEqual([OTHER]);
  });

  it('stands in the citizen’s access log as a write, like every choice of theirs', async () => {
    const query = `query($id: ID!) { citizen(id: $id) { accessLog(first: 50) { nodes { decisions { category access } } } } }`;
    const { data } = await as(OWN, query);
    const decisions = data.citizen.accessLog.nodes.flatMap((entry: any) => entry.decisions);
    expect(decisions).toContainEqual({ category: 'CONSENTS', access: 'WRITE' });
  });
});
