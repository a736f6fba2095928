/**
 * Before anything is planned: the operation that is executed asks, beside what the client asks, whose every object is,
 * so that {@link recheck} can tell. Made once per operation and kept as long as Apollo Server keeps the parsed document.
 */
import type { GrantVerifier } from '@sammen/identity';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { planRecheck, type RecheckPlan } from '../recheck/recheckPlan.js';
import { createRequestGrants } from '../recheck/requestGrants.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { RequestState } from './requestState.js';
import type { AdmittedOperation, Stage } from './stage.js';

/** Plans the re-check and opens the bag of this request's grants. */
export function askWhose(supergraph: Supergraph, grants: GrantVerifier): Stage {
  const plans = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, Map<string | undefined, RecheckPlan>>>();

  function planOf({ schema, document, operation }: AdmittedOperation): RecheckPlan {
    const ofSchema = plans.get(schema) ?? new WeakMap<DocumentNode, Map<string | undefined, RecheckPlan>>();
    plans.set(schema, ofSchema);
    const ofDocument = ofSchema.get(document) ?? new Map<string | undefined, RecheckPlan>();
    ofSchema.set(document, ofDocument);
    const name = operation.name?.value;
    const plan = ofDocument.get(name) ?? planRecheck(document, name, schema, supergraph.generationOf(schema).labels);
    ofDocument.set(name, plan);
    return plan;
  }

  return {
    name: 'askWhose',
    onOperation(admitted, state) {
      state.recheck = planOf(admitted);
      state.grants = state.verified = createRequestGrants(grants, bindingOf(state));
    },
    onExecution(request, { recheck }) {
      if (!recheck) return request;
      // Its own hash: the plans of what is executed are other than those of what was sent.
      const { document, operation } = recheck;
      return { ...request, document, operation, queryHash: `${request.queryHash}:whose` };
    },
  };
}

/** What a grant must be bound to; null where no grant can be. */
function bindingOf({ caller, purpose, requestId }: RequestState) {
  if (!caller || !purpose) return null;
  const { id, organisationId, role } = caller.actor;
  return { actorId: id, organisationId, role, purpose, requestId };
}
