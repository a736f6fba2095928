/** What a newcomer pastes has to work: the query that `sammen start` prints is one of the graph that it starts. */
import { join } from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import { parse, validate } from 'graphql';
import { readFileSync, readdirSync } from 'node:fs';
import { composeSchemas } from '../src/composition/composeSchemas.js';
import { CASELOAD_QUERY, EXAMPLE_QUERY } from '../src/exampleQuery.js';

const subgraphs = join(__dirname, '../../../subgraphs');

describe('the query that start prints', () => {
  it('is a query of the composed graph and asks all five sectors', () => {
    const schemas = readdirSync(subgraphs).map((name) => ({
      name,
      url: `http://${name}`,
      sdl: readFileSync(join(subgraphs, name, 'schema.graphql'), 'utf8'),
    }));
    const { supergraph, problems } = composeSchemas(schemas);
    expect(problems).toBeUndefined();
    const graph = Supergraph.build(supergraph!).apiSchema();
    const fields = ['name', 'diagnoses', 'socialServices', 'mentorships', 'plans'];
    for (const query of [EXAMPLE_QUERY, CASELOAD_QUERY]) {
      expect(validate(graph.toGraphQLJSSchema(), parse(query))).toEqual([]);
      for (const field of fields) expect(query).toMatch(new RegExp(`\\b${field}\\b`));
    }
  });
});
