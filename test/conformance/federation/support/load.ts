/** A suite's subgraphs, composed and loaded twice: for our executor and for the stock one. Nothing leaves the process. */
import { composeServices } from '@apollo/composition';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { schemaFromSdl } from '@sammen/consent-directive';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import { execute, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { createExecutor, type Executor } from '../../../../gateway/src/execution/executor';
import type { Answer, Call } from '../../../../gateway/src/execution/run/carrier';
import { createLog } from '../../../../gateway/src/logging';
import { loadSupergraph } from '../../../../gateway/src/supergraph/planner';
import { FEDERATION, type Suite } from './suite';

/** What an executor made of an operation: data, and the places of errors, sorted. */
export interface Given {
  readonly data: unknown;
  readonly errors: readonly string[];
}

/** A loaded suite. */
export interface LoadedSuite {
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema;
  readonly executor: Executor;
  readonly schemas: Readonly<Record<string, GraphQLSchema>>;
  /** Our executor; `calls` collects whom it called. */
  ours(query: string, variables?: Readonly<Record<string, unknown>>, calls?: string[]): Promise<Given>;
  /** `ApolloGateway`, as it comes. */
  stock(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Given>;
}

/** Composes the schemas of subgraphs; throws with every reason why they do not compose. */
export function composed(subgraphs: Suite['subgraphs']): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(subgraphs).map(([name, { typeDefs }]) => ({
      name,
      url: `http://${name}.invalid/graphql`,
      typeDefs: parse(`${FEDERATION}\n${typeDefs}`),
    })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** Composes and loads. */
export async function load({ subgraphs, state = () => ({}) }: Suite): Promise<LoadedSuite> {
  const supergraphSdl = composed(subgraphs);
  const log = createLog('silent');
  const { apiSchema, plan } = await loadSupergraph(supergraphSdl, log);
  const executor = createExecutor({ supergraphSchema: schemaFromSdl(supergraphSdl), apiSchema, plan });
  const schemas = Object.fromEntries(
    Object.entries(subgraphs).map(([name, { typeDefs, resolvers }]) => {
      const given = resolvers ? { resolvers: resolvers as GraphQLResolverMap<unknown> } : {};
      return [name, buildSubgraphSchema({ typeDefs: parse(`${FEDERATION}\n${typeDefs}`), ...given })];
    }),
  );
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    buildService: ({ name }) => new LocalGraphQLDataSource(schemas[name]!),
  });
  const loading = gateway.load();

  return {
    supergraphSdl,
    apiSchema,
    executor,
    schemas,
    async ours(query, variables = {}, calls = []) {
      const contextValue = state();
      const prepared = executor.prepare(valid(query, apiSchema), undefined);
      const { data, faults, incomplete } = await executor.execute(prepared, variables, (call) => {
        const { step, representations } = call;
        calls.push(representations ? `${step.source} × ${representations.length}` : step.source);
        return answer(schemas[step.source]!, call, contextValue);
      });
      const struck = faults.map(({ path }) => placeOf(path));
      const missing = incomplete.map(placeOf).filter((place) => !struck.some((one) => meet(one, place)));
      return { data: plain(data), errors: [...new Set([...struck, ...missing])].sort() };
    },
    async stock(query, variables = {}) {
      const { executor: run } = await loading;
      const document = valid(query, apiSchema);
      const {
        data = null,
        errors = [],
        extensions,
      } = await run!({
        request: { query, variables },
        document,
        queryHash: query,
        context: state(),
        schema: apiSchema,
        logger: console,
        metrics: {},
        overallCachePolicy: {},
      } as unknown as Parameters<NonNullable<typeof run>>[0]);
      // What it found missing itself it tells here, when no subgraph reported anything.
      const missing = (extensions?.['valueCompletion'] ?? []) as { path: string[] }[];
      return {
        data: plain(data),
        errors: [...new Set([...errors, ...missing].map(({ path }) => placeOf(path)))].sort(),
      };
    },
  };
}

/** Carries a call to a schema in this process. */
export async function answer(schema: GraphQLSchema, call: Call, contextValue: unknown): Promise<Answer<string>> {
  const { step, variables, representations } = call;
  const variableValues = representations ? { ...variables, representations } : variables;
  const { data = null, errors = [] } = await execute({
    schema,
    document: step.document,
    variableValues: plain(variableValues) as Record<string, unknown>,
    contextValue,
  });
  const faults = errors.map(({ path, message }) => ({ ...(path ? { path } : {}), fault: message }));
  return { data: plain(data) as Answer<string>['data'], faults };
}

function valid(query: string, schema: GraphQLSchema): DocumentNode {
  const document = parse(query);
  const [error] = validate(schema, document);
  if (error) throw error;
  return document;
}

const placeOf = (path: readonly (string | number)[] = []): string => path.join('.');

const meet = (one: string, other: string): boolean => one.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);

/** As it would be after a journey through JSON. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
