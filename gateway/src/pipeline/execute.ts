/** Plans and fetches, in the generation of the supergraph that the operation was validated against. */
import type { Supergraph } from '../supergraph/supergraph.js';
import type { Result, Stage } from './stage.js';

/** Runs the operation. */
export function execute(supergraph: Supergraph): Stage {
  return {
    name: 'execute',
    execute: (request) => supergraph.generationOf(request.schema).execute(request) as Promise<Result>,
  };
}
