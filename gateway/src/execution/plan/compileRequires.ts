/** How the representation of an entity is read out of the data that is there already: key, and what other fields require. */
import { getResponseName, type FetchDataRewrite, type QueryPlanSelectionNode } from '@apollo/query-planner';
import { createMerge, type Merge } from '../run/mergeInto.js';
import { compileRewrites } from './compileRewrites.js';
import type { Json, Representation } from './steps.js';
import type { TypeTest } from './typeTest.js';

type Read = (source: Json) => Json | null;

/** The reader of the `requires` of a fetch; it gives undefined for an object that lacks a key or is of another type. */
export function compileRequires(
  requires: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[] | undefined,
  isA: TypeTest,
): (entity: Json) => Representation | undefined {
  const read = compileSelections(requires, isA, createMerge(isA));
  const rewrite = compileRewrites(rewrites, isA);
  return (entity) => {
    const representation = read(entity);
    if (!representation || typeof representation['__typename'] !== 'string') return undefined;
    rewrite?.(representation, representation['__typename']);
    return representation;
  };
}

function compileSelections(selections: readonly QueryPlanSelectionNode[], isA: TypeTest, merge: Merge): Read {
  const steps = selections.map((one) => {
    if (one.kind === 'Field') {
      const name = getResponseName(one);
      return { name, read: one.selections ? compileSelections(one.selections, isA, merge) : undefined };
    }
    return { condition: one.typeCondition, read: compileSelections(one.selections, isA, merge) };
  });
  return (source) => {
    const result: Json = {};
    for (const { name, condition, read } of steps) {
      if (name !== undefined) {
        const value = Object.hasOwn(source, name) ? source[name] : undefined;
        if (value === undefined) return null;
        result[name] = read ? readValue(value, read) : value;
      } else if (condition !== undefined && isA(source['__typename'], condition)) {
        const inner = read!(source);
        if (inner) merge(result, inner);
      }
    }
    return result;
  };
}

function readValue(value: unknown, read: Read): unknown {
  if (Array.isArray(value)) return value.map((item) => readValue(item, read));
  return typeof value === 'object' && value !== null ? read(value as Json) : null;
}
