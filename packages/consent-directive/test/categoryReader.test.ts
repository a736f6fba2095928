/** A reader that remembers never answers one request with what another asked for. */
import {
  CONSENT_SDL,
  categoriesOfOperation,
  createCategoryReader,
  labelsFromSdl,
  schemaFromSdl,
} from '@sammen/consent-directive';
import { parse } from 'graphql';

const sdl = `${CONSENT_SDL}
  type Query {
    me(id: ID): Citizen @public
    find(order: Order, filter: Filter, ids: [ID!]): [Citizen!] @public
  }
  enum Order { NAME DIAGNOSED @consent(category: DIAGNOSIS) }
  input Filter { name: String ward: String @consent(category: ADMISSION) }
  type Citizen {
    id: ID! @public
    name: String @consent(category: IDENTITY)
    notes: String @consent(category: TREATMENT)
  }`;
const schema = schemaFromSdl(sdl);
const labels = labelsFromSdl(sdl);

/** Reads all requests with one reader, and each afresh. */
function bothWays(query: string, requests: readonly { variables?: object; operationName?: string }[]) {
  const read = createCategoryReader(schema, labels);
  const document = parse(query);
  return requests.map((request) => {
    const operation = { document, ...request } as { document: typeof document; variables?: Record<string, unknown> };
    return { remembered: read(operation), afresh: categoriesOfOperation({ schema, labels, ...operation }) };
  });
}

it.each([
  ['query ($yes: Boolean! = false) { me { name notes @include(if: $yes) } }', [{}, { yes: true }, { yes: false }]],
  ['query ($yes: Boolean!) { me { name ... @skip(if: $yes) { notes } } }', [{ yes: true }, { yes: false }]],
  ['query ($order: Order) { find(order: $order) { id } }', [{}, { order: 'DIAGNOSED' }, { order: 'NAME' }]],
  ['query ($filter: Filter) { find(filter: $filter) { id } }', [{ filter: { name: '' } }, { filter: { ward: '' } }]],
])('in %s, what depends on variables is read for each request', (query, variables) => {
  const answers = bothWays(
    query,
    variables.map((each) => ({ variables: each })),
  );
  for (const { remembered, afresh } of answers) expect(remembered).toEqual(afresh);
  expect(new Set(answers.map(({ afresh }) => [...afresh].join())).size).toBeGreaterThan(1);
});

it('operations of one document are kept apart', () => {
  const [name, notes] = bothWays('query A { me { name } } query B { me { notes } }', [
    { operationName: 'A' },
    { operationName: 'B' },
  ]);
  expect([...name!.remembered, ...notes!.remembered]).toEqual(['IDENTITY', 'TREATMENT']);
});

it('a document is read once, whatever ids it is asked about', () => {
  const [one, other] = bothWays('query ($id: ID, $ids: [ID!]) { me(id: $id) { name } find(ids: $ids) { id } }', [
    { variables: { id: '1' } },
    { variables: { id: '2', ids: ['3'] } },
  ]);
  expect(other!.remembered).toBe(one!.remembered);
});

it('two schemas never share what they remember', () => {
  const document = parse('{ me { name } }');
  const other = sdl.replace('name: String @consent(category: IDENTITY)', 'name: String @consent(category: CONTACT)');
  expect([...createCategoryReader(schema, labels)({ document })]).toEqual(['IDENTITY']);
  expect([...createCategoryReader(schemaFromSdl(other), labelsFromSdl(other))({ document })]).toEqual(['CONTACT']);
});
