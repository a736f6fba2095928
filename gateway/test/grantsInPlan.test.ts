/** The gateway asks for grants of the citizens it meets, and does not fetch what they deny. */
import { ALL_CATEGORIES, type DataCategory } from '@sammen/consent';
import { PSYCHIATRIST } from './support/people.js';
import { startWorld, type World } from './support/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
afterEach(() => {
  world.graph.reset();
  world.graph.decisionPoint.permit(null);
});

const IDS = [1, 2, 3].map((number) => `00000000-0000-4000-8000-00000000000${number}`);
const [FIRST, SECOND, THIRD] = IDS as [string, string, string];

/** Three citizens whom the root fetch brings no grant for, and what the decision point permits of each. */
function meet(permits: ((citizenId: string) => Iterable<DataCategory>) | null): void {
  world.graph.override({ 'Query.citizens': () => IDS.map((id) => ({ id })) });
  world.graph.decisionPoint.permit(permits);
}
const askedOf = (name: 'psychiatry' | 'municipality') =>
  world.graph[name].received.map(({ body }) =>
    (body.variables!['representations'] as { id: string }[]).map(({ id }) => id),
  );
const withheldAt = (body: any) => body.extensions.consent.withheld.map(({ path }: any) => path);

it('I-11: asks once about everybody whom the fetches of a step are about, and sends the grant with each', async () => {
  meet(() => ALL_CATEGORIES);
  const { body } = await world.ask('{ citizens { admissions { id } services { id } } }');
  expect(world.graph.decisionPoint.asked).toEqual([IDS]);
  expect(body.data.citizens.map((one: any) => [one.admissions.length, one.services.length])).toEqual([
    [2, 1],
    [2, 1],
    [2, 1],
  ]);
  for (const { received } of [world.graph.psychiatry, world.graph.municipality])
    expect(received.map(({ body: sent }) => sent.extensions!.grants!.length)).toEqual([2]);
  expect(withheldAt(body)).toEqual([]);
});

it('I-6: does not send a fetch that is denied for everybody, and says of each field what the source would have said', async () => {
  meet(() => ['SOCIAL_SERVICE']);
  const { body } = await world.ask('{ citizens { stays: admissions { id } diagnoses services { id } } }');
  expect(askedOf('psychiatry')).toEqual([]);
  expect(askedOf('municipality')).toEqual([IDS]);
  expect(body.errors).toBeUndefined();
  expect(body.data.citizens.map((one: any) => [one.stays, one.diagnoses])).toEqual(IDS.map(() => [null, null]));
  expect(body.extensions!['consent'].withheld.slice(0, 2)).toEqual([
    {
      path: ['citizens', 0, 'diagnoses'],
      coordinate: 'Citizen.diagnoses',
      category: 'DIAGNOSIS',
      state: 'NO_ACCESS',
      nextStep: 'EMERGENCY_ACCESS',
    },
    {
      path: ['citizens', 0, 'stays'],
      coordinate: 'Citizen.admissions',
      category: 'ADMISSION',
      state: 'NO_ACCESS',
      nextStep: 'EMERGENCY_ACCESS',
    },
  ]);
  expect(withheldAt(body)).toHaveLength(6);
});

it('leaves out of a fetch whoever is denied all of it, and puts answers, errors and what is withheld where they belong', async () => {
  meet((id) => (id === FIRST ? [] : id === SECOND ? ['DIAGNOSIS'] : ['ADMISSION', 'DIAGNOSIS']));
  world.graph.override({
    'Citizen.admissions': ({ id }, _args, context, info) =>
      id === THIRD ? [{ id: 'a' }] : context.withhold(info, 'ADMISSION'),
    'Citizen.diagnoses': ({ id }) => {
      if (id === THIRD) throw new Error('broken');
      return ['F20.0'];
    },
  });
  const { body } = await world.ask('{ citizens { admissions { id } diagnoses } }');
  expect(askedOf('psychiatry')).toEqual([[SECOND, THIRD]]);
  expect(body.data.citizens).toEqual([
    { admissions: null, diagnoses: null },
    { admissions: null, diagnoses: ['F20.0'] },
    { admissions: [{ id: 'a' }], diagnoses: null },
  ]);
  expect(body.errors!.map(({ path }) => path)).toEqual([['citizens', 2, 'diagnoses']]);
  expect(withheldAt(body)).toEqual([
    ['citizens', 0, 'admissions'],
    ['citizens', 0, 'diagnoses'],
    ['citizens', 1, 'admissions'],
  ]);
});

it('fetches what is open to everybody, whatever else is denied', async () => {
  meet(() => []);
  const { body } = await world.ask('{ citizens { required } board { ... on Note { author } } }');
  expect(body.data.citizens.map((one: any) => one.required)).toEqual(['here', 'here', 'here']);
  const mixed = await world.ask('{ citizens { required services { id } } }');
  expect(askedOf('municipality').at(-1)).toEqual(IDS);
  expect(mixed.body.data.citizens[0].required).toBe('here');
});

it('I-4: leaves it to the sources when the decision point does not answer', async () => {
  meet(null);
  world.graph.override({
    'Citizen.admissions': (_parent, _args, context, info) => context.withhold(info, 'ADMISSION'),
  });
  const { body } = await world.ask('{ citizens { admissions { id } } }');
  expect(world.graph.decisionPoint.asked).toEqual([IDS]);
  expect(askedOf('psychiatry')).toEqual([IDS]);
  expect(body.data.citizens.map((one: any) => one.admissions)).toEqual([null, null, null]);
  expect(world.log.some((line) => line.includes('decision point unavailable'))).toBe(true);
  expect(world.log.join('')).not.toContain(FIRST);
});

it('I-1: a plan is shared, decisions are not: the next one who asks the same is decided for themselves', async () => {
  const query = '{ citizens { services { id } } }';
  meet(() => []);
  await world.ask(query);
  expect(askedOf('municipality')).toEqual([]);
  meet(() => ALL_CATEGORIES);
  const { body } = await world.ask(query, { as: { ...PSYCHIATRIST, id: 'staff-other' } });
  expect(askedOf('municipality')).toEqual([IDS]);
  expect(body.data.citizens[0].services).toHaveLength(1);
  meet(() => []);
  const again = await world.ask(query);
  expect(again.body.data.citizens[0].services).toBeNull();
});
