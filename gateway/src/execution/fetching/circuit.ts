/**
 * A source that keeps failing is left alone for a moment (circuit breaker): who asks for it hears so at once, and one
 * call at a time tries whether it is back.
 */
import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState as PolicyState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
} from 'cockatiel';
import { SubgraphUnavailable, type SubgraphFault } from './subgraphUnavailable.js';

/** `CLOSED`: asked as usual; `OPEN`: not asked; `HALF_OPEN`: one call is trying. */
export type CircuitState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

/** When it opens, and for how long. */
export interface CircuitBounds {
  /** Failures in a row, with no success between them. */
  readonly failures: number;
  /** Milliseconds until the first try, about; each try that fails makes it longer, up to `mostPause`. */
  readonly firstPause: number;
  readonly mostPause: number;
}

/** The circuit of one source. */
export interface Circuit {
  readonly state: CircuitState;
  /** Makes a call and remembers how it went. @throws SubgraphUnavailable OPEN, at once, while the source is left alone */
  run<T>(call: () => Promise<T>): Promise<T>;
}

/** What says that something is wrong with the source. A refusal in GraphQL does not, nor does what the gateway gave up. */
const FAILURES: ReadonlySet<SubgraphFault> = new Set(['DOWN', 'SLOW', 'STATUS', 'NONSENSE']);

const STATES: Readonly<Record<PolicyState, CircuitState>> = {
  [PolicyState.Closed]: 'CLOSED',
  [PolicyState.Open]: 'OPEN',
  [PolicyState.HalfOpen]: 'HALF_OPEN',
  [PolicyState.Isolated]: 'OPEN',
};

/** A closed circuit. `onChange` hears of every other state. */
export function createCircuit(bounds: CircuitBounds, onChange: (state: CircuitState) => void): Circuit {
  const policy = circuitBreaker(
    // A try that was given up has shown nothing: the source is left alone again.
    handleWhen(
      (error) =>
        error instanceof SubgraphUnavailable && (FAILURES.has(error.fault) || policy.state === PolicyState.HalfOpen),
    ),
    {
      breaker: new ConsecutiveBreaker(bounds.failures),
      halfOpenAfter: new ExponentialBackoff({ initialDelay: bounds.firstPause, maxDelay: bounds.mostPause }),
    },
  );
  policy.onStateChange((state) => onChange(STATES[state]));

  return {
    get state() {
      return STATES[policy.state];
    },
    async run(call) {
      // The policy would let others wait for the one that tries.
      if (policy.state === PolicyState.HalfOpen) throw open();
      try {
        return await policy.execute(call);
      } catch (error) {
        throw error instanceof BrokenCircuitError ? open() : error;
      }
    },
  };
}

function open(): SubgraphUnavailable {
  return new SubgraphUnavailable('OPEN', 'after several failures');
}
