/**
 * One supergraph, loaded for good: schema, planner and data sources that belong together. A request runs from its first
 * to its last step in one generation, so a swap can neither drop it nor mix two schemas.
 */
import { createHash } from 'node:crypto';
import { labelsOfSchema, schemaFromSdl, type LabelLookup } from '@sammen/consent-directive';
import type { GraphQLSchema } from 'graphql';
import { costRulesOf, type CostRules } from '../admission/cost/costRules.js';
import { gatewayError } from '../errors.js';
import { createExecutor, type Executor } from '../execution/executor.js';
import type { CarryFetch } from '../execution/carryFetch.js';
import type { SubgraphAddress } from '../execution/subgraphs.js';
import type { Log } from '../logging.js';
import { assertLabelled } from '../recheck/assertLabelled.js';
import { sourcesOfSchema, type SourcesOf } from '../recheck/sourcesOf.js';
import { loadSupergraph } from './planner.js';

/** A supergraph that can be served. */
export interface Generation {
  /** The first characters of the file's SHA-256; for logs and health. */
  readonly id: string;
  readonly apiSchema: GraphQLSchema;
  readonly coreSupergraphSdl: string;
  readonly subgraphs: readonly SubgraphAddress[];
  /** The category of every coordinate; Apollo's API schema has lost them. */
  readonly labels: LabelLookup;
  /** Which subgraphs a field comes from. */
  readonly sourcesOf: SourcesOf;
  /** What fields cost. */
  readonly costs: CostRules;
  readonly executor: Executor;
  /** Carries the fetches of its plans. */
  readonly carry: CarryFetch;
}

/** What a generation is built with. */
export interface GenerationOptions {
  /** Addresses that replace those in the supergraph, by subgraph name. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly carryFetch: (subgraphs: readonly SubgraphAddress[], schema: GraphQLSchema) => CarryFetch;
  readonly log: Log;
}

/** Loads a composed supergraph. Throws SUPERGRAPH_BROKEN with the reason's first line; nothing is left behind then. */
export async function createGeneration(supergraphSdl: string, options: GenerationOptions): Promise<Generation> {
  const id = idOf(supergraphSdl);
  try {
    const supergraphSchema = schemaFromSdl(supergraphSdl);
    const labels = labelsOfSchema(supergraphSchema);
    const { apiSchema, plan, subgraphs: named } = await loadSupergraph(supergraphSdl, options.log);
    const subgraphs = named.map(({ name, url }) => addressOf(name, options.subgraphUrls[name] ?? url));
    assertLabelled(apiSchema, labels);
    return {
      id,
      apiSchema,
      coreSupergraphSdl: supergraphSdl,
      subgraphs,
      labels,
      sourcesOf: sourcesOfSchema(supergraphSchema),
      costs: costRulesOf(supergraphSchema),
      executor: createExecutor({ supergraphSchema, apiSchema, plan }),
      carry: options.carryFetch(subgraphs, supergraphSchema),
    };
  } catch (cause) {
    const [first = '', second = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n', 2);
    // A first line may only announce the reason.
    const reason = /:\s*$/.test(first) ? `${first} ${second}` : first;
    throw gatewayError('SUPERGRAPH_BROKEN', { message: `The supergraph cannot be served: ${reason}`, cause });
  }
}

/** The identity of a supergraph file. */
export function idOf(supergraphSdl: string): string {
  return createHash('sha256').update(supergraphSdl).digest('hex').slice(0, 12);
}

function addressOf(name: string, url: string | undefined): SubgraphAddress {
  if (url && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return { name, url };
  throw new Error(`subgraph "${name}" has no http(s) address, neither in the supergraph nor in SUBGRAPH_URLS`);
}
