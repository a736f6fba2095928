/**
 * One fetch of a plan: sends to its subgraph what the subgraph may have and nothing else of the request, and hands
 * back what it answered. It decides nothing about consent: it carries grants there, and what was withheld back.
 */
import type { GraphQLDataSource } from '@apollo/gateway';
import type { ServiceSigner } from '@sammen/identity';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Log } from '../logging.js';
import type { GatewayContext, RequestState } from '../pipeline/requestState.js';
import { distinctRepresentations, expandEntities, type Representation } from './distinctRepresentations.js';
import { failedPaths } from './failedPaths.js';
import { grantsToSend } from './grantsToSend.js';
import { hasAskedShape } from './hasAskedShape.js';
import { carry, type CarriedError, type Path } from './marks.js';
import { signedHeaders } from './signedHeaders.js';
import { readSubgraphAnswer, type SubgraphAnswer, type SubgraphError } from './subgraphAnswer.js';
import { SubgraphUnavailable, type SubgraphClient } from './subgraphClient.js';
import { failureOf, unavailable } from './subgraphFailure.js';

/** What a data source works with. */
export interface DataSourceOptions {
  /** The subgraph's name in the supergraph. */
  readonly source: string;
  readonly client: () => SubgraphClient;
  /** Signs in the gateway's own name. */
  readonly signer: ServiceSigner;
  /** The whole supergraph, as the planner knows it. */
  readonly schema: GraphQLSchema;
  readonly log: Log;
}

interface Fetch {
  readonly query: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly path: Path;
  readonly isMutation: boolean;
}

/** The data source of one subgraph; `process` never rejects for anything the subgraph did. */
export function createDataSource({ source, client, signer, schema, log }: DataSourceOptions): GraphQLDataSource {
  async function ask(fetch: Fetch, variables: Fetch['variables'], state: RequestState): Promise<SubgraphAnswer> {
    const { query, operationName } = fetch;
    const extensions = { grants: grantsToSend(state.grants), categories: state.categories };
    state.counts.fetches += 1;
    const to = client();
    const call = { path: to.path, body: JSON.stringify({ query, operationName, variables, extensions }) };
    const answer = readSubgraphAnswer(await to.post(call.body, signedHeaders(state, { ...call, source, signer })));
    if (!answer) throw new SubgraphUnavailable('NONSENSE', 'not a GraphQL answer');
    const refusal = answer.errors.map(({ extensions: { code } }) => code).find(isRefusalOfOurCall);
    if (refusal !== undefined) throw new SubgraphUnavailable('REFUSED', refusal);
    if (answer.data && !hasAskedShape(answer.data, fetch.document, schema)) {
      throw new SubgraphUnavailable('NONSENSE', 'another shape');
    }
    for (const grant of answer.grants) state.grants.add(grant);
    return answer;
  }

  function fail(error: unknown, fetch: Fetch, state: RequestState): readonly CarriedError[] {
    if (!(error instanceof SubgraphUnavailable)) throw error;
    const { requestId } = state;
    log.warn({ event: 'subgraph unavailable', requestId, source, fault: error.fault, detail: error.detail });
    if (error.fault === 'DOWN' || error.fault === 'SLOW') state.unavailable.add(source);
    const failure = unavailable(source, error.fault, fetch.isMutation);
    return [carry({ kind: 'FAILURE', failure: { ...failure, paths: failedPaths(fetch.document, fetch.path) } })];
  }

  return {
    async process(options) {
      if (!('incomingRequestContext' in options)) throw new Error('Not used by this gateway');
      const { state } = options.context as GatewayContext;
      const { request } = options;
      const fetch: Fetch = {
        query: request.query ?? '',
        document: options.document!, // The planner is told to hand it over.
        operationName: request.operationName,
        variables: request.variables ?? {},
        path: (options.pathInIncomingRequest ?? []) as Path,
        isMutation: options.incomingRequestContext.operation.operation === 'mutation',
      };
      try {
        if (state.unavailable.has(source)) throw new SubgraphUnavailable('DOWN', 'failed earlier in this request');
        const all = fetch.variables['representations'] as readonly Representation[] | undefined;
        const run = () => (all ? askForEntities(fetch, all, state) : askForRoot(fetch, state));
        return await (state.categories === '0' ? run() : state.turns.take(all, run));
      } catch (error) {
        return { data: null, errors: fail(error, fetch, state) };
      }
    },
  };

  async function askForRoot(fetch: Fetch, state: RequestState) {
    const { data, errors, withheld } = await ask(fetch, fetch.variables, state);
    if (data) state.merged.absorb(data);
    const lost = data ? undefined : failedPaths(fetch.document, fetch.path);
    const carried = [...errors.map((error) => carryError(error, error.path, lost)), ...withheld.map(carryWithheld)];
    return { data, ...(carried.length > 0 ? { errors: carried } : {}) };
  }

  async function askForEntities(fetch: Fetch, all: readonly Representation[], state: RequestState) {
    const group = distinctRepresentations(all);
    const answer = await ask(fetch, { ...fetch.variables, representations: group.distinct }, state);
    const entities = answer.data?.['_entities'];
    const isList = Array.isArray(entities) && entities.length === group.distinct.length;
    if (answer.data && !isList) throw new SubgraphUnavailable('NONSENSE', 'another number of entities');
    const indices = state.merged.indicesOf(fetch.path, all);

    /** The paths that `path` has once duplicates are put back; none if it does not point into an entity. */
    function pathsOf(path: Path | undefined): Path[] {
      const [root, index, ...rest] = path ?? [];
      if (root !== '_entities' || typeof index !== 'number') return [];
      return (group.placesOf[index] ?? []).map((place) => [root, indices[place]!, ...rest]);
    }
    const withheld = answer.withheld.flatMap((entry) => {
      const paths = pathsOf(entry.path);
      if (paths.length === 0) throw new SubgraphUnavailable('NONSENSE', 'withheld at no entity');
      return paths.map((path) => carryWithheld({ ...entry, path }));
    });
    const lost = isList ? undefined : failedPaths(fetch.document, fetch.path);
    const errors = answer.errors.flatMap((error) => {
      const paths = pathsOf(error.path);
      return (paths.length > 0 ? paths : [undefined]).map((path) => carryError(error, path, lost));
    });
    const carried = [...errors, ...withheld];
    const data = isList ? { _entities: expandEntities(entities, group) } : null;
    return { data, ...(carried.length > 0 ? { errors: carried } : {}) };
  }

  /** An error that points nowhere names the fields that were lost with it, unless data came along. */
  function carryError(error: SubgraphError, path: Path | undefined, lost: readonly Path[] | undefined): CarriedError {
    const failure = failureOf(error, source);
    if (failure.code === 'SUBGRAPH_ERROR') log.warn({ event: 'subgraph error', source });
    return carry({ kind: 'FAILURE', failure: { ...failure, ...(lost && !path ? { paths: lost } : {}) } }, path);
  }
}

function carryWithheld({ path, withheld }: SubgraphAnswer['withheld'][number]): CarriedError {
  return carry({ kind: 'WITHHELD', withheld }, path);
}

/** What clients can do nothing about: a key or a clock of ours is wrong. */
function isRefusalOfOurCall(code: unknown): code is string {
  return typeof code === 'string' && /^SERVICE_(CALLS?_[A-Z]+|NOT_ALLOWED)$/.test(code);
}
