/** How the operation is carried out is worked out once: Apollo plans, the plan is compiled, everybody shares it. */
import type { Supergraph } from '../supergraph/supergraph.js';
import type { Stage } from './stage.js';

/** Prepares what {@link askWhose} made of the client's operation. */
export function plan({ preparation }: Supergraph): Stage {
  return {
    name: 'plan',
    onOperation(asked, state) {
      state.record.known.plan = preparation.isPrepared(asked);
      state.prepared = preparation.prepared(asked);
    },
  };
}
