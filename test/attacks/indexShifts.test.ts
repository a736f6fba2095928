/** Lists in which some may be seen and some may not: each decision must land on its own citizen, whatever stands around it. */
import { citizenNo, inPerson, NOBODY, useAttacker, withheldOf } from '../support/attacker.js';

const { ask } = useAttacker();
const [one, other] = [citizenNo(98), citizenNo(99)];
const ENTITIES = (selection: string) =>
  `query Direct($them: [_Any!]!) { _entities(representations: $them) { __typename ${selection} } }`;
const places = (answer: Parameters<typeof withheldOf>[0]) =>
  withheldOf(answer)
    .map(({ path }) => path.join('.'))
    .toSorted();

describe('several citizens in one request to a source', () => {
  it('I-1: each is decided alone, and what is withheld is said at its own place', async () => {
    const them = [NOBODY, one.id, other.id, one.id, NOBODY].map((id) => ({ __typename: 'Citizen', id }));
    const answer = await ask('psychiatry', inPerson(one), ENTITIES('... on Citizen { id diagnoses { code } }'), {
      them,
    });
    const shown = answer.body.data!['_entities'].map(({ diagnoses }: any) => diagnoses !== null);
    expect(shown).toEqual([false, true, false, true, false]);
    expect(places(answer)).toEqual(['_entities.0.diagnoses', '_entities.2.diagnoses', '_entities.4.diagnoses']);
  });

  it('I-1: records before and after one that is withheld or not there keep their places', async () => {
    const asked = await ask('psychiatry', inPerson(one), ENTITIES('... on Citizen { diagnoses { id } }'), {
      them: [{ __typename: 'Citizen', id: one.id }],
    });
    const id = asked.body.data!['_entities'][0].diagnoses[0].id as string;
    const at = (citizenId: string, key: string) => ({ __typename: 'Diagnosis', citizenId, id: key });
    const them = [at(one.id, NOBODY), at(other.id, id), at(one.id, id), at(other.id, NOBODY), at(one.id, id)];
    const answer = await ask('psychiatry', inPerson(one), ENTITIES('... on Diagnosis { citizenId id }'), { them });
    expect(answer.body.data!['_entities'].map((found: any) => found?.id ?? null)).toEqual([null, null, id, null, id]);
    expect(places(answer)).toEqual(['_entities.1', '_entities.3']);
  });
});

describe('a list that the gateway joins from several sources', () => {
  const SELECTION = 'id name diagnoses { code } housing { kind } mentorships { totalCount } assessments { version }';

  it('I-1: of a caseload, every citizen looks as they look alone, and is reported as withheld where they stand', async () => {
    const list = await ask('gateway', 'key-manager', `{ citizens(first: 40) { nodes { ${SELECTION} } } }`);
    const nodes = list.body.data!['citizens'].nodes as any[];
    const hidden = nodes.flatMap((node, index) =>
      ['name', 'diagnoses', 'housing', 'mentorships', 'assessments']
        .filter((field) => node[field] === null)
        .map((field) => `citizens.nodes.${index}.${field}`),
    );
    const said = places(list);
    const open = nodes.filter(({ diagnoses }) => diagnoses !== null).length;
    expect([nodes.length > 5, open > 0, open < nodes.length]).toEqual([true, true, true]);
    // Whatever is null is said to be withheld or is empty in itself; nothing is said of what is shown.
    for (const place of said) expect(hidden).toContain(place);
    const mixed = [
      nodes.findIndex(({ diagnoses }) => diagnoses === null),
      nodes.findLastIndex(({ diagnoses }) => diagnoses === null),
      nodes.findIndex(({ diagnoses }) => diagnoses !== null),
    ];
    for (const index of mixed) {
      const alone = await ask('gateway', 'key-manager', `query One($id: ID!) { citizen(id: $id) { ${SELECTION} } }`, {
        id: nodes[index].id,
      });
      expect(alone.body.data!['citizen']).toEqual(nodes[index]);
      const ofIt = said
        .filter((place) => place.startsWith(`citizens.nodes.${index}.`))
        .map((place) => place.split('.').at(-1));
      expect(places(alone).map((place) => place.split('.').at(-1))).toEqual(ofIt);
    }
  });

  it('I-1: the same citizen at several places, between others, is withheld at each of them', async () => {
    const query = `query Many($a: ID!, $b: ID!, $c: ID!) { v: citizen(id: $a) { ...P } w: citizen(id: $b) { ...P } x: citizen(id: $a) { ...P } y: citizen(id: $c) { ...P } z: citizen(id: $b) { ...P } }
      fragment P on Citizen { diagnoses { code } housing { kind } }`;
    const answer = await ask('gateway', inPerson(one), query, { a: other.id, b: one.id, c: NOBODY });
    const shown = Object.entries(answer.body.data!)
      .filter(([, citizen]) => citizen.diagnoses !== null)
      .map(([alias]) => alias);
    expect(shown).toEqual(['w', 'z']);
    expect(places(answer)).toEqual(['v', 'x', 'y'].flatMap((alias) => [`${alias}.diagnoses`, `${alias}.housing`]));
  });
});
