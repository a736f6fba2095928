/** Joins what several fetches said of one object. */
import type { Json } from '../plan/steps.js';

/**
 * Merges `source` into `target`, in place: objects and lists of equal length item by item, anything else is replaced by
 * what came later. A field called `__proto__` is a field like any other.
 */
export function mergeInto(target: Json, source: Json): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    const known = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isObject(known) && isObject(value)) mergeInto(known, value);
    else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length) mergeItems(known, value);
    else if (key === '__proto__') define(target, value);
    else target[key] = value;
  }
}

function mergeItems(target: unknown[], source: readonly unknown[]): void {
  for (let index = 0; index < source.length; index += 1) {
    const [known, value] = [target[index], source[index]];
    if (isObject(known) && isObject(value)) mergeInto(known, value);
    else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length) mergeItems(known, value);
    else target[index] = value;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function define(target: Json, value: unknown): void {
  Object.defineProperty(target, '__proto__', { value, configurable: true, enumerable: true, writable: true });
}
