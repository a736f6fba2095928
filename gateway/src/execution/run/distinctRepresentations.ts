/** What a fetch asks about, each once, and the objects that the answer belongs to. */
import type { Json, Representation } from '../plan/steps.js';

/** Equal representations once, each with the objects that it stands for. The planner writes keys in one order. */
export function distinct(entities: readonly Json[], represent: (entity: Json) => Representation | undefined) {
  if (entities.length === 1) return alone(entities[0]!, represent(entities[0]!));
  const indexOf = new Map<string, number>();
  const representations: Representation[] = [];
  const targets: Json[][] = [];
  for (const entity of entities) {
    const representation = represent(entity);
    if (!representation) continue;
    const key = keyOf(representation);
    const index = indexOf.get(key);
    if (index === undefined) {
      indexOf.set(key, representations.length);
      representations.push(representation);
      targets.push([entity]);
    } else targets[index]!.push(entity);
  }
  return { representations, targets };
}

/**
 * Equal for equal representations only. Most hold text and numbers, which need no JSON: text is written with its length,
 * anything else without, so that neither reads like the other.
 */
export function keyOf(representation: Representation): string {
  let key = '';
  for (const name in representation) {
    const value = representation[name];
    if (typeof value === 'string') key += `${name} ${value.length} ${value} `;
    else if (typeof value === 'object' && value !== null) return JSON.stringify(representation);
    else key += `${name}  ${String(value)} `;
  }
  return key;
}

function alone(entity: Json, representation: Representation | undefined) {
  return representation
    ? { representations: [representation], targets: [[entity]] }
    : { representations: [], targets: [] };
}
