/** How long each stage takes at each of its moments: measured around them, so that no stage knows that it is watched. */
import type { RequestState } from '../pipeline/requestState.js';
import type { Stage } from '../pipeline/stage.js';
import { elapsed } from './requestRecord.js';

type Hook = (first: unknown, state: RequestState, third: unknown) => unknown;

/** The same stages, in the same order. For a request whose stages nobody wants timed they cost a look. */
export function timeStages(stages: readonly Stage[]): readonly Stage[] {
  return stages.map((stage) => {
    const hooks = Object.entries(stage).filter((entry): entry is [string, Hook] => typeof entry[1] === 'function');
    const timed = hooks.map(([moment, hook]) => [moment, timeHook(stage.name, moment, hook.bind(stage))]);
    return { ...stage, ...(Object.fromEntries(timed) as object) };
  });
}

function timeHook(stage: string, moment: string, hook: Hook): Hook {
  return (first, state, third) => {
    const { stages } = state.record;
    if (stages === null) return hook(first, state, third);
    const begunAt = elapsed(state.record);
    const done = () => void stages.push({ stage, moment, begunAt, ms: elapsed(state.record) - begunAt });
    let running = false;
    try {
      const result = hook(first, state, third);
      running = result instanceof Promise;
      return running ? (result as Promise<unknown>).finally(done) : result;
    } finally {
      if (!running) done();
    }
  };
}
