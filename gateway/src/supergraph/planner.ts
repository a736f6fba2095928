/** Apollo's gateway, of which only what it knows of a supergraph is used: the schema for clients, and plans. */
import { ApolloGateway } from '@apollo/gateway';
import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import { schemaFromSdl } from '@sammen/consent-directive';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { readRequirements } from '../execution/plan/requirements.js';
import { vendorLog, type Log } from '../logging.js';
import { distinctRequirements } from './distinctRequirements.js';
import { resolvableKeysFirst } from './resolvableKeysFirst.js';
import { separateFetches } from './separateFetches.js';
import { silenceVendor } from './silenceVendor.js';

/** A loaded supergraph. */
export interface LoadedSupergraph {
  readonly apiSchema: GraphQLSchema;
  /** Names and addresses, as the supergraph gives them. */
  readonly subgraphs: readonly { readonly name: string; readonly url: string | undefined }[];
  /** Plans a validated operation; the same operation has the same plan. */
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan;
}

/** Its planner and its schema are private; the version is pinned, and a test fails when they go by other names. */
class PlanningGateway extends ApolloGateway {
  planOf(document: DocumentNode, operationName: string | undefined): QueryPlan {
    const options = operationName === undefined ? {} : { operationName };
    return this['queryPlanner']!.buildQueryPlan(operationFromDocument(this['apiSchema']!, document, options));
  }
}

/** Loads a composed supergraph. Rejects with the reason when it is none. */
export async function loadSupergraph(supergraphSdl: string, log: Log): Promise<LoadedSupergraph> {
  silenceVendor();
  const sorted = resolvableKeysFirst(supergraphSdl);
  const { supergraphSdl: planned, originals } = distinctRequirements(sorted);
  if (originals.size === 0) return load(sorted, log);
  // With what Apollo does not take, such fields stay one for the planner, and what clashes is refused.
  const loaded = await load(planned, log).catch(() => undefined);
  if (!loaded) return load(sorted, log);
  const { of, isKey } = readRequirements(schemaFromSdl(planned));
  const needsOf = (coordinate: string) => new Set([...of(coordinate).keys()].flatMap((way) => way.split('.').slice(1)));
  return { ...loaded, plan: (...asked) => separateFetches(loaded.plan(...asked), { originals, needsOf, isKey }) };
}

async function load(supergraphSdl: string, log: Log): Promise<LoadedSupergraph> {
  const subgraphs: { name: string; url: string | undefined }[] = [];
  let apiSchema: GraphQLSchema | undefined;
  const gateway = new PlanningGateway({
    supergraphSdl,
    validateSupergraph: true,
    __exposeQueryPlanExperimental: false,
    debug: false,
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: true },
    logger: vendorLog(log),
    buildService({ name, url }) {
      subgraphs.push({ name, url });
      return { process: () => Promise.reject(new Error('Plans are executed elsewhere')) };
    },
  });
  gateway.onSchemaLoadOrUpdate((context) => (apiSchema = context.apiSchema));
  await gateway.load();
  if (!apiSchema) throw new Error('No schema was loaded');
  return { apiSchema, subgraphs, plan: (document, operationName) => gateway.planOf(document, operationName) };
}
