/**
 * A world in which every object is a type and a number, and every value follows from a seed, the number, the field and
 * its arguments: whoever asks, a subgraph or one schema of everything, is told the same.
 */
import { getArgumentValues, Kind, type FieldNode, type GraphQLFieldResolver, type SelectionSetNode } from 'graphql';
import type { Expectation, Facts, FieldFacts } from './facts';

/** An object of the world; `given`: the representation it was asked for by. */
export interface Being {
  readonly __typename: string;
  readonly number: number;
  readonly given?: Readonly<Record<string, unknown>>;
}

/** How often something is not there, or fails, in a thousand. */
export interface Troubles {
  readonly nulls: number;
  readonly errors: number;
  /** Errors where null is not allowed. */
  readonly strictErrors: number;
}

/** Answers for every field. */
export interface World {
  readonly resolve: GraphQLFieldResolver<Being, unknown>;
  /** What a representation stands for, in a subgraph. */
  find(representation: Readonly<Record<string, unknown>>): Being;
  readonly root: (typeName: string) => Being;
}

/** See the file's sentence. */
export function createWorld(facts: Facts, seed: number, { nulls, errors, strictErrors }: Troubles): World {
  function value({ __typename, number, given }: Being, name: string, args: unknown): unknown {
    const field = facts.field(__typename, name);
    if (field.isKey) return keyOf(field, field.expectation, number);
    const needed = field.requires
      ? JSON.stringify(seen(field.requires, { __typename, number, ...(given ? { given } : {}) }))
      : '';
    return drawn(field, field.expectation, hash(`${seed} ${number} ${name} ${sorted(args)} ${needed}`));
  }

  /** Parts of a key are the number of their object in some form, so that it can be read out of any key. */
  function keyOf(field: FieldFacts, { item }: Expectation, number: number): unknown {
    if (item) return [keyOf(field, item, number)];
    if (field.types) return { __typename: field.types[0]!, number };
    return field.scalar === 'Int' || field.scalar === 'Float' ? number : String(number);
  }

  function drawn(field: FieldFacts, { nonNull, item }: Expectation, source: number): unknown {
    const fate = hash(`${source} fate`) % 1000;
    // What another field is computed from never fails: that would fail too, and say so elsewhere.
    if (!field.isRequired && fate < (nonNull ? strictErrors : errors)) return new Error('made to fail');
    if (!nonNull && fate >= 1000 - nulls) return null;
    if (item) {
      return Array.from({ length: source % 4 }, (_, index) => drawn(field, item, hash(`${source} ${index}`)));
    }
    if (field.types) return being(field.types, source);
    if (field.values) return field.values[source % field.values.length];
    switch (field.scalar) {
      case 'Int':
        return source % 1000;
      case 'Float':
        return (source % 1000) / 4;
      case 'Boolean':
        return source % 2 === 0;
      default:
        return `v${source % 1000}`;
    }
  }

  function being(types: readonly string[], source: number): Being | null {
    const __typename = types[source % types.length];
    if (__typename === undefined) return null;
    if (!facts.isEntity(__typename)) return { __typename, number: source };
    const siblings = facts.siblings(__typename);
    return { __typename, number: (hash(`${source} number`) % 5) * siblings.length + siblings.indexOf(__typename) };
  }

  /** What a field is computed from: out of the representation where there is one, else out of the world. */
  function seen({ selections }: SelectionSetNode, at: unknown): unknown {
    if (Array.isArray(at)) return at.map((one) => seen({ kind: Kind.SELECTION_SET, selections }, one));
    if (typeof at !== 'object' || at === null) return null;
    const one = at as Being;
    const result: Record<string, unknown> = {};
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const { name, selectionSet } = selection;
        const given = one.given ? one.given[name.value] : value(one, name.value, argumentsOf(one, selection));
        if (one.given && !Object.hasOwn(one.given, name.value)) continue;
        const inner = one.given ? wrapped(given) : given;
        result[name.value] = selectionSet ? seen(selectionSet, inner) : (given ?? null);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        if (one.given || condition === undefined || condition === one.__typename)
          Object.assign(result, seen(selection.selectionSet, one));
      }
    }
    return Object.fromEntries(Object.entries(result).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  const argumentsOf = ({ __typename }: Being, node: FieldNode): unknown =>
    getArgumentValues(facts.field(__typename, node.name.value).definition, node);

  return {
    resolve: (parent, args, _context, { fieldName }) => value(parent, fieldName, args),
    find(representation) {
      const typeName = representation['__typename'] as string;
      const number = numberIn(facts, typeName, representation);
      const siblings = facts.siblings(typeName);
      return { __typename: siblings[number % siblings.length]!, number, given: representation };
    },
    root: (__typename) => ({ __typename, number: 0 }),
  };
}

/** Reads the number out of any part of a key. */
function numberIn(facts: Facts, typeName: string, representation: Readonly<Record<string, unknown>>): number {
  for (const [name, part] of Object.entries(representation)) {
    if (name === '__typename' || !facts.isKey(typeName, name)) continue;
    if (typeof part !== 'object' || part === null) return Number(part);
    const [inner] = facts.field(facts.siblings(typeName)[0]!, name).types ?? [];
    return numberIn(facts, inner!, (Array.isArray(part) ? part[0] : part) as Record<string, unknown>);
  }
  throw new Error(`No key in a representation of ${typeName}`);
}

function wrapped(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(wrapped);
  return typeof given === 'object' && given !== null ? { __typename: '', number: 0, given } : given;
}

/** Arguments as text that does not depend on the order in which a schema names them. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, one]) => `${name}:${sorted(one)}`).join()}}`;
}

/** FNV-1a, with a last mix; 0 ≤ hash < 2 ** 31. */
export function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  return (state ^ (state >>> 15)) >>> 1;
}
