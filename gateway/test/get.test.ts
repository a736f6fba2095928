import { PSYCHIATRIST } from './support/people.js';
import { startWorld, type World } from './support/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const QUERY = '{ citizen(id: "c1") { name } }';
const received = () => world.graph.all.flatMap((subgraph) => subgraph.received);

describe('a GET', () => {
  const get = async (search: string, purpose = 'TREATMENT') => {
    const headers = { authorization: `Bearer ${await world.token(PSYCHIATRIST)}`, 'x-sammen-purpose': purpose };
    const response = await fetch(`${world.address}/graphql${search}`, { headers });
    return { status: response.status, headers: response.headers, body: (await response.json()) as any };
  };
  const query = (text: string) => `?query=${encodeURIComponent(text)}`;

  it('may ask about the graph', async () => {
    const { status, body } = await get(query('{ __typename __type(name: "Citizen") { name } }'));
    expect([status, body.data]).toEqual([200, { __typename: 'Query', __type: { name: 'Citizen' } }]);
  });

  it.each([
    ['asks about a citizen', query(QUERY)],
    ['hides that in a fragment', query('{ __typename ...A } fragment A on Query { citizen(id: "c1") { name } }')],
    ['would change something', query('mutation { __typename }')],
    ['names a document by its hash', `?documentId=sha256:${'0'.repeat(64)}`],
    ['asks nothing', ''],
    ['asks twice', `${query('{ __typename }')}&query={__typename}`],
  ])('I-8: that %s is refused, so that nothing about anybody gets into an address', async (_what, search) => {
    const { status, headers, body } = await get(search);
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    expect(body.errors[0].extensions.next).toMatch(/POST/);
    expect(body.data).toBeUndefined();
    expect(received()).toEqual([]);
  });

  it('needs a token like anything else', async () => {
    expect((await fetch(`${world.address}/graphql${query('{ __typename }')}`)).status).toBe(401);
  });
});
