/** Root fields that a plan leaves out, because no object can be what they promise: they are said to be missing, not null. */
import type { ObjectShape } from '../shape/shapes.js';
import type { Step } from './steps.js';

/** The names of such fields, as the client calls them. */
export function unplannedFields(step: Step | undefined, { fields }: ObjectShape): readonly string[] {
  const planned = new Set<string | number>();
  const read = (one: Step | undefined): void => {
    if (!one) return;
    if (one.kind === 'condition') for (const branch of [one.yes, one.no]) read(branch);
    else if (one.kind !== 'fetch') for (const inner of one.steps) read(inner);
    else if (one.path.length === 0) for (const [name] of one.fills) planned.add(name!);
  };
  read(step);
  const isFetched = (kind: string): boolean => kind === 'leaf' || kind === 'object';
  return fields.flatMap(({ name, content }) => (isFetched(content.kind) && !planned.has(name) ? [name] : []));
}
