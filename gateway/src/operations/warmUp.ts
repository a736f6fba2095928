/**
 * Before a new generation takes traffic, it knows the operations that are asked for most: validated, planned, compiled.
 * One after the other, with a turn of the event loop between them, so that requests are answered meanwhile. What is no
 * longer valid is left out; whoever asks it is told why, as for any other document.
 */
import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Kind, printSchema, validate, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Log } from '../logging.js';
import type { KnownOperation, OperationCache } from './operationCache.js';

/** How many operations are known to a new generation. */
const MOST = 200;

/** What a warm-up works with. */
export interface WarmUpOptions {
  readonly operations: OperationCache;
  /** Works out everything that a request would need. */
  readonly prepare: (operation: KnownOperation) => void;
  readonly log: Log;
}

/** Warms the cache for `schema`. Never rejects for what an operation is. */
export async function warmUp(schema: GraphQLSchema, { operations, prepare, log }: WarmUpOptions): Promise<void> {
  const documents = operations.mostUsed(MOST);
  if (documents.length === 0) return;
  const started = performance.now();
  const prefix = prefixOf(schema);
  let skipped = 0;
  for (const { hash, document, operationNames } of documents) {
    await turn();
    try {
      // Rules that do not look at the schema were kept when the document came in, and its text is the same.
      if (validate(schema, document).length > 0) throw new Error('No longer valid');
      for (const one of document.definitions)
        if (one.kind === Kind.OPERATION_DEFINITION && wasAsked(one, operationNames))
          prepare({ schema, document, operation: one });
      operations.accept(hash, prefix);
    } catch {
      skipped += 1;
      log.info({ event: 'operation left out', hash });
    }
  }
  const durationMs = Math.round(performance.now() - started);
  log.info({ event: 'operations warmed', operations: documents.length - skipped, skipped, durationMs });
}

function wasAsked({ name }: OperationDefinitionNode, names: ReadonlySet<string | undefined>): boolean {
  return names.has(name?.value);
}

/** What Apollo Server will know the schema by. */
function prefixOf(schema: GraphQLSchema): string {
  return `${createHash('sha256').update(printSchema(schema)).digest('hex')}:`;
}
