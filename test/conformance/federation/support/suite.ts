/** A feature of Federation 2 as data: subgraphs, and operations with the answer that the specification asks for. */

/** A subgraph: its schema without the federation link, and resolvers over plain data. */
export interface SubgraphOfSuite {
  readonly typeDefs: string;
  readonly resolvers?: Resolvers;
}

/** By type and field. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, (...given: any[]) => unknown>>>>;

/** One operation and what it has to give. */
export interface Case {
  /** A sentence: what holds. */
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The answer, or the code of the error that it is refused with. */
  readonly expected: Expected | string;
  /** Why the stock executor answers something else; without it, it has to answer the same. */
  readonly stock?: string;
  /** The calls that are made, as `source` or `source × entities`, in the order of their names. */
  readonly calls?: readonly string[];
}

/** An answer; `errors` are the places that an error is reported at, as paths joined by dots, sorted. */
export interface Expected {
  readonly data: unknown;
  readonly errors?: readonly string[];
}

/** Everything about one feature. */
export interface Suite {
  readonly feature: string;
  readonly subgraphs: Readonly<Record<string, SubgraphOfSuite>>;
  /** What resolvers find as their context; made anew for every operation. */
  readonly state?: () => Record<string, unknown>;
  readonly cases: readonly Case[];
}

/** The part of every schema that says which directives it uses. */
export const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key",
  "@requires", "@provides", "@external", "@shareable", "@override", "@inaccessible", "@interfaceObject",
  "@context", "@fromContext"])`;
