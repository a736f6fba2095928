/** How the operation is carried out is worked out once: Apollo plans, the plan is compiled, everybody shares it. */
import type { Supergraph } from '../supergraph/supergraph.js';
import { oncePerOperation } from './oncePerOperation.js';
import type { Stage } from './stage.js';

/** Prepares what {@link askWhose} made of the client's operation. */
export function plan(supergraph: Supergraph): Stage {
  let isNew = false;
  const prepare = oncePerOperation(({ schema, document, operation }) => {
    isNew = true;
    return supergraph.generationOf(schema).executor.prepare(document, operation.name?.value);
  });

  return {
    name: 'plan',
    onOperation({ schema, ...asked }, state) {
      const { document, operation } = state.recheck ?? asked;
      isNew = false;
      state.prepared = prepare({ schema, document, operation });
      state.record.known.plan = !isNew;
    },
  };
}
