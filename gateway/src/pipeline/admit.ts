/** An operation larger than any honest one is refused before it is planned, and so are variables that do not fit. */
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { gatewayError } from '../errors.js';
import { assertAliases } from './assertAliases.js';
import { checkVariables } from './checkVariables.js';
import { measureOperation, type OperationSize } from './measureOperation.js';
import type { Stage } from './stage.js';

/** The largest operation that is admitted, fragments expanded. */
export type OperationLimits = OperationSize;

/** Room for the widest page of a front end and for the full introspection query, with a factor of three. */
export const DEFAULT_LIMITS: OperationLimits = { depth: 20, fields: 1_500, aliases: 100, rootFields: 20 };

/** Tokens of a document; counted while it is parsed. */
export const MAX_TOKENS = 8_000;

/** Bytes of a request's body. */
export const MAX_BODY_BYTES = 1024 * 1024;

const CODES = [
  ['depth', 'TOO_DEEP', 'levels'],
  ['rootFields', 'TOO_MANY_ROOT_FIELDS', 'root fields'],
  ['aliases', 'TOO_MANY_ALIASES', 'aliases'],
  ['fields', 'TOO_MANY_FIELDS', 'fields'],
] as const;

/** Refuses with the code of the first limit that is passed; says the limit and how far over it the operation is. */
export function admit(limits: OperationLimits): Stage {
  // The size of an operation does not change: as long as its document is kept it is measured once.
  const admitted = new WeakSet<OperationDefinitionNode>();

  function measure(operation: OperationDefinitionNode, document: DocumentNode): void {
    const size = measureOperation(operation, document);
    for (const [what, code, noun] of CODES) {
      if (size[what] <= limits[what]) continue;
      const message = `The operation has ${size[what]} ${noun}; ${limits[what]} are allowed.`;
      throw gatewayError(code, { message });
    }
    assertAliases(document);
    admitted.add(operation);
  }

  return {
    name: 'admit',
    onOperation({ schema, document, operation, variables }) {
      if (!admitted.has(operation)) measure(operation, document);
      checkVariables(schema, operation, variables);
    },
  };
}
