/** The order of a request's stages. This list is the order: nothing else calls them. See docs/lifecycle.md. */
import type { TokenVerifier } from '@sammen/identity';
import type { Supergraph } from '../supergraph/supergraph.js';
import { admit, type OperationLimits } from './admit.js';
import { authenticate } from './authenticate.js';
import { categories } from './categories.js';
import { execute } from './execute.js';
import { failures } from './failures.js';
import { purpose } from './purpose.js';
import type { Stage } from './stage.js';
import { withheld } from './withheld.js';

/** What the stages work with. */
export interface PipelineDeps {
  readonly tokens: TokenVerifier;
  readonly limits: OperationLimits;
  readonly supergraph: Supergraph;
}

/** All stages, in order. */
export function createPipeline({ tokens, limits, supergraph }: PipelineDeps): readonly Stage[] {
  return [
    authenticate(tokens),
    purpose(),
    admit(limits),
    categories(supergraph),
    execute(supergraph),
    withheld(),
    failures(),
  ];
}
