/** Ends the trace of a request: what its record holds becomes spans. */
import type { RequestState } from '../pipeline/requestState.js';

/** `operation`: a name that may be shown (metrics/operationLabels). */
export function endRequest(state: RequestState, status: number, operation: string): void {
  const { record, counts } = state;
  const { span, stages, begunAt: zero } = record;
  if (!span) return;
  for (const { stage, moment, begunAt, ms } of stages ?? []) {
    const known = stage === 'plan' && record.known.plan !== null ? { 'sammen.known': record.known.plan } : {};
    span.child(nameOf(stage, moment), 'WORKS', known, zero + begunAt).end({}, false, zero + begunAt + ms);
  }
  const shaped = shapeTime(state);
  if (shaped) span.child('shape', 'WORKS', {}, zero + shaped.begunAt).end({}, false, zero + shaped.endedAt);
  const kind = state.operation?.kind;
  span.end(
    {
      'http.response.status_code': status,
      'sammen.operation': operation,
      ...(kind === 'query' || kind === 'mutation' ? { 'graphql.operation.type': kind } : {}),
      'sammen.fetches': counts.fetches,
      'sammen.errors': counts.errors,
      'sammen.withheld': counts.withheld,
      'sammen.dropped': counts.dropped,
    },
    status >= 500,
  );
}

/** From the last answer of a subgraph to the end of execution: the last merge, and the shape of the answer. */
export function shapeTime({ record }: RequestState): { readonly begunAt: number; readonly endedAt: number } | null {
  const executed = record.stages?.find(({ moment }) => moment === 'execute');
  if (!executed) return null;
  const ends = record.fetches.map(({ endedAt }) => endedAt ?? 0);
  const endedAt = executed.begunAt + executed.ms;
  return { begunAt: Math.min(endedAt, Math.max(executed.begunAt, ...ends)), endedAt };
}

/** A stage's own name; with its moment where it has several. */
function nameOf(stage: string, moment: string): string {
  return moment === 'document' || moment === 'execute' ? stage : `${stage} ${moment}`;
}
