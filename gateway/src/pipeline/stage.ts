/** A request is worked on by stages, in one order. Every stage is a file; pipeline/index.ts is the order. */
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Fault } from '../execution/faults.js';
import type { RequestState } from './requestState.js';

/** Headers as they arrived, names in lower case. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** An operation after parsing and validation. */
export interface AdmittedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An answer on its way to the client: what is said of places in it becomes extensions and errors, stage by stage. */
export interface Outcome {
  readonly data: Record<string, unknown> | null;
  readonly faults: readonly Fault[];
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** One stage. It refuses by throwing a GraphQLError or a SammenError; a hook it lacks is skipped. */
export interface Stage {
  readonly name: string;
  /** Before the body is looked at. */
  onArrival?(headers: Headers, state: RequestState): void | Promise<void>;
  /** The body as it came, before anything of it is parsed as GraphQL; returns what is run instead. */
  onBody?(body: Readonly<Record<string, unknown>>, state: RequestState): Readonly<Record<string, unknown>>;
  /** Before anything is fetched. */
  onOperation?(operation: AdmittedOperation, state: RequestState): void | Promise<void>;
  /** Exactly one stage executes. */
  execute?(operation: AdmittedOperation, state: RequestState): Promise<Outcome>;
  /** On the way back. */
  onResult?(outcome: Outcome, state: RequestState, operation: AdmittedOperation): Outcome | Promise<Outcome>;
}
