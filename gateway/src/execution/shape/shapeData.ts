/** Brings what was fetched into the shape that was asked for, nulls propagated as GraphQL says (specification, section 6.4.4). */
import type { FieldNode } from 'graphql';
import type { Json, Path } from '../plan/steps.js';
import type { Condition, Content, ObjectShape, Wrapping } from './shapes.js';

/** What belongs to the request. */
export interface Shaping {
  readonly flags: (name: string) => boolean;
  /** Answers `__schema` and `__type`. */
  readonly introspect: (nodes: readonly FieldNode[]) => unknown;
}

/** The answer; `incomplete`: where a value was missing that may not be, or had another type than the schema says. */
export interface Shaped {
  readonly data: Json | null;
  readonly incomplete: readonly Path[];
}

/** Shapes `data`; nothing of it is changed, objects of the answer are new. */
export function shapeData(data: Json, root: ObjectShape, { flags, introspect }: Shaping): Shaped {
  const incomplete: Path[] = [];
  const path: (string | number)[] = [];

  function shapeObject(source: Json, { fields }: ObjectShape): Json | null {
    const target: Json = {};
    for (const field of fields) {
      const { name, from, when, content } = field;
      if (when && !isWanted(when, flags)) continue;
      if (field.isAgain && Object.hasOwn(target, name)) continue;
      if (content.kind === 'typeName') {
        put(target, name, content.typeName);
        continue;
      }
      if (content.kind === 'introspection') {
        put(target, name, introspect(content.nodes));
        continue;
      }
      const given = field.isInherited && !Object.hasOwn(source, from) ? null : source[from];
      // Most of an answer: a value that is there and fits.
      if (content.kind === 'leaf' && !field.wrapping.item && given != null && content.fits(given)) {
        put(target, name, given);
        continue;
      }
      path.push(name);
      const value = shapeValue(given, field.wrapping, content);
      path.pop();
      if (value === null && field.wrapping.nonNull) return null;
      put(target, name, value);
    }
    return target;
  }

  /** The value; null, with a reason noted somewhere below if one is due, when it cannot be had. */
  function shapeValue(value: unknown, { nonNull, item }: Wrapping, content: Content): unknown {
    const before = incomplete.length;
    const shaped =
      value === null || value === undefined ? null : item ? shapeList(value, item, content) : inner(value, content);
    const isNoted = incomplete.length > before;
    if (shaped === null && nonNull && !isNoted) incomplete.push([...path]);
    return shaped;
  }

  function shapeList(value: unknown, item: Wrapping, content: Content): unknown[] | null {
    if (!Array.isArray(value)) return misfit();
    const items: unknown[] = [];
    for (let index = 0; index < value.length; index += 1) {
      path.push(index);
      const shaped = shapeValue(value[index], item, content);
      path.pop();
      if (shaped === null && item.nonNull) return null;
      items.push(shaped);
    }
    return items;
  }

  function inner(value: unknown, content: Content): unknown {
    if (content.kind === 'leaf') return content.fits(value) ? value : content.hides(value) ? null : misfit();
    if (content.kind !== 'object' || typeof value !== 'object' || Array.isArray(value)) return misfit();
    const { __typename: typeName } = value as Json;
    const shape = content.shapeOf(typeName);
    if (!shape) return content.hides(typeName) ? null : misfit();
    return shapeObject(value as Json, shape);
  }

  function misfit(): null {
    incomplete.push([...path]);
    return null;
  }

  return { data: shapeObject(data, root), incomplete };
}

function isWanted(when: Condition, flags: (name: string) => boolean): boolean {
  return when.every(({ variable, wanted }) => flags(variable) === wanted);
}

/** A field that a client calls `__proto__` is a field like any other. */
function put(target: Json, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true });
  else target[name] = value;
}
