/**
 * About how much memory a parsed document and what was made of it hold. Walks plain data only: what belongs to the
 * schema is shared by all operations and is not counted. Held against the heap in test/load/operationCacheMemory.mjs.
 */

/** Bytes of an object without its properties, on V8 with 8-byte pointers. */
const OBJECT = 40;
const SLOT = 8;
/** A string's head, and a property that did not fit into its object. */
const STRING = 24;
const ENTRY = 40;
/** A function with what it closes over. */
const FUNCTION = 160;
/**
 * What is not walked: hidden classes, room to grow, instances, and what is compiled for its fetches when an operation is
 * run. Measured: 1.34 to 1.42 before operations have run, 2.2 after (overviews, canned subgraphs).
 */
const HELD_BESIDES = 2.2;

/** Counts what can be reached from `roots`, each object and each text once. */
export function estimateBytes(roots: readonly unknown[]): number {
  const counted = new Set<unknown>();
  let bytes = 0;
  const open: unknown[] = [...roots];

  function countObject(value: object): void {
    if (Array.isArray(value)) {
      bytes += OBJECT + SLOT * value.length;
      open.push(...(value as unknown[]));
    } else if (value instanceof Map) {
      bytes += OBJECT + ENTRY * value.size;
      for (const [key, one] of value) open.push(key, one);
    } else if (value instanceof Set) {
      bytes += OBJECT + ENTRY * value.size;
      open.push(...value);
    } else if (isPlain(value)) {
      const values = Object.values(value);
      bytes += OBJECT + SLOT * values.length;
      open.push(...values);
    }
  }

  while (open.length > 0) {
    const value = open.pop();
    const isString = typeof value === 'string';
    if (!isString && typeof value !== 'function' && (typeof value !== 'object' || value === null)) continue;
    if (counted.has(value)) continue;
    counted.add(value);
    if (isString) bytes += STRING + value.length;
    else if (typeof value === 'function') bytes += FUNCTION;
    else countObject(value);
  }
  return Math.ceil(bytes * HELD_BESIDES);
}

/** Schema types, locations and the like are instances of classes. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
