/** What an operation can bring at most is estimated before anything is fetched, and refused beyond the limit. */
import { getNamedType, isLeafType, typeFromAST, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { estimateCost, type Estimate } from '../admission/cost/estimateCost.js';
import { gatewayError, toGraphQLError } from '../errors.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { AdmittedOperation, Stage } from './stage.js';

/** Estimates that are kept of one operation; page sizes and conditions take few values. */
const KEPT = 50;

interface Kept {
  /** Variables that an estimate depends on. */
  readonly names: readonly string[];
  /** By the values of those. */
  readonly estimates: Map<string, Estimate>;
}

/** Refuses with COST_TOO_HIGH, which says estimate, limit and where most of it comes from; never a value or an alias. */
export function cost(supergraph: Supergraph, limit: number): Stage {
  // As long as the parsed document and its schema are kept, and no longer.
  const schemas = new WeakMap<GraphQLSchema, WeakMap<OperationDefinitionNode, Kept>>();

  function keptOf({ schema, operation }: AdmittedOperation): Kept {
    const operations = schemas.get(schema) ?? new WeakMap<OperationDefinitionNode, Kept>();
    schemas.set(schema, operations);
    const kept = operations.get(operation) ?? { names: namesThatCount(schema, operation), estimates: new Map() };
    operations.set(operation, kept);
    return kept;
  }

  function estimateOf(admitted: AdmittedOperation): Estimate {
    const { names, estimates } = keptOf(admitted);
    const key = JSON.stringify(names.map((name) => admitted.variables[name] ?? null));
    const known = estimates.get(key);
    if (known) return known;
    const rules = supergraph.generationOf(admitted.schema).costs;
    const estimate = estimateCost({ ...admitted, rules });
    if (estimates.size < KEPT) estimates.set(key, estimate);
    return estimate;
  }

  return {
    name: 'cost',
    onOperation(admitted) {
      const estimate = estimateOf(admitted);
      if (estimate.cost <= limit) return;
      const objects = Math.min(estimate.cost, Number.MAX_SAFE_INTEGER);
      const costliest = estimate.costliest.join('.');
      const message = `The operation can bring ${objects} objects; ${limit} are allowed. Most of them are at ${costliest}.`;
      throw toGraphQLError(gatewayError('COST_TOO_HIGH', { message }), { cost: objects, limit, costliest });
    },
  };
}

/** Numbers may be sizes and booleans conditions; nothing else changes an estimate, least of all whom it is about. */
function namesThatCount(schema: GraphQLSchema, { variableDefinitions }: OperationDefinitionNode): readonly string[] {
  return (variableDefinitions ?? []).flatMap(({ variable, type: node }) => {
    const type = getNamedType(typeFromAST(schema, node as Parameters<typeof typeFromAST>[1]));
    return isLeafType(type) && ['Int', 'Boolean'].includes(type.name) ? [variable.name.value] : [];
  });
}
