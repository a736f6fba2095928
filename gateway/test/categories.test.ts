import { decodeCategories } from '@sammen/consent';
import { startWorld, type World } from './support/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
afterEach(() => world.graph.reset());

async function toldTo(query: string, options: Parameters<World['ask']>[1] = {}) {
  await world.ask(query, options);
  const told = world.graph.all.flatMap(({ received }) => received.map(({ body }) => body.extensions!.categories!));
  expect(new Set(told).size).toBe(1);
  return [...decodeCategories(told[0]!)].sort();
}

describe('the categories of an operation', () => {
  it('are told to every source in full, also those of the other sectors', async () => {
    const query = '{ citizen(id: "c1") { name admissions { ward } diagnoses services { act } } }';
    expect(await toldTo(query)).toEqual(['ADMISSION', 'DIAGNOSIS', 'IDENTITY', 'SOCIAL_SERVICE']);
  });

  it('are those of the operation that runs, fragments and aliases included, and of no other in the document', async () => {
    const query = `query A { citizen(id: "c1") { ...F } } query B { citizens { diagnoses } }
      fragment F on Citizen { x: friend { ... on Citizen { y: services { act } } } }`;
    expect(await toldTo(query, { operationName: 'A' })).toEqual(['CARE_TEAM', 'SOCIAL_SERVICE']);
  });

  it('are none where nothing is guarded', async () => {
    expect(await toldTo('{ psychiatryStatus municipalityStatus }')).toEqual([]);
  });

  it('leave out what @include leaves out', async () => {
    const query = 'query($more: Boolean!) { citizen(id: "c1") { name diagnoses @include(if: $more) } }';
    expect(await toldTo(query, { variables: { more: false } })).toEqual(['IDENTITY']);
    world.graph.reset();
    expect(await toldTo(query, { variables: { more: true } })).toEqual(['DIAGNOSIS', 'IDENTITY']);
  });
});
