/** The order of a request's stages. This list is the order: nothing else calls them. See docs/lifecycle.md. */
import type { Role } from '@sammen/consent';
import type { GrantVerifier, TokenVerifier } from '@sammen/identity';
import type { PersistedDocuments } from '../admission/persistedDocuments.js';
import type { RateLimits } from '../admission/rateLimits.js';
import type { Log } from '../logging.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import { admit, type OperationLimits } from './admit.js';
import { askWhose } from './askWhose.js';
import { authenticate } from './authenticate.js';
import { categories } from './categories.js';
import { cost } from './cost.js';
import { document } from './document.js';
import { execute } from './execute.js';
import { explain } from './explain.js';
import { failures } from './failures.js';
import { introspection } from './introspection.js';
import { limitRate } from './limitRate.js';
import { plan } from './plan.js';
import { purpose } from './purpose.js';
import { recheck } from './recheck.js';
import type { Stage } from './stage.js';
import { withheld } from './withheld.js';

/** Which roles may do what not every role has to. */
export interface PipelineRoles {
  /** Send documents of their own. */
  readonly freeText: readonly Role[];
  /** Ask what the graph looks like. */
  readonly introspection: readonly Role[];
}

/** What the stages work with. */
export interface PipelineDeps {
  readonly tokens: TokenVerifier;
  readonly rates: RateLimits;
  readonly documents: PersistedDocuments;
  readonly roles: PipelineRoles;
  readonly limits: OperationLimits;
  /** Objects that one operation may bring, by estimate. */
  readonly costLimit: number;
  readonly supergraph: Supergraph;
  readonly grants: GrantVerifier;
  /** Who may ask how their request was carried out. */
  readonly explainRoles: readonly Role[];
  readonly log: Log;
}

/** All stages, in order. */
export function createPipeline(deps: PipelineDeps): readonly Stage[] {
  const { tokens, rates, documents, roles, limits, costLimit, supergraph, grants, explainRoles, log } = deps;
  return [
    authenticate(tokens, rates),
    limitRate(rates),
    purpose(),
    document(documents, roles?.freeText),
    introspection(roles?.introspection),
    admit(limits),
    cost(supergraph, costLimit),
    categories(supergraph),
    askWhose(supergraph, grants),
    plan(supergraph),
    execute(supergraph),
    recheck(supergraph, log),
    withheld(),
    failures(),
    explain(explainRoles),
  ];
}
