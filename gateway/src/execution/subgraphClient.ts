/**
 * One subgraph over HTTP: kept-alive connections, bounded in number, time and size. What only asks is asked again when a
 * connection breaks; a source that keeps failing is left alone for a moment. Each of these is a file in `fetching/`.
 */
import { AnswerReader, type AnswerBounds, type AskedFor } from './fetching/answerReader.js';
import { assertAlive } from './fetching/assertAlive.js';
import { createConnections } from './fetching/connections.js';
import { createCircuit, type CircuitBounds, type CircuitState } from './fetching/circuit.js';
import { pause } from './fetching/pause.js';
import { createRetryBudget } from './fetching/retryBudget.js';
import { createSlots, type SlotBounds } from './fetching/slots.js';
import { SubgraphUnavailable } from './fetching/subgraphUnavailable.js';
import type { FlatHeaders } from './signedHeaders.js';

/** Bounds of the calls to one subgraph. */
export interface SubgraphLimits extends AnswerBounds {
  readonly slots: SlotBounds;
  readonly circuit: CircuitBounds;
}

/** One call. */
export interface SubgraphCall<T> extends AskedFor {
  readonly body: Buffer;
  /** Headers for one sending: a signature counts once. `time`: for how many milliseconds the answer is waited for. */
  readonly headers: (time: number) => FlatHeaders;
  /** Makes something of the JSON; throws {@link SubgraphUnavailable} for an answer that cannot be used. */
  readonly read: (json: unknown) => T;
}

/** How a subgraph is doing, for health and metrics. */
export interface SubgraphState {
  readonly circuit: CircuitState;
  /** Calls under way, and calls that wait for their turn. */
  readonly running: number;
  readonly waiting: number;
  /** Calls repeated since the start. */
  readonly repeated: number;
}

/** Calls one subgraph. */
export interface SubgraphClient {
  /** Path of the endpoint with its query, as in the request line. */
  readonly path: string;
  /** Posts a GraphQL request; rejects with {@link SubgraphUnavailable} for everything but a usable answer. */
  post<T>(call: SubgraphCall<T>): Promise<T>;
  /** Whether the subgraph says that it is ready, within a second. */
  isReady(): Promise<boolean>;
  state(): SubgraphState;
  /** Lets running calls end, then closes the connections. */
  close(): Promise<void>;
}

const READY_TIMEOUT = 1_000;
/** Repetitions of one call, and the bounds of the pause before them in milliseconds. */
const REPETITIONS = 2;
const PAUSE = 30;

/** A client for the GraphQL endpoint at `address`; its health stands beside it, as `health/ready`. */
export function createSubgraphClient(
  address: string,
  limits: SubgraphLimits,
  onCircuit: (state: CircuitState) => void = () => undefined,
): SubgraphClient {
  const url = new URL(address);
  // One more than there are slots, for asking how it is.
  const pool = createConnections(url.origin, { most: limits.slots.most + 1, connectTimeout: limits.timeout });
  const path = url.pathname + url.search;
  const readyPath = new URL('health/ready', url).pathname;
  const slots = createSlots(limits.slots);
  const circuit = createCircuit(limits.circuit, onCircuit);
  const budget = createRetryBudget();

  function send(call: SubgraphCall<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const headers = call.headers(Math.min(limits.timeout, Math.ceil(call.life.remaining())));
      const reader = new AnswerReader(limits, call, resolve, reject);
      // To undici, idempotent is what may share a connection of HTTP/2: a change waits for nobody, and is never sent again.
      pool.dispatch({ method: 'POST', path, headers, body: call.body, idempotent: true }, reader);
    });
  }

  async function ask<T>(call: SubgraphCall<T>): Promise<T> {
    const turn = slots.take(call.life);
    if (turn) await turn;
    try {
      budget.call();
      for (let made = 1; ; made += 1) {
        try {
          return call.read(await send(call));
        } catch (error) {
          if (!mayRepeat(error, call, made) || !budget.take()) throw error;
          await pause(Math.random() * PAUSE * made, call.life);
          assertAlive(call.life);
        }
      }
    } finally {
      slots.give();
    }
  }

  return {
    path,
    post: (call) => circuit.run(() => ask(call)),
    async isReady() {
      try {
        const signal = AbortSignal.timeout(READY_TIMEOUT);
        const { statusCode, body } = await pool.request({ method: 'GET', path: readyPath, signal });
        await body.dump();
        return statusCode === 200;
      } catch {
        return false;
      }
    },
    state: () => ({
      circuit: circuit.state,
      running: slots.running,
      waiting: slots.waiting,
      repeated: budget.taken,
    }),
    close: () => pool.close(),
  };
}

/** A change is never made twice; a question is, when nothing of an answer had come. */
function mayRepeat(error: unknown, { isMutation, life }: AskedFor, made: number): boolean {
  const unanswered = error instanceof SubgraphUnavailable && error.unanswered;
  return unanswered && !isMutation && made <= REPETITIONS && life.ended === null;
}
