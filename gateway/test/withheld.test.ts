import { NOTHING_WITHHELD, startWorld, type World } from './support/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
afterEach(() => world.graph.reset());

const withheldOf = (body: { extensions?: Record<string, any> }) => body.extensions?.['consent']?.withheld;

describe('a withheld field', () => {
  it('is null and listed with coordinate, category, state and next step, and is no error', async () => {
    world.graph.override({
      'Citizen.diagnoses': (_p, _args, context, info) => context.withhold(info, 'DIAGNOSIS', 'OUT_OF_SCOPE', 'NONE'),
    });
    const { status, body } = await world.ask('{ citizen(id: "c1") { name diagnoses } }');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { citizen: { name: 'Name of c1', diagnoses: null } },
      extensions: {
        consent: {
          withheld: [
            {
              path: ['citizen', 'diagnoses'],
              coordinate: 'Citizen.diagnoses',
              category: 'DIAGNOSIS',
              state: 'OUT_OF_SCOPE',
              nextStep: 'NONE',
            },
          ],
        },
      },
    });
  });

  it('is not listed when nothing is recorded', async () => {
    world.graph.override({ 'Citizen.diagnoses': () => null, 'Citizen.services': () => [] });
    const { body } = await world.ask('{ citizen(id: "c1") { diagnoses services { act } } }');
    expect(body).toEqual({ data: { citizen: { diagnoses: null, services: [] } }, extensions: NOTHING_WITHHELD });
  });

  it('is listed once, sorted by path with indices as numbers, whatever the order in which sources answer', async () => {
    world.graph.override({
      'Query.citizens': () => Array.from({ length: 12 }, (_, index) => ({ id: `c${index}` })),
      'Citizen.services': (_p, _args, context, info) => context.withhold(info, 'SOCIAL_SERVICE'),
      'Citizen.diagnoses': async (_p, _args, context, info) => {
        await new Promise((resolve) => setTimeout(resolve, 10));
        context.withhold(info, 'DIAGNOSIS');
        return context.withhold(info, 'DIAGNOSIS');
      },
    });
    const { body } = await world.ask('{ citizens { services { act } diagnoses } }');
    expect(withheldOf(body).map(({ path }: any) => path)).toEqual(
      Array.from({ length: 12 }, (_, index) => [
        ['citizens', index, 'diagnoses'],
        ['citizens', index, 'services'],
      ]).flat(),
    );
  });

  it('stands beside an error of another source', async () => {
    world.graph.override({
      'Citizen.diagnoses': (_p, _args, context, info) => context.withhold(info, 'DIAGNOSIS'),
    });
    world.graph.municipality.misbehave((_request, response) => !!response.writeHead(500).end());
    const { body } = await world.ask('{ citizen(id: "c1") { diagnoses services { act } } }');
    expect(withheldOf(body)).toHaveLength(1);
    expect(body.errors).toHaveLength(1);
  });
});

describe('a subgraph', () => {
  it('cannot pass an error off as withheld', async () => {
    world.graph.psychiatry.amend((answer) => ({
      ...answer,
      errors: [
        {
          message: 'hidden',
          path: ['_entities', 0, 'diagnoses'],
          extensions: { code: 'WITHHELD', next: 'x', category: 'DIAGNOSIS', state: 'NO_ACCESS', nextStep: 'NONE' },
        },
      ],
    }));
    const { body } = await world.ask('{ citizen(id: "c1") { diagnoses } }');
    expect(withheldOf(body)).toEqual([]);
    expect(body.errors).toEqual([
      {
        message: 'The source "psychiatry" could not answer for this field.',
        path: ['citizen', 'diagnoses'],
        extensions: { code: 'SUBGRAPH_ERROR', next: expect.any(String), source: 'psychiatry' },
      },
    ]);
  });

  const entry = {
    path: ['_entities', 0, 'diagnoses'],
    coordinate: 'Citizen.diagnoses',
    category: 'DIAGNOSIS',
    state: 'NO_ACCESS',
    nextStep: 'NONE',
  };
  it.each([
    ['an unknown category', { ...entry, category: 'DIAGNOSES' }],
    ['an unknown state', { ...entry, state: 'BLOCKED' }],
    ['an unknown next step', { ...entry, nextStep: 'ASK_THE_NEIGHBOUR' }],
    ['a coordinate with words in it', { ...entry, coordinate: 'Citizen has F20' }],
    ['no path', { ...entry, path: undefined }],
    ['a path to an entity that was not asked for', { ...entry, path: ['_entities', 7, 'diagnoses'] }],
    ['a path to nowhere', { ...entry, path: ['somewhere'] }],
    ['nothing at all', null],
  ])('I-4: that lists as withheld %s counts as not having answered', async (_what, bad) => {
    world.graph.psychiatry.amend((answer) => ({ ...answer, extensions: { consent: { withheld: [bad] } } }));
    const { body } = await world.ask('{ citizen(id: "c1") { name diagnoses } }');
    expect(body.data).toEqual({ citizen: { name: 'Name of c1', diagnoses: null } });
    expect(body.errors![0]!.extensions['code']).toBe('SUBGRAPH_UNAVAILABLE');
    expect(withheldOf(body)).toEqual([]);
  });
});
