/** A request is worked on by stages, in one order. Every stage is a file; pipeline/index.ts is the order. */
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Executor } from '../supergraph/generation.js';
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

/** What Apollo Server hands over for execution. */
export type ExecutionRequest = Parameters<Executor>[0];

/** A result on its way to the client. */
export interface Result extends ExecutionResult<Record<string, unknown>, Record<string, unknown>> {
  readonly errors?: readonly GraphQLError[];
}

/** One stage. It refuses by throwing a GraphQLError or a SammenError; a hook it lacks is skipped. */
export interface Stage {
  readonly name: string;
  /** Before the body is looked at. */
  onArrival?(headers: Headers, state: RequestState): void | Promise<void>;
  /** Before anything is fetched. */
  onOperation?(operation: AdmittedOperation, state: RequestState): void | Promise<void>;
  /** Just before execution: what is executed instead of what was sent. */
  onExecution?(request: ExecutionRequest, state: RequestState): ExecutionRequest;
  /** Exactly one stage executes. */
  execute?(request: ExecutionRequest): Promise<Result>;
  /** On the way back. */
  onResult?(result: Result, state: RequestState, request: ExecutionRequest): Result | Promise<Result>;
}
