import { CONSENT_SDL } from '@sammen/consent-directive';
import { composeSchemas } from '../src/composition/composeSchemas.js';

const subgraph = (name: string, types: string) => ({
  name,
  url: 'http://127.0.0.1:1/graphql',
  sdl: CONSENT_SDL + types,
});
const citizen = 'type Query { me: Citizen @public } type Citizen @key(fields: "id") { id: ID! @public';

it('I-9: composes what is labelled, and refuses a field that is not, naming subgraph, coordinate and what to do', () => {
  const labelled = composeSchemas([subgraph('citizen', `${citizen} name: String @consent(category: IDENTITY) }`)]);
  expect(labelled.supergraph).toContain('name: String @consent(category: IDENTITY)');
  const { problems, supergraph } = composeSchemas([subgraph('citizen', `${citizen} name: String }`)]);
  expect(supergraph).toBeUndefined();
  expect(problems).toEqual([
    expect.stringMatching(/^\[citizen\] Citizen\.name: .*Add @consent\(category: …\) or @public\.$/),
  ]);
});
