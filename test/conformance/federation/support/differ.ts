/** Our executor over several subgraphs against graphql-js over one schema of everything, in the same world. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import { schemaFromSdl } from '@sammen/consent-directive';
import {
  execute,
  GraphQLError,
  isInterfaceType,
  isObjectType,
  parse,
  print,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { createExecutor } from '../../../../gateway/src/execution/executor';
import type { Answer, Call, Carrier } from '../../../../gateway/src/execution/run/carrier';
import { createLog } from '../../../../gateway/src/logging';
import { loadSupergraph } from '../../../../gateway/src/supergraph/planner';
import { drawOperation, type Drawn } from './drawOperation';
import { readFacts } from './facts';
import { shrinkOperation } from './shrinkOperation';
import { createWorld, hash, type Being, type Troubles, type World } from './world';

/** What does not agree, cut down. */
export interface Difference {
  readonly seed: number;
  readonly operation: string;
  readonly variables: unknown;
  readonly ours: Outcome;
  readonly theirs: Outcome;
}

/** Data, and the places that are null because of an error. */
export interface Outcome {
  readonly data: unknown;
  readonly nulls: readonly string[];
}

/** Compares over one graph. */
export interface Differ {
  /** Draws an operation and a world from a seed; null when both agree, 'REFUSED' when ours refuses by name. */
  compare(seed: number): Promise<Difference | 'REFUSED' | null>;
  /** What our executor makes of an operation when `spoil` has its hands on every answer. */
  spoiled(seed: number, spoil: Spoil): Promise<Spoiled | 'REFUSED'>;
}

/** Has its hands on an answer; `schema`: that of the supergraph. */
export type Spoil = (answer: Answer<string>, call: Call, schema: GraphQLSchema) => Answer<string>;

/** The outcome of spoiled answers, and the operation. */
export interface Spoiled {
  readonly operation: string;
  readonly clean: Outcome;
  readonly ours: Outcome;
}

