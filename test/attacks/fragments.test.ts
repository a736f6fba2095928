/** Fragments: on types, on the union of entities, nested, spread twice. The graph has no interfaces, and may have none. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeSchemas } from '../../packages/cli/src/composition/composeSchemas';
import { citizenNo, codesOf, inPerson, useAttacker, withheldOf } from '../support/attacker.js';
import { committedSchemas } from '../support/committedSchemas.js';
import { root } from '../support/testFolders.js';

const { ask } = useAttacker();
const [person, other] = [citizenNo(136), citizenNo(137)];
const { id } = person;
const CODES = /"DF\d/;

const PLACES: Readonly<Record<string, string>> = {
  'an inline fragment': '{ citizen(id: $id) { ... on Citizen { diagnoses { code } } } }',
  'one without a type': '{ citizen(id: $id) { ... { ... { diagnoses { ... { code } } } } } }',
  'a named one':
    '{ citizen(id: $id) { ...A } } fragment A on Citizen { diagnoses { ...B } } fragment B on Diagnosis { code }',
  'one on the root': '{ ...R } fragment R on Query { citizen(id: $id) { diagnoses { code } } }',
};

describe('diagnoses selected through', () => {
  it.each(Object.entries(PLACES))('I-1: %s stay withheld', async (_name, selection) => {
    const query = `query Fragments($id: ID!) ${selection}`;
    const theirs = await ask('gateway', 'outsider', query, { id });
    const own = await ask('gateway', inPerson(person), query, { id });
    expect(theirs.body.data).toEqual({ citizen: { diagnoses: null } });
    expect(withheldOf(theirs)).toHaveLength(1);
    expect(JSON.stringify(own.body.data)).toMatch(CODES);
  });

  it('I-1: one fragment at two citizens, each place says its own', async () => {
    const query = `query F($a: ID!, $b: ID!) { a: citizen(id: $a) { ...Part } b: citizen(id: $b) { ...Part } } fragment Part on Citizen { diagnoses { code } }`;
    const answer = await ask('gateway', inPerson(person), query, { a: other.id, b: id });
    expect(answer.body.data!['a']).toEqual({ diagnoses: null });
    expect(JSON.stringify(answer.body.data!['b'])).toMatch(CODES);
    expect(withheldOf(answer).map(({ path }) => path)).toEqual([['a', 'diagnoses']]);
  });
});

describe('the union of entities', () => {
  const ENTITIES = `query Union($them: [_Any!]!) { _entities(representations: $them) { __typename ... on Citizen { diagnoses { code } } ... on Diagnosis { id code } } }`;

  it('I-1: a fragment on each member is decided as that member, and what is withheld has no type', async () => {
    const mine = { them: [{ __typename: 'Citizen', id }] };
    const found = await ask(
      'psychiatry',
      inPerson(person),
      `query Ids($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { diagnoses { id } } } }`,
      mine,
    );
    const key = found.body.data!['_entities'][0].diagnoses[0].id as string;
    const them = [mine.them[0], { __typename: 'Diagnosis', citizenId: id, id: key }];
    const [own, theirs] = [
      await ask('psychiatry', inPerson(person), ENTITIES, { them }),
      await ask('psychiatry', 'outsider', ENTITIES, { them }),
    ];
    expect(own.body.data!['_entities'][1]).toMatchObject({ __typename: 'Diagnosis', id: key });
    expect(theirs.body.data!['_entities']).toEqual([{ __typename: 'Citizen', diagnoses: null }, null]);
    expect(
      withheldOf(theirs)
        .map(({ path }) => path.join('.'))
        .toSorted(),
    ).toEqual(['_entities.0.diagnoses', '_entities.1']);
  });
});

describe('an interface', () => {
  it('I-9: with a guarded field on it does not compose: whose it is could not be told beforehand', async () => {
    const schemas = await committedSchemas();
    const withInterface = schemas.map((schema) =>
      schema.name === 'psychiatry'
        ? {
            ...schema,
            sdl: `${schema.sdl}\ninterface Coded { code: String @consent(category: DIAGNOSIS) }\nextend type Diagnosis implements Coded`,
          }
        : schema,
    );
    expect(composeSchemas(schemas).problems).toBeUndefined();
    expect(composeSchemas(withInterface).problems).toContainEqual(
      expect.stringMatching(/^\[psychiatry\] Coded\.code: /),
    );
  });

  it('is nowhere in the graph that is served', async () => {
    expect(await readFile(join(root, 'gateway/supergraph.graphql'), 'utf8')).not.toMatch(/^(interface|union) /m);
  });
});

it('fragments that spread each other in a circle are refused', async () => {
  const circle = `query C($id: ID!) { citizen(id: $id) { ...A } } fragment A on Citizen { name ...B } fragment B on Citizen { ...A }`;
  for (const service of ['gateway', 'citizen'])
    expect(codesOf(await ask(service, inPerson(person), circle, { id }))).toContain('GRAPHQL_VALIDATION_FAILED');
});
