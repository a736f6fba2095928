/** An analyst reaches the statistics and nothing else: every other root field of every subgraph refuses them, one by one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLInputType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  getNamedType,
  Kind,
  parse,
  print,
} from 'graphql';
import { root } from '../support/testFolders';
import { useSystem } from '../support/system';

const system = useSystem();
const SUBGRAPHS = ['citizen', 'psychiatry', 'municipality', 'ngo', 'coordination'];
const ID = '"11111111-1111-4111-8111-111111111111"';
const SCALARS: Readonly<Record<string, string>> = {
  ID,
  Int: '1',
  Float: '1.5',
  Boolean: 'true',
  Date: '"2026-01-02"',
  DateTime: '"2026-01-02T03:04:05Z"',
};

/** A value that the schema accepts, with no more than it demands. */
function valueOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return `[${valueOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? '"x"';
  const needed = Object.values(type.getFields()).filter(
    (field) => isNonNullType(field.type) && field.defaultValue === undefined,
  );
  return `{ ${needed.map((field) => `${field.name}: ${valueOf(field.type)}`).join(', ')} }`;
}

/** The subgraph's schema without what only federation understands. */
function schemaOf(subgraph: string) {
  const document = parse(readFileSync(join(root, 'subgraphs', subgraph, 'schema.graphql'), 'utf8'));
  const definitions = document.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION);
  const text = print({ ...document, definitions });
  return buildSchema(text, { assumeValidSDL: true });
}

function questionsTo(type: GraphQLObjectType | null | undefined, keyword: string): [field: string, document: string][] {
  return Object.values(type?.getFields() ?? {}).map((field) => {
    const needed = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
    const given = needed.length === 0 ? '' : `(${needed.map((arg) => `${arg.name}: ${valueOf(arg.type)}`).join(', ')})`;
    const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
    return [field.name, `${keyword} { ${field.name}${given}${selection} }`];
  });
}

const questions = SUBGRAPHS.flatMap((subgraph) => {
  const schema = schemaOf(subgraph);
  const all = [...questionsTo(schema.getQueryType(), 'query'), ...questionsTo(schema.getMutationType(), 'mutation')];
  const federation: [string, string][] = [
    ['_service', '{ _service { sdl } }'],
    ['_entities', `{ _entities(representations: [{ __typename: "Citizen", id: ${ID} }]) { __typename } }`],
  ];
  return [...all, ...federation].map(([field, document]) => [subgraph, field, document] as const);
});

it('there is much to ask', () => {
  expect(questions.length).toBeGreaterThan(100);
});

it('I-4: every root field of every subgraph but the statistics refuses an analyst, reads and writes alike', async () => {
  const open: string[] = [];
  const unclear: unknown[] = [];
  for (const [subgraph, field, query] of questions) {
    const { body } = await system.graphql(system.urls[subgraph]!, { persona: 'analyst', query });
    const codes = (body.errors ?? []).map(({ extensions }) => extensions?.code as string);
    if (codes.length === 0) open.push(`${subgraph} ${field}`);
    else if (codes.join() !== 'PURPOSE_REQUIRED') unclear.push([subgraph, field, codes, body.errors![0].message]);
    else expect(body.data?.[field] ?? null).toBeNull();
  }
  expect(unclear).toEqual([]);
  expect(open).toEqual(['psychiatry', 'municipality', 'ngo', 'coordination'].map((name) => `${name} statistics`));
});

it('I-4: a purpose that somebody else has opens nothing to an analyst', async () => {
  for (const purpose of ['TREATMENT', 'SELF_ACCESS', 'OVERSIGHT']) {
    const query = `{ citizen(id: ${ID}) { id } }`;
    for (const service of ['gateway', 'citizen']) {
      const { body } = await system.graphql(system.urls[service]!, { persona: 'analyst', purpose, query });
      expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_UNKNOWN']);
    }
  }
});

it('beside statistics, the rest of a question is refused and the figures still come', async () => {
  const query = `{ statistics { fewestCitizens } citizens(first: 1) { totalCount } }`;
  const { body } = await system.graphql(system.urls['gateway']!, { persona: 'analyst', query });
  expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_REQUIRED']);
  expect(JSON.stringify(body.data)).not.toContain('totalCount');
});
