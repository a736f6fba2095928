/** Joins what several fetches said of one object: what one brought, no other takes away. */
import type { TypeTest } from '../plan/typeTest.js';
import type { Json } from '../plan/steps.js';

/** Merges `source` into `target`, in place. */
export type Merge = (target: Json, source: Json) => void;

/**
 * Objects and lists of equal length are merged item by item; null and what has another form do not replace them, and
 * the name of an interface does not replace that of a type under it (a subgraph with an interface object knows no other).
 * Anything else is replaced by what came later. A field called `__proto__` is a field like any other.
 */
export function createMerge(isA: TypeTest): Merge {
  function mergeInto(target: Json, source: Json): void {
    for (const key of Object.keys(source)) {
      const value = source[key];
      const known = Object.hasOwn(target, key) ? target[key] : undefined;
      if (typeof known === 'object' && known !== null) mergeValues(known, value);
      else if (key === '__proto__') define(target, value);
      else if (key !== '__typename' || known === undefined || !isA(known, value)) target[key] = value;
    }
  }

  function mergeValues(known: object, value: unknown): void {
    if (!Array.isArray(known)) {
      if (isObject(value)) mergeInto(known as Json, value);
    } else if (Array.isArray(value) && known.length === value.length) mergeItems(known, value);
  }

  function mergeItems(target: unknown[], source: readonly unknown[]): void {
    for (let index = 0; index < source.length; index += 1) {
      const known = target[index];
      if (typeof known === 'object' && known !== null) mergeValues(known, source[index]);
      else target[index] = source[index];
    }
  }

  return mergeInto;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function define(target: Json, value: unknown): void {
  Object.defineProperty(target, '__proto__', { value, configurable: true, enumerable: true, writable: true });
}