/** `typeDefs`: the schemas of the subgraphs, composed to `supergraphSdl`. */
export async function createDiffer(supergraphSdl: string, typeDefs: Readonly<Record<string, string>>): Promise<Differ> {
  const { apiSchema, plan } = await loadSupergraph(supergraphSdl, createLog('silent'));
  const supergraphSchema = schemaFromSdl(supergraphSdl);
  const executor = createExecutor({ supergraphSchema, apiSchema, plan });
  const schemas = Object.fromEntries(Object.entries(typeDefs).map(([name, sdl]) => [name, subgraphSchema(sdl)]));
  const facts = readFacts(Object.values(schemas), apiSchema);

  const worldOf = (seed: number): World => {
    const random = hash(`world ${seed}`);
    const troubles: Troubles = {
      nulls: [0, 80, 200][random % 3]!,
      errors: [0, 40, 120][(random >>> 4) % 3]!,
      strictErrors: facts.isUniform ? [0, 0, 30][(random >>> 8) % 3]! : 0,
    };
    return createWorld(facts, seed, troubles);
  };

  function carrierOf(world: World, seed: number): Carrier<string> {
    return async ({ step, variables, representations }) => {
      // Sources are fast and slow, in no order.
      for (let turn = hash(`${seed} ${step.operation}`) % 4; turn > 0; turn -= 1)
        await new Promise((resolve) => setImmediate(resolve));
      const { data, errors = [] } = await execute({
        schema: schemas[step.source]!,
        document: step.document,
        variableValues: representations ? { ...variables, representations } : { ...variables },
        rootValue: world.root(step.isMutation ? 'Mutation' : 'Query'),
        contextValue: world,
        fieldResolver: world.resolve,
      });
      const faults = errors.map(({ path, message }) => ({ ...(path ? { path } : {}), fault: message }));
      return { data: JSON.parse(JSON.stringify(data ?? null)) as Answer<string>['data'], faults };
    };
  }

  async function ours({ document, variables }: Drawn, carry: Carrier<string>): Promise<Outcome> {
    const prepared = executor.prepare(document, undefined);
    const { data, faults, incomplete } = await executor.execute(prepared, variables, carry);
    const places = [...faults.map(({ path }) => path ?? []), ...incomplete].flatMap((path) => nullAt(data, path));
    return { data, nulls: [...new Set(places)].sort() };
  }

  async function theirs({ document, variables }: Drawn, world: World): Promise<Outcome> {
    const [operation] = document.definitions;
    const isMutation = operation && 'operation' in operation && operation.operation === 'mutation';
    const { data = null, errors = [] } = await execute({
      schema: apiSchema,
      document,
      variableValues: variables,
      rootValue: world.root(isMutation ? 'Mutation' : 'Query'),
      fieldResolver: world.resolve,
    });
    const places = errors.flatMap(({ path }) => nullAt(data, path ?? []));
    return { data: JSON.parse(JSON.stringify(data)), nulls: [...new Set(places)].sort() };
  }

  async function differs(drawn: Drawn, seed: number): Promise<{ ours: Outcome; theirs: Outcome } | null> {
    const world = worldOf(seed);
    const one = await ours(drawn, carrierOf(world, seed));
    const other = await theirs(drawn, world);
    return JSON.stringify(one) === JSON.stringify(other) ? null : { ours: one, theirs: other };
  }

  return {
    async compare(seed) {
      const drawn = drawOperation(apiSchema, seed);
      try {
        if (!(await differs(drawn, seed))) return null;
      } catch (error) {
        // By name, or by the planner itself, which has faults of its own.
        if ((error as { code?: string }).code === 'REQUIREMENTS_CLASH' || error instanceof GraphQLError)
          return 'REFUSED';
        throw Object.assign(error as Error, { message: `${(error as Error).message}\n${print(drawn.document)}` });
      }
      const fails = async (document: DocumentNode): Promise<boolean> =>
        (await differs({ ...drawn, document }, seed).catch(() => null)) !== null;
      const document = await shrinkOperation(drawn.document, apiSchema, fails);
      const found = (await differs({ ...drawn, document }, seed))!;
      return { seed, operation: print(document), variables: drawn.variables, ...found };
    },
    async spoiled(seed, spoil) {
      const drawn = drawOperation(apiSchema, seed);
      const carry = carrierOf(createWorld(facts, seed, { nulls: 0, errors: 0, strictErrors: 0 }), seed);
      const clean = await ours(drawn, carry).catch(() => null);
      // What cannot be planned is not the matter here.
      if (!clean) return 'REFUSED';
      return {
        operation: print(drawn.document),
        clean,
        ours: await ours(drawn, async (call) => spoil(await carry(call), call, supergraphSchema)),
      };
    },
  };
}

/** A schema whose entities are found in the world that comes as the context. */
function subgraphSchema(sdl: string): GraphQLSchema {
  const typeDefs = parse(sdl);
  const plain = buildSubgraphSchema({ typeDefs });
  const resolvers: GraphQLResolverMap<unknown> = {};
  for (const type of Object.values(plain.getTypeMap())) {
    if ((!isObjectType(type) && !isInterfaceType(type)) || type.name.startsWith('_')) continue;
    const isKeyed = [type.astNode, ...type.extensionASTNodes].some((node) =>
      node?.directives?.some(({ name }) => name.value === 'key'),
    );
    if (!isKeyed) continue;
    resolvers[type.name] = {
      __resolveReference: (given: Record<string, unknown>, world: World): Being => world.find(given),
    } as never;
  }
  return buildSubgraphSchema({ typeDefs, resolvers });
}

/**
 * The place of the null that stands on the way to what failed; none for what is not part of the answer: a plan also
 * fetches what is only required, and asks an interface object for what the client wants of some of its types.
 */
function nullAt(data: unknown, path: readonly (string | number)[]): string[] {
  const way: (string | number)[] = [];
  let at = data;
  for (const part of path) {
    if (typeof at !== 'object' || at === null) break;
    if (!Object.hasOwn(at, part)) return [];
    at = (at as Record<string | number, unknown>)[part];
    way.push(part);
  }
  return [way.join('.')];
}
