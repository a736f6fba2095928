/** A plan made ready to be run: what has to be fetched in which order, without anything of a request in it. */
import type { DocumentNode } from 'graphql';
import type { Merge } from '../run/mergeInto.js';

/** An object as it came from JSON. */
export type Json = Record<string, unknown>;

/** A place in a response; in what is known before there is one, `@` stands for every index of a list. */
export type Path = readonly (string | number)[];

/** One entity, as a subgraph is asked for it: its type, its key, and what other fields require. */
export type Representation = Readonly<Json>;

/** The values of the variables that conditions ask for. */
export type Flags = (variable: string) => boolean;

/** Steps one after another, at the same time, or only under a condition. */
export type Step =
  | { readonly kind: 'sequence'; readonly steps: readonly Step[] }
  | { readonly kind: 'parallel'; readonly steps: readonly Step[] }
  | { readonly kind: 'condition'; readonly variable: string; readonly yes?: Step; readonly no?: Step }
  | FetchStep;

/** One call to one subgraph. */
export interface FetchStep {
  readonly kind: 'fetch';
  /** The subgraph's name in the supergraph. */
  readonly source: string;
  readonly operation: string;
  readonly operationName: string | undefined;
  readonly document: DocumentNode;
  readonly isMutation: boolean;
  /** The client's variables that it uses. */
  readonly variableNames: readonly string[];
  /** Where the objects stand that its answer is put into. */
  readonly path: Path;
  /** Makes the representation of an entity at `path`, undefined for one that is not to be asked for; null: a root fetch. */
  readonly represent: ((entity: Json, flags: Flags) => Representation | undefined) | null;
  /** Puts names back that the planner had to change, in the data of a root fetch or of one entity. */
  readonly rewrite: ((data: Json, typeName: unknown) => void) | null;
  /** Merges such data into what is there. */
  readonly merge: Merge;
  /** As `rewrite`, for a path into such data. */
  readonly pathOf: (path: Path) => Path;
  /** The places that stay empty when it fails. */
  readonly fills: readonly Path[];
  /** Equal for fetches that ask the same of the same subgraph; null when the plan has no other like it. */
  readonly twin: string | null;
}
