/** `sammen start --only psychiatry --mock rest`: one sector with its database, the others from schema and population. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createSammenClient, fieldState } from '@sammen/client';
import type { Purpose } from '@sammen/consent';
import { ngoOf, PERSONAS, type PersonaName, personOf } from '@sammen/population';
import { readMockConfig } from '@sammen/mock-subgraph';
import { EXAMPLE_QUERY } from '../../cli/src/exampleQuery';
import { type OwnSystem, startOwnSystem } from '../../../test/support/ownSystem';
import { root } from '../../../test/support/testFolders';

jest.setTimeout(120_000);

const MOCKED = ['coordination', 'municipality', 'ngo'];
const id = PERSONAS['key-manager'].exampleCitizenId!;

let own: OwnSystem;
beforeAll(async () => void (own = await startOwnSystem(['psychiatry'], 20, {}, ['rest'])));
afterAll(() => own?.stop());

const ask = (service: string, who: PersonaName, query: string, variables = {}) =>
  own.ask(service, who, query, variables);

it('runs the gateway, who decides, and the sector that was asked for; the rest is mocked, and said to be', () => {
  expect(own.running.started).toEqual(expect.arrayContaining(['gateway', 'citizen', 'psychiatry', ...MOCKED]));
  expect([...own.running.mocked].toSorted()).toEqual(MOCKED);
  expect(Object.keys(own.running.databases).toSorted()).toEqual(['citizen', 'psychiatry']);
});

it('answers the overview across all sectors, the same each time, and every answer names its mocks', async () => {
  const { body } = await ask('gateway', 'key-manager', EXAMPLE_QUERY, { id });
  expect(body.errors).toBeUndefined();
  const citizen = body.data!['citizen'];
  expect(citizen.name).toBe('Oliver Møller');
  expect(citizen.admissions.totalCount).toBeGreaterThan(0);
  expect(citizen.socialServices.nodes.length).toBeGreaterThan(0);
  expect(citizen.plans.nodes[0].goals[0].text).toEqual(expect.any(String));
  expect(citizen.keyManager.professional.name).toEqual(expect.any(String));
  expect(citizen.plans.nodes[0].agreements[0].responsible.name).toMatch(/^\p{L}+ \p{L}+/u);
  expect(citizen.mentorships.nodes[0].mentorName).not.toContain('mock');
  expect(citizen.psychoEducation.nodes[0].course.title).not.toContain('mock');
  expect(body.extensions!['mock']).toEqual(MOCKED);
  expect((await ask('gateway', 'key-manager', EXAMPLE_QUERY, { id })).body).toEqual(body);
});

it('tells what the population tells: records have their ids and their words', async () => {
  const person = [...Array(20).keys()].map((index) => personOf(1, index)).find((one) => one.id === id)!;
  const query = 'query V($id: ID!) { citizen(id: $id) { mentorships(first: 100) { totalCount nodes { id } } } }';
  const { body } = await ask('gateway', 'citizen', query, { id });
  const records = ngoOf(person).mentorships.map((record) => record.id);
  expect(body.data!['citizen'].mentorships.nodes.map((node: any) => node.id).toSorted()).toEqual(records.toSorted());
});

it('I-1: tells what belongs to nobody to everybody, page by page, and gives no work list of citizens', async () => {
  const page =
    'query P($after: String) { courses(first: 2, after: $after) { totalCount nodes { id title } pageInfo { hasNextPage endCursor } } }';
  const first = (await ask('gateway', 'volunteer', page)).body.data!['courses'];
  const second = (await ask('gateway', 'volunteer', page, { after: first.pageInfo.endCursor })).body.data!['courses'];
  expect([first.totalCount > 4, first.nodes.length, second.nodes.length]).toEqual([true, 2, 2]);
  expect(new Set([...first.nodes, ...second.nodes].map(({ id: course }: any) => course)).size).toBe(4);
  const { body } = await ask('gateway', 'key-manager', '{ myCases { totalCount nodes { id } } }');
  expect(body.data!['myCases']).toEqual({ totalCount: 0, nodes: [] });
});

describe('what consent denies', () => {
  it('I-1: stays withheld, through the gateway and past it, in the same words as ever', async () => {
    const { body } = await ask('gateway', 'key-manager', EXAMPLE_QUERY, { id });
    expect(body.extensions!['consent'].withheld).toEqual([
      expect.objectContaining({ coordinate: 'Citizen.diagnoses', nextStep: 'ASK_CITIZEN' }),
      expect.objectContaining({ coordinate: 'Citizen.housingBenefits', category: 'HOUSING_BENEFIT' }),
    ]);
    const query = `query E($of: [_Any!]!) { _entities(representations: $of) { ... on Citizen { socialServices { totalCount } housing { kind } } } }`;
    const direct = await ask('municipality', 'volunteer', query, { of: [{ __typename: 'Citizen', id }] });
    expect(direct.body.data!['_entities']).toEqual([{ socialServices: null, housing: null }]);
    expect(direct.body.extensions!['consent'].withheld).toHaveLength(2);
    expect(direct.body.extensions!['mock']).toBe(true);
  });

  it('I-3: somebody made up and somebody withheld look the same to an outsider', async () => {
    const query = 'query O($id: ID!) { citizen(id: $id) { socialServices { totalCount } plans { totalCount } } }';
    const existing = await ask('gateway', 'outsider', query, { id });
    const madeUp = '3f2b8c1e-7a54-8d10-9e6b-5c4d3e2f1a00';
    const unknown = await ask('gateway', 'outsider', query, { id: madeUp });
    expect(existing.body.data!['citizen']).toEqual({ socialServices: null, plans: null });
    expect(JSON.stringify(unknown.body).replaceAll(madeUp, id)).toBe(JSON.stringify(existing.body));
  });

  it('I-2: is decided and logged by the citizen’s own subgraph: the look stands in the access log', async () => {
    const log = 'query L($id: ID!) { citizen(id: $id) { accessLog(first: 100) { nodes { role } } } }';
    const looks = async (): Promise<number> => {
      const { nodes } = (await ask('gateway', 'citizen', log, { id })).body.data!['citizen'].accessLog;
      return nodes.filter(({ role }: { role: string }) => role === 'KEY_MANAGER').length;
    };
    const before = await looks();
    await ask('gateway', 'key-manager', 'query M($id: ID!) { citizen(id: $id) { housing { kind } } }', { id });
    expect(await looks()).toBe(before + 1);
  });
});

it('changes nothing, and says so to whoever may', async () => {
  const wish = 'mutation W($input: PeerWishInput!) { wishForPeer(input: $input) { id } }';
  const input = { citizenId: id, organisationId: 'ngo-x', tags: [] };
  const codeOf = ({ body }: { body: { errors?: any[] } }) => body.errors?.[0].extensions.code;
  expect(codeOf(await ask('gateway', 'citizen', wish, { input }))).toBe('MOCK_CHANGES_NOTHING');
  expect(codeOf(await ask('gateway', 'volunteer', wish, { input }))).toBe('NOT_ALLOWED');
});

it('the client tells a field state from it, and that it is mocked', async () => {
  const purpose: Purpose = 'CARE_COORDINATION';
  const client = createSammenClient({
    url: `${own.running.urls['gateway']}/graphql`,
    token: () => own.token(PERSONAS['key-manager'].actor),
    purpose,
  });
  const answer = await client.ask(EXAMPLE_QUERY, { id });
  expect(answer.mocked).toEqual(MOCKED);
  expect(fieldState(answer, ['citizen', 'housingBenefits']).state).toBe('withheld');
});

it('a sector that is down is not known, and is not taken for empty or withheld', async () => {
  const client = createSammenClient({
    url: `${own.running.urls['gateway']}/graphql`,
    token: () => own.token(PERSONAS['key-manager'].actor),
    purpose: 'CARE_COORDINATION',
  });
  process.kill(await own.pid('psychiatry'), 'SIGKILL');
  const answer = await client.ask<any>(EXAMPLE_QUERY, { id });
  const failed = { state: 'failed', code: 'SUBGRAPH_UNAVAILABLE', source: 'psychiatry', retryable: true };
  expect(fieldState(answer, ['citizen', 'admissions'])).toMatchObject(failed);
  expect(fieldState(answer, ['citizen', 'admissions', 'nodes', 0, 'status'])).toMatchObject(failed);
  // Who may see the rest is known, and the rest is there.
  expect(fieldState(answer, ['citizen', 'housingBenefits']).state).toBe('withheld');
  expect(fieldState(answer, ['citizen', 'name']).state).toBe('value');
  expect(fieldState(answer, ['citizen', 'diagnoses']).state).not.toBe('empty');
});

describe('in production', () => {
  it('I-4: the process does not start', () => {
    const entry = join(root, 'packages/mock-subgraph/dist/main.js');
    const env = { NODE_ENV: 'production' };
    const { status, stderr } = spawnSync(process.execPath, [entry], { env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^sammen mock: MOCK_REFUSED /)]);
  });

  it.each(['production', 'staging', '', undefined])('I-4: anything but a word for development is it: %j', (word) => {
    expect(() => readMockConfig({ NODE_ENV: word })).toThrow(expect.objectContaining({ code: 'MOCK_REFUSED' }));
  });

  it('elsewhere every setting that is missing is named, and no value', () => {
    const settings = { NODE_ENV: 'development', PORT: '4003', MOCK_CITIZENS: 'many', HOST: '127.0.0.1' };
    expect(() => readMockConfig(settings)).toThrow(/OIDC_ISSUER.*MOCK_CITIZENS, MOCK_SEED, MOCK_TODAY\.$/);
    expect(() => readMockConfig(settings)).not.toThrow(/many|4003|HOST/);
  });
});
