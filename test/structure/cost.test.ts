/** The limit on what an operation may bring leaves room for what front ends ask, and stops what multiplies. */
import { schemaFromSdl } from '@sammen/consent-directive';
import { getOperationAST, isInterfaceType, isObjectType, parse } from 'graphql';
import { costRulesOf } from '../../gateway/src/admission/cost/costRules';
import { estimateCost } from '../../gateway/src/admission/cost/estimateCost';
import { CASELOAD_QUERY, EXAMPLE_QUERY } from '../../packages/cli/src/exampleQuery';
import { EXAMPLE } from './support/compose';
import { read } from './support/repository';

const schema = schemaFromSdl(read('gateway/supergraph.graphql'));
const rules = costRulesOf(schema);
const limit = Number(EXAMPLE['COST_LIMIT']);

function costOf(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  return estimateCost({ schema, document, operation: getOperationAST(document)!, variables, rules }).cost;
}

it('every field that gives pages says how long they are', () => {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  const paged = types.flatMap((type) =>
    Object.values(type.getFields()).flatMap(({ name, args }) =>
      args.some((argument) => argument.name === 'first') ? [[type.name, name] as const] : [],
    ),
  );
  expect(paged.length).toBeGreaterThan(20);
  const silent = paged.filter(([type, field]) => rules(type, field)?.listSize?.sizedFields.join() !== 'nodes,edges');
  expect(silent).toEqual([]);
});

it.each([
  ['the overview of one citizen', EXAMPLE_QUERY, {}],
  ['the overview of a whole page of a caseload', CASELOAD_QUERY, { first: 100 }],
])('%s stays under a third of it', (_what, query, variables) => {
  const cost = costOf(query, variables);
  expect(cost).toBeGreaterThan(0);
  expect(cost).toBeLessThan(limit / 3);
});

it('pages within pages within pages go beyond it', () => {
  const query = `{ citizens(first: 100) { nodes { admissions(first: 100) { nodes { leaves { id } } } } } }`;
  expect(costOf(query)).toBeGreaterThan(limit);
});
