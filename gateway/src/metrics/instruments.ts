/** Every metric of the gateway. Labels are from closed sets, or bounded by what the gateway is configured with; docs/operations.md lists them. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { MetricSources } from './metrics.js';

/** From what a quick answer takes to the longest that a fetch may. Seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Makes them in `registry`; those that are read from others ask when somebody looks. */
export function createInstruments(registry: Registry, { operationCache, breakers }: MetricSources) {
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter<L>({ name: `sammen_gateway_${name}_total`, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Histogram<L>({ name: `sammen_gateway_${name}_seconds`, help, labelNames, buckets: BUCKETS, registers });

  const cache = new Gauge({
    name: 'sammen_gateway_operation_cache',
    help: 'Operations that are kept parsed, validated and planned: how many, their estimated bytes, hits, misses and evictions',
    labelNames: ['what'],
    registers,
    collect() {
      for (const [what, value] of Object.entries(operationCache())) this.set({ what }, value);
    },
  });
  const breaker = new Gauge({
    name: 'sammen_gateway_breaker',
    help: 'Whether the circuit breaker of a subgraph, or of the decision point, is in this state (1) or not (0)',
    labelNames: ['source', 'state'],
    registers,
    collect() {
      this.reset();
      for (const [source, state] of Object.entries(breakers()))
        for (const one of ['CLOSED', 'HALF_OPEN', 'OPEN']) this.set({ source, state: one }, one === state ? 1 : 0);
    },
  });

  return {
    cache,
    breaker,
    requests: counter('requests', 'Requests by kind of operation and outcome', 'kind', 'outcome'),
    requestDuration: histogram(
      'request_duration',
      'From the first byte of a request to the last of its answer',
      'operation',
    ),
    fetches: counter(
      'fetches',
      'Fetches by subgraph and fault; NONE for a usable answer, NOT_SENT for one that grants or an earlier fault made needless',
      'source',
      'fault',
    ),
    repetitions: counter('repetitions', 'Fetches that were sent once more after the connection had failed', 'source'),
    fetchDuration: histogram('fetch_duration', 'From sending a fetch to its last byte, by subgraph', 'source'),
    questions: counter('questions', 'Questions of the gateway to the decision point, by fault', 'fault'),
    questionDuration: histogram('question_duration', 'How long such questions took'),
    decisions: counter('decisions', 'What grants said, once per citizen and category', 'category', 'effect'),
    refusedGrants: counter('refused_grants', 'Grants that did not count, by code', 'code'),
    withheld: counter('withheld', 'Fields that clients were told are withheld', 'category', 'state', 'next_step'),
    dropped: counter(
      'dropped',
      'Values that a subgraph gave without a permit, dropped by the re-check',
      'category',
      'fault',
    ),
  };
}
