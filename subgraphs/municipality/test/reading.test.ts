import { people, type PersonaName } from '@sammen/population';
import { noId, useMunicipality } from './municipality.js';

const municipality = useMunicipality('0561');
const { system } = municipality;
const esbjerg = municipality.residents as any;
const [showcase] = esbjerg;

const ENTITIES = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Citizen {
  socialServices { totalCount nodes { id provider goals { text } responsibleUnit { name } } }
  housing { kind } housingBenefits { nodes { status } } financialSupports { nodes { kind } }
  jobCentreCase { targetGroup incomeKind incomes { kind } measures { measure } followUps { dueOn } } } } }`;
const FIELDS = ['socialServices', 'housing', 'housingBenefits', 'financialSupports', 'jobCentreCase'];

const read = (persona: PersonaName, ids: readonly string[]) =>
  system.graphql(system.urls['municipality']!, {
    persona,
    query: ENTITIES,
    variables: { r: ids.map((id) => ({ __typename: 'Citizen', id })) },
  });

describe('what the municipality holds', () => {
  it.each([
    ['social-worker', FIELDS],
    ['citizen', FIELDS],
    ['housing-officer', ['housing', 'housingBenefits', 'financialSupports']],
    ['job-consultant', ['socialServices', 'jobCentreCase']],
    ['mentor', []],
    ['volunteer', []],
    ['leader', []],
    ['outsider', []],
  ] as const)('shows the %s of the example citizen %j', async (persona, visible) => {
    const { body } = await read(persona, [showcase.id]);
    expect(body.errors).toBeUndefined();
    const [citizen] = body.data!['_entities'];
    expect(FIELDS.filter((field) => citizen[field] !== null)).toEqual(visible);
    const withheld = body.extensions!['consent'].withheld.map((entry: any) => entry.path.at(-1));
    expect(withheld.toSorted()).toEqual(
      FIELDS.filter((field) => !(visible as readonly string[]).includes(field)).toSorted(),
    );
  });

  it('I-1: is shown to nobody without a token', async () => {
    const query = { query: ENTITIES, variables: { r: [{ __typename: 'Citizen', id: showcase.id }] } };
    const { status, body } = await system.graphql(system.urls['municipality']!, query);
    expect(status).toBe(401);
    expect(body.data).toBeUndefined();
  });

  it('I-3: looks the same for an outsider whether the citizen has anything, nothing, or does not exist', async () => {
    const answers = await Promise.all([showcase.id, noId()].map((id) => read('outsider', [id])));
    expect(answers[0]!.body).toEqual(answers[1]!.body);
  });

  it.each(['SocialService', 'Housing', 'HousingBenefit', 'FinancialSupport', 'JobCentreCase'])(
    'I-3: a %s is not found out about by its key',
    async (type) => {
      const table = type.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase();
      const [row] = await municipality.sql(`SELECT id FROM ${table} WHERE citizen_id = $1`, [showcase.id]);
      const ask = async (persona: PersonaName, id: string) => {
        const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { id version } } }`;
        const variables = { r: [{ __typename: type, citizenId: showcase.id, id }] };
        return (await system.graphql(system.urls['municipality']!, { persona, query, variables })).body;
      };
      expect(await ask('outsider', row!['id'])).toEqual(await ask('outsider', noId()));
      expect((await ask('citizen', row!['id'])).data!['_entities']).toEqual([{ id: row!['id'], version: 1 }]);
      expect((await ask('citizen', noId())).data!['_entities']).toEqual([null]);
    },
  );

  it('I-12: costs as many statements and decisions for all citizens of a municipality as for one', async () => {
    const ids = esbjerg.map(({ id }: any) => id);
    const costs = [];
    for (const some of [ids.slice(0, 1), ids]) {
      const { body, headers } = await read('social-worker', some);
      expect(body.errors).toBeUndefined();
      costs.push(await system.cost('municipality', headers.get('x-request-id')!));
    }
    const [one, all] = costs.map(({ sqlStatements, decisionCalls }) => ({ sqlStatements, decisionCalls }));
    expect(ids.length).toBeGreaterThan(8);
    expect(one).toEqual({ sqlStatements: 9, decisionCalls: 1 });
    expect(all).toEqual(one);
  });
});

describe('a citizen’s social services', () => {
  const page = async (persona: PersonaName, id: string, args: string) => {
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Citizen {
      socialServices(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { id validFrom } } } } }`;
    const variables = { r: [{ __typename: 'Citizen', id }] };
    return (await system.graphql(system.urls['municipality']!, { persona, query, variables })).body;
  };

  it('come page by page, newest first, each once', async () => {
    const all = (await page('social-worker', showcase.id, 'first: 100')).data!['_entities'][0].socialServices;
    expect(all.totalCount).toBeGreaterThan(2);
    const days = all.nodes.map((node: any) => node.validFrom);
    expect(days).toEqual(days.toSorted().toReversed());
    const seen: any[] = [];
    let after = '';
    do {
      const body = await page('social-worker', showcase.id, `first: 2 ${after}`);
      const { nodes, pageInfo, totalCount } = body.data!['_entities'][0].socialServices;
      expect(totalCount).toBe(all.totalCount);
      seen.push(...nodes);
      after = pageInfo.hasNextPage ? `after: "${pageInfo.endCursor}"` : '';
    } while (after !== '');
    expect(seen).toEqual(all.nodes);
  });

  it.each([
    ['more than a page holds', 'first: 101', 'PAGE_TOO_LARGE'],
    ['no page', 'first: 0', 'PAGE_TOO_LARGE'],
    ['a cursor that is none', 'after: "%%%"', 'INVALID_CURSOR'],
    ['a cursor of another list', `after: "${Buffer.from(noId()).toString('base64url')}"`, 'INVALID_CURSOR'],
  ])('are not given for %s', async (_, args, code) => {
    const { errors, data } = await page('social-worker', showcase.id, args);
    expect(errors?.[0].extensions.code).toBe(code);
    expect(data?.['_entities'][0]?.socialServices ?? null).toBeNull();
  });
});

describe('the synthetic population', () => {
  it('has something of everything that the municipality keeps', async () => {
    const ids = [...people(1, 220)].map(({ id }) => id);
    const tables = ['social_service', 'housing', 'housing_benefit', 'financial_support', 'job_centre_case'];
    for (const table of [...tables, 'income_period', 'employment_measure', 'job_centre_follow_up']) {
      const [row] = await municipality.sql(`SELECT count(*)::int AS n FROM ${table} WHERE citizen_id = ANY($1)`, [ids]);
      expect(row!['n']).toBeGreaterThan(50);
    }
  });
});
