/** Brings what was fetched into the shape that was asked for, nulls propagated as GraphQL says (specification, section 6.4.4). */
import type { FieldNode } from 'graphql';
import type { Json, Path } from '../plan/steps.js';
import type { Condition, Content, FieldShape, ObjectShape, Wrapping } from './shapes.js';

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

/** Shapes `data`, a tree, and may use its objects: of most of them nothing has to change, and copying them is most of the work. */
export function shapeData(data: Json, root: ObjectShape, { flags, introspect }: Shaping): Shaped {
  const incomplete: Path[] = [];
  const path: (string | number)[] = [];

  function shapeObject(source: Json, shape: ObjectShape): Json | null {
    return shape.isPlain && hasJust(source, shape.fields) ? inPlace(source, shape) : copied(source, shape);
  }

  function inPlace(source: Json, { fields }: ObjectShape): Json | null {
    for (const { name, wrapping, content } of fields) {
      const given = source[name];
      if (content.kind === 'leaf' && typeof given === content.like && !wrapping.item) continue;
      if (content.kind === 'typeName') {
        source[name] = content.typeName;
        continue;
      }
      path.push(name);
      const value = shapeValue(given, wrapping, content);
      path.pop();
      if (value === null && wrapping.nonNull) return null;
      if (value !== given) source[name] = value;
    }
    return source;
  }

  function copied(source: Json, { fields }: ObjectShape): Json | null {
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
      if (content.kind === 'leaf' && typeof given === content.like && !field.wrapping.item) {
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

  function shapeList(items: unknown, item: Wrapping, content: Content): unknown[] | null {
    if (!Array.isArray(items)) return misfit();
    for (let index = 0; index < items.length; index += 1) {
      path.push(index);
      const shaped = shapeValue(items[index], item, content);
      path.pop();
      if (shaped === null && item.nonNull) return null;
      items[index] = shaped;
    }
    return items as unknown[];
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

/** Whether an object has these fields in this order, and no others. */
function hasJust(object: Json, fields: readonly FieldShape[]): boolean {
  let at = 0;
  for (const name in object) {
    if (fields[at]?.name !== name) return false;
    at += 1;
  }
  return at === fields.length;
}

/** A field that a client calls `__proto__` is a field like any other. */
function put(target: Json, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true });
  else target[name] = value;
}
