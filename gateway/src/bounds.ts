/** Bounds that no installation has had to change yet; tests make them smaller. Times in milliseconds. */
import type { CircuitBounds } from './execution/fetching/circuit.js';
import { DEFAULT_LIMITS, type OperationLimits } from './pipeline/admit.js';

/** See the file's sentence. */
export interface GatewayBounds {
  readonly operation: OperationLimits;
  readonly maxAnswerBytes: number;
  /** How long a call may wait while a subgraph has as many as it takes at once. */
  readonly patience: number;
  /** When a subgraph that keeps failing is left alone, and for how long. */
  readonly circuit: CircuitBounds;
  readonly watchInterval: number;
  /** How long requests in flight may take after `stop`; then their connections are cut. */
  readonly drain: number;
}

/** What holds unless a test says otherwise. */
export const BOUNDS: GatewayBounds = {
  operation: DEFAULT_LIMITS,
  maxAnswerBytes: 32 * 1024 * 1024,
  patience: 1_000,
  circuit: { failures: 5, firstPause: 500, mostPause: 10_000 },
  watchInterval: 500,
  drain: 20_000,
};
