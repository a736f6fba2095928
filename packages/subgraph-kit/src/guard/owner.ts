/** Objects that belong to a citizen but have no column to say so, such as items of a JSON column. */
const owners = new WeakMap<object, string>();

/** The id of the citizen whom an object belongs to, or undefined when nobody said. */
export function ownerOf(typeName: string, source: unknown): string | undefined {
  if (typeof source !== 'object' || source === null) return undefined;
  const { id, citizenId } = source as { id?: unknown; citizenId?: unknown };
  const own = typeName === 'Citizen' ? id : citizenId;
  return typeof own === 'string' ? own : owners.get(source);
}

/** Notes that `value` (an object or a list of objects) belongs to the citizen, unless it says otherwise itself. */
export function inherit(value: unknown, citizenId: string): void {
  if (Array.isArray(value)) {
    for (const item of value) inherit(item, citizenId);
  } else if (typeof value === 'object' && value !== null && !('citizenId' in value)) {
    owners.set(value, citizenId);
  }
}
