/** Runs the plan, in the generation of the supergraph that the operation was validated against. */
import type { Supergraph } from '../supergraph/supergraph.js';
import type { Stage } from './stage.js';

/** Runs the operation that {@link plan} prepared. */
export function execute(supergraph: Supergraph): Stage {
  return {
    name: 'execute',
    async execute({ schema, variables }, state) {
      state.record.executed = true;
      const { executor, carry } = supergraph.generationOf(schema);
      const executed = await executor.execute(state.prepared!, variables, (call) => carry(call, state));
      const incomplete = executed.incomplete.map((path) => ({ path, fault: { kind: 'INCOMPLETE' } as const }));
      const faults = [...executed.faults, ...incomplete];
      // Made-up records say that they are.
      const extensions = state.mocks.size > 0 ? { extensions: { mock: [...state.mocks].toSorted() } } : {};
      return { data: executed.data, faults, ...extensions };
    },
  };
}
