import { CONSENT_SDL } from '@sammen/consent-directive';
import { startSubgraph } from './support/subgraph.js';
import { startWorld, type World } from './support/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
afterEach(() => world.graph.reset());

const representations = (name: 'psychiatry' | 'municipality') =>
  world.graph[name].received.map(({ body }) =>
    (body.variables!['representations'] as { id: string }[]).map(({ id }) => id),
  );

describe('the same citizen at several places of a list', () => {
  beforeEach(() =>
    world.graph.override({ 'Query.citizens': () => ['c1', 'c2', 'c1', 'c3', 'c2', 'c1'].map((id) => ({ id })) }),
  );

  it('is asked for once and answered at every place', async () => {
    const { body } = await world.ask('{ citizens { id admissions { id } } }');
    expect(representations('psychiatry')).toEqual([['c1', 'c2', 'c3']]);
    expect(body.data.citizens.map((one: any) => [one.id, one.admissions[0].id])).toEqual(
      ['c1', 'c2', 'c1', 'c3', 'c2', 'c1'].map((id) => [id, `${id}-a1`]),
    );
  });

  it('is withheld at every place where it stands', async () => {
    world.graph.override({
      'Citizen.admissions': ({ id }, _args, context, info) =>
        id === 'c2' ? context.withhold(info, 'ADMISSION') : [{ id: `${id}-a1` }],
    });
    const { body } = await world.ask('{ citizens { stays: admissions { id } } }');
    expect(body.errors).toBeUndefined();
    expect(body.data.citizens.map((one: any) => one.stays === null)).toEqual([false, true, false, false, true, false]);
    expect(body.extensions!['consent'].withheld.map((one: any) => one.path)).toEqual([
      ['citizens', 1, 'stays'],
      ['citizens', 4, 'stays'],
    ]);
  });

  it('fails at every place where it stands', async () => {
    world.graph.override({
      'Citizen.diagnoses': ({ id }) => {
        if (id === 'c1') throw new Error('broken');
        return [];
      },
    });
    const { body } = await world.ask('{ citizens { diagnoses } }');
    expect(body.errors!.map(({ path, extensions }) => [path, extensions['code'], extensions['source']])).toEqual(
      [0, 2, 5].map((index) => [['citizens', index, 'diagnoses'], 'SUBGRAPH_ERROR', 'psychiatry']),
    );
    expect(body.data.citizens[1].diagnoses).toEqual([]);
  });

  it('gets objects of its own at every place, so that a later hop fills each', async () => {
    const { body } = await world.ask('{ citizens { unit { id phone } services { hours } } }');
    expect(body.data.citizens).toEqual(
      Array.from({ length: 6 }, () => ({ unit: { id: 'u1', phone: 'phone of u1' }, services: [{ hours: 4 }] })),
    );
  });
});

describe('paths', () => {
  it('go through nested lists with duplicates on both levels', async () => {
    world.graph.override({
      'Query.citizens': () => [{ id: 'c1' }, { id: 'c2' }],
      'Citizen.friends': () => [{ id: 'c8' }, { id: 'c9' }, { id: 'c8' }],
      'Citizen.services': ({ id }, _args, context, info) =>
        id === 'c8' ? context.withhold(info, 'SOCIAL_SERVICE') : [],
    });
    const { body } = await world.ask('{ all: citizens { known: friends { help: services { act } } } }');
    expect(representations('municipality')).toEqual([['c8', 'c9']]);
    expect(body.extensions!['consent'].withheld.map((one: any) => one.path)).toEqual([
      ['all', 0, 'known', 0, 'help'],
      ['all', 0, 'known', 2, 'help'],
      ['all', 1, 'known', 0, 'help'],
      ['all', 1, 'known', 2, 'help'],
    ]);
  });

  it('reach into what an entity holds', async () => {
    world.graph.override({
      'Admission.note': ({ id }, _args, context, info) =>
        id === 'c2-a2' ? context.withhold(info, 'ADMISSION') : 'calm',
    });
    const { body } = await world.ask('{ citizens { admissions { text: note } } }');
    expect(body.extensions!['consent'].withheld.map((one: any) => one.path)).toEqual([
      ['citizens', 1, 'admissions', 1, 'text'],
    ]);
  });

  it('point at the right citizen in a list that mixes types, also where ids repeat across types', async () => {
    world.graph.override({
      'Query.board': () => [
        { __typename: 'Note', id: 'c1' },
        { __typename: 'Citizen', id: 'c1' },
        { __typename: 'Note', id: 'c2' },
        { __typename: 'Citizen', id: 'c2' },
      ],
      'Citizen.admissions': ({ id }, _args, context, info) =>
        id === 'c2' ? context.withhold(info, 'ADMISSION') : [{ id: `${id}-a1` }],
    });
    const { body } = await world.ask('{ board { ... on Citizen { id admissions { id } } ... on Note { id author } } }');
    expect(body.data.board).toEqual([
      { id: 'c1', author: 'Author of c1' },
      { id: 'c1', admissions: [{ id: 'c1-a1' }] },
      { id: 'c2', author: 'Author of c2' },
      { id: 'c2', admissions: null },
    ]);
    expect(body.extensions!['consent'].withheld.map((one: any) => one.path)).toEqual([['board', 3, 'admissions']]);
  });

  it('point at the right citizen when the first ones of a list are missing', async () => {
    world.graph.override({
      'Query.citizens': () => [{ id: 'c1' }, { id: 'c2' }, { id: 'c3' }],
      'Citizen.friend': ({ id }) => (id === 'c3' ? { id: 'c9' } : null),
      'Citizen.services': (_p, _args, context, info) => context.withhold(info, 'SOCIAL_SERVICE'),
    });
    const { body } = await world.ask('{ citizens { friend { services { act } } } }');
    expect(body.extensions!['consent'].withheld.map((one: any) => one.path)).toEqual([
      ['citizens', 2, 'friend', 'services'],
    ]);
  });

  it('name what the client asked for where two types clash and the planner made an alias of its own', async () => {
    world.graph.override({ 'Citizen.name': (_p, _args, context, info) => context.withhold(info, 'IDENTITY') });
    const { body } = await world.ask('{ board { ... on Note { value: text } ... on Citizen { value: name } } }');
    expect(body.data.board[1]).toEqual({ value: null });
    expect(body.extensions!['consent'].withheld.map((one: any) => one.path)).toEqual([
      ['board', 1, 'value'],
      ['board', 3, 'value'],
    ]);
  });

  it('are harmless when an alias is __proto__', async () => {
    world.graph.override({ 'Citizen.name': (_p, _args, context, info) => context.withhold(info, 'IDENTITY') });
    const { body } = await world.ask('{ __proto__: citizen(id: "c1") { constructor: name admissions { id } } }');
    expect(body.extensions!['consent'].withheld[0].path).toEqual(['__proto__', 'constructor']);
    expect(({} as any).admissions).toBeUndefined();
  });
});

