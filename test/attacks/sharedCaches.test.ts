/** The same operation by several actors, about several citizens, one after the other and all at once: nobody gets another's answer. */
import { citizenNo, inPerson, stranger, useAttacker, withheldOf, type Somebody } from '../support/attacker.js';

jest.setTimeout(60_000);

const { ask } = useAttacker();
const [one, other] = [citizenNo(152), citizenNo(153)];
const doctor = stranger('psychiatrist', 'staff-attack-cache');
const nurse = { ...doctor, actor: { ...doctor.actor, id: 'staff-attack-cache-2', role: 'WARD_NURSE' as const } };
const volunteer = stranger('volunteer', 'staff-attack-cache-3');
const QUERY = `query Same($id: ID!) { citizen(id: $id) { id name diagnoses { code } admissions { totalCount } } }`;
const DIRECT = `query Same($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { id diagnoses { code } } } }`;

const ACTORS: Readonly<Record<string, Somebody>> = {
  one: inPerson(one),
  other: inPerson(other),
  doctor,
  nurse,
  volunteer,
};

/** One way of asking: by whom, about whom, where. */
interface Way {
  readonly name: string;
  ask(): Promise<string>;
}

const ways: Way[] = Object.entries(ACTORS).flatMap(([name, who]) =>
  [one, other].flatMap(({ id }): Way[] => [
    {
      name: `${name} about ${id === one.id ? 'one' : 'other'} at the gateway`,
      ask: async () => JSON.stringify((await ask('gateway', who, QUERY, { id })).body),
    },
    {
      name: `${name} about ${id === one.id ? 'one' : 'other'} at the source`,
      ask: async () =>
        JSON.stringify((await ask('psychiatry', who, DIRECT, { them: [{ __typename: 'Citizen', id }] })).body),
    },
  ]),
);

let alone: readonly string[];
beforeAll(async () => {
  const answers: string[] = [];
  for (const way of ways) answers.push(await way.ask());
  alone = answers;
});

describe('asked alone', () => {
  it('I-1: each sees their own and nothing of the other, by the same text and the same plan', () => {
    const sees = ways.map(({ name }, place) => [name, /"code":/.test(alone[place]!)]).filter(([, seen]) => seen);
    expect(sees.map(([name]) => name)).toEqual([
      'one about one at the gateway',
      'one about one at the source',
      'other about other at the gateway',
      'other about other at the source',
    ]);
  });
});

describe('asked all at once', () => {
  it('I-1: everybody gets to the byte what they get alone, however often and in whatever order', async () => {
    const rounds = Array.from({ length: 4 }, (_, round) =>
      ways.map((_way, place) => (place * 7 + round * 3) % ways.length),
    );
    const order = rounds.flat();
    const answers = await Promise.all(order.map((place) => ways[place]!.ask()));
    const mixedUp = order.filter((place, index) => answers[index] !== alone[place]).map((place) => ways[place]!.name);
    expect(mixedUp).toEqual([]);
  });

  it('I-1: an operation that is the same to the letter, with the id in its text, is decided anew for each', async () => {
    const query = `{ citizen(id: "${one.id}") { diagnoses { code } } }`;
    const [own, theirs, again] = await Promise.all(
      [inPerson(one), doctor, inPerson(one)].map((who) => ask('gateway', who, query)),
    );
    expect(own!.body.data!['citizen'].diagnoses.length).toBeGreaterThan(0);
    expect(again!.body).toEqual(own!.body);
    expect(theirs!.body.data).toEqual({ citizen: { diagnoses: null } });
  });
});

describe('one request', () => {
  it('I-1: decides each citizen and each category by itself, also when another was decided just before', async () => {
    const query = `query Two($a: ID!, $b: ID!) {
      a: citizen(id: $a) { name diagnoses { code } cprNumber } b: citizen(id: $b) { name diagnoses { code } cprNumber } again: citizen(id: $a) { diagnoses { code } } }`;
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const) {
      const answer = await ask('gateway', inPerson(a), query, { a: a.id, b: b.id });
      expect(answer.body.data!['a'].name).not.toBeNull();
      expect(answer.body.data!['again'].diagnoses).toEqual(answer.body.data!['a'].diagnoses);
      expect(answer.body.data!['b']).toEqual({ name: null, diagnoses: null, cprNumber: null });
      expect(withheldOf(answer).map(({ path }) => path[0])).toEqual(['b', 'b', 'b']);
    }
  });

  it('I-1: another purpose of the same actor is another decision', async () => {
    const answers = await Promise.all(
      (['TREATMENT', 'PSYK_13C', 'TREATMENT'] as const).map((purpose) =>
        ask(
          'gateway',
          { ...doctor, purpose },
          `query P($id: ID!) { citizen(id: $id) { viewerAccess { category state } cprNumber } }`,
          { id: one.id },
        ),
      ),
    );
    const [treatment, coordination, again] = answers.map(({ body }) => JSON.stringify(body));
    expect(again).toBe(treatment);
    expect(coordination).not.toBe(treatment);
  });
});
