/**
 * Before anything is planned: the operation that is executed asks, beside what the client asks, whose every object is,
 * so that {@link recheck} can tell.
 */
import type { GrantVerifier } from '@sammen/identity';
import { createRequestGrants } from '../recheck/requestGrants.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { RequestState } from './requestState.js';
import type { Stage } from './stage.js';

/** Plans the re-check and opens the bag of this request's grants. */
export function askWhose(supergraph: Supergraph, grants: GrantVerifier): Stage {
  return {
    name: 'askWhose',
    onOperation(admitted, state) {
      state.recheck = supergraph.preparation.recheckPlan(admitted);
      state.grants = state.verified = createRequestGrants(grants, bindingOf(state));
    },
  };
}

/** What a grant must be bound to; null where no grant can be. */
function bindingOf({ caller, purpose, requestId }: RequestState) {
  if (!caller || !purpose) return null;
  const { id, organisationId, role } = caller.actor;
  return { actorId: id, organisationId, role, purpose, requestId };
}