describe('an interface that another sector extends as an object', () => {
  const KEY =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@interfaceObject"])';
  let other: World;
  let items: { __typename: string; id: string }[] = [];
  const extra = Promise.all([
    startSubgraph(
      'places',
      `${CONSENT_SDL} type Query { places: [Place!]! @public }
       interface Place @key(fields: "id") { id: ID! }
       type Ward implements Place @key(fields: "id") @public { id: ID! }
       type House implements Place @key(fields: "id") @public { id: ID! }`,
      { Query: { places: () => items }, Place: { __resolveType: ({ __typename }: any) => __typename } },
    ),
    startSubgraph('rooms', `${KEY} type Place @key(fields: "id") @interfaceObject { id: ID!  rooms: Int }`, {
      Place: {
        __resolveReference: ({ id }: any) => ({ id }),
        rooms: ({ id }: any, _args: unknown, context: any, info: any) =>
          id === 'p2' ? context.withhold(info, 'HOUSING') : 4,
      },
    }),
  ]);
  beforeAll(async () => void (other = await startWorld({}, {}, await extra)));
  afterAll(async () => {
    await other.stop();
    for (const subgraph of await extra) await subgraph.stop();
  });

  it('is withheld at the right place, though the planner asks for the interface', async () => {
    items = [
      { __typename: 'Ward', id: 'p1' },
      { __typename: 'House', id: 'p2' },
      { __typename: 'House', id: 'p3' },
    ];
    const { body } = await other.ask('{ places { ... on House { id rooms } } }');
    expect(body.data.places).toEqual([{}, { id: 'p2', rooms: null }, { id: 'p3', rooms: 4 }]);
    expect(body.extensions!['consent'].withheld.map((one: any) => one.path)).toEqual([['places', 1, 'rooms']]);
  });

  it('leaves every object its own type where two of them have the same id', async () => {
    items = [
      { __typename: 'Ward', id: 'p1' },
      { __typename: 'House', id: 'p1' },
    ];
    const { body } = await other.ask('{ places { __typename rooms } }');
    expect(body.data.places).toEqual([
      { __typename: 'Ward', rooms: 4 },
      { __typename: 'House', rooms: 4 },
    ]);
  });
});

it('I-1: a client’s variable of that name does not take the place of the entities that the gateway asks for', async () => {
  const query = 'query ($representations: Int) { citizen(id: "c1") { diagnoses(first: $representations) } }';
  const { body } = await world.ask(query, { variables: { representations: 1 } });
  expect(representations('psychiatry')).toEqual([['c1']]);
  // The planner has one variable for both: the subgraph refuses it, and nothing is answered.
  expect(body.data.citizen.diagnoses).toBeNull();
  expect(body.errors!.map(({ extensions }) => extensions['source'])).toEqual(['psychiatry']);
});
