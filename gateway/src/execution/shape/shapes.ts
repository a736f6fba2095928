/** What an answer has to look like: made once per operation, shared by all who send it. */
import type { FieldNode } from 'graphql';

/** Every variable has the wanted value: `@include(if: $a)` wants true, `@skip(if: $a)` false. */
export type Condition = readonly { readonly variable: string; readonly wanted: boolean }[];

/** Lists and non-null marks around a type, from the outside in. */
export interface Wrapping {
  readonly nonNull: boolean;
  /** What the items of a list are; undefined: no list. */
  readonly item: Wrapping | undefined;
}

/** A field of an answer, by its response name. */
export interface FieldShape {
  readonly name: string;
  /** The name it was fetched under. */
  readonly from: string;
  /** Every object has something under that name (`constructor`), so only what is its own counts. */
  readonly isInherited: boolean;
  /** It is there when this holds; null: always. */
  readonly when: Condition | null;
  /** The same field once more, for when none of those before it is there: order is part of an answer. */
  readonly isAgain: boolean;
  readonly wrapping: Wrapping;
  readonly content: Content;
}

/** What is inside of lists and non-null marks. */
export type Content =
  /** `hides`: a value that only the supergraph knows is kept from clients; see `hiddenFrom.ts`. */
  | {
      readonly kind: 'leaf';
      /** What `typeof` says of values that fit without another look; others may. */
      readonly like: 'string' | 'boolean' | 'number' | undefined;
      readonly fits: (value: unknown) => boolean;
      readonly hides: (value: unknown) => boolean;
    }
  | { readonly kind: 'typeName'; readonly typeName: string }
  /** Answered by the gateway itself, from its schema. */
  | { readonly kind: 'introspection'; readonly nodes: readonly FieldNode[] }
  /** `shapeOf` gives undefined for a type that cannot stand here; `hides`: it can, but clients do not see it. */
  | {
      readonly kind: 'object';
      readonly shapeOf: (typeName: unknown) => ObjectShape | undefined;
      readonly hides: (typeName: unknown) => boolean;
    };

/** An object of one type. */
export interface ObjectShape {
  readonly typeName: string;
  readonly fields: readonly FieldShape[];
  /** Every field is always there, under the name it was fetched under: an object that has just these can stay what it is. */
  readonly isPlain: boolean;
}
