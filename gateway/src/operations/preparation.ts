/** Everything that is worked out of an operation before it is run, once per operation and generation. */
import type { PreparedOperation } from '../execution/executor.js';
import { planRecheck, type RecheckPlan } from '../recheck/recheckPlan.js';
import type { Generation } from '../supergraph/generation.js';
import type { GraphQLSchema } from 'graphql';
import type { KnownOperation, OperationCache } from './operationCache.js';

/** Works operations out, or finds them worked out. */
export interface Preparation {
  /** What is looked at again on the way back, and the document that is executed for it. */
  recheckPlan(operation: KnownOperation): RecheckPlan;
  /** That document, planned and compiled. Planning blocks: two who ask the same for the first time plan once. */
  prepared(operation: KnownOperation): PreparedOperation;
  /** Whether that was done before. */
  isPrepared(operation: KnownOperation): boolean;
}

/** See the file's sentence. */
export function createPreparation(
  operations: OperationCache,
  generationOf: (schema: GraphQLSchema) => Generation,
): Preparation {
  const recheckPlan = operations.once(({ schema, document, name }) =>
    planRecheck(document, name, schema, generationOf(schema).labels),
  );
  const prepare = operations.once(({ schema, name }, { document }: RecheckPlan) =>
    generationOf(schema).executor.prepare(document, name),
  );
  return {
    recheckPlan: (operation) => recheckPlan(operation),
    prepared: (operation) => prepare(operation, recheckPlan(operation)),
    isPrepared: prepare.isDone,
  };
}
