/** How the representation of an entity is read out of the data that is there already: key, and what other fields require. */
import { getResponseName, type FetchNode, type QueryPlanSelectionNode } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import { createMerge, type Merge } from '../run/mergeInto.js';
import type { Condition } from '../shape/shapes.js';
import { askedOfEntities } from './askedOfEntities.js';
import { compileRewrites } from './compileRewrites.js';
import type { Requirements } from './requirements.js';
import type { Flags, Json, Representation } from './steps.js';
import type { TypeTest } from './typeTest.js';

type Read = (source: Json, flags: Flags) => Json | null;

/** What representations are compiled with. */
interface Compiling {
  readonly isA: TypeTest;
  readonly requirements: Requirements;
}

/** The reader of the `requires` of a fetch; it gives undefined for an object that lacks a key or is of another type. */
export function compileRequires(
  { requires = [], inputRewrites }: FetchNode,
  document: DocumentNode,
  { isA, requirements }: Compiling,
): (entity: Json, flags: Flags) => Representation | undefined {
  const read = compileSelections(requires, isA, createMerge(isA), needsOf(document, requirements));
  const rewrite = compileRewrites(inputRewrites, isA);
  return (entity, flags) => {
    const representation = read(entity, flags);
    if (!representation || typeof representation['__typename'] !== 'string') return undefined;
    rewrite?.(representation, representation['__typename']);
    return representation;
  };
}

/** When a name is needed that is no key: any of the conditions of the fields that require it; undefined: always. */
type Needs = (name: string) => readonly Condition[] | undefined;

function needsOf(document: DocumentNode, { of, isKey }: Requirements): Needs {
  const needs = new Map<string, Condition[]>();
  const asked = askedOfEntities(document);
  if (asked.every(({ when }) => when.length === 0)) return () => undefined;
  const keys = new Set<string>();
  for (const { typeName, name, when } of asked) {
    for (const way of of(`${typeName}.${name}`).keys()) {
      const [, required = ''] = way.split('.');
      if (isKey(typeName, required)) keys.add(required);
      needs.set(required, [...(needs.get(required) ?? []), when]);
    }
  }
  return (name) => (keys.has(name) ? undefined : needs.get(name));
}

function compileSelections(
  selections: readonly QueryPlanSelectionNode[],
  isA: TypeTest,
  merge: Merge,
  needs?: Needs,
): Read {
  const steps = selections.map((one) => {
    if (one.kind === 'Field') {
      const name = getResponseName(one);
      const inner = one.selections ? compileSelections(one.selections, isA, merge) : undefined;
      return { name, read: inner, when: needs?.(one.name) };
    }
    return { condition: one.typeCondition, read: compileSelections(one.selections, isA, merge, needs) };
  });
  return (source, flags) => {
    const result: Json = {};
    for (const { name, condition, read, when } of steps) {
      if (name !== undefined) {
        const value = Object.hasOwn(source, name) ? source[name] : undefined;
        if (value !== undefined) result[name] = read ? readValue(value, read, flags) : value;
        else if (!when || when.some((all) => all.every(({ variable, wanted }) => flags(variable) === wanted)))
          return null;
      } else if (condition !== undefined && isA(source['__typename'], condition)) {
        const inner = read!(source, flags);
        if (inner) merge(result, inner);
      }
    }
    return result;
  };
}

function readValue(value: unknown, read: Read, flags: Flags): unknown {
  if (Array.isArray(value)) return value.map((item) => readValue(item, read, flags));
  return typeof value === 'object' && value !== null ? read(value as Json, flags) : null;
}
