/**
 * The gateway's own look at what it is about to hand out: every guarded value needs a permit of a grant that came back in
 * this request (INVARIANT I-1), whatever the subgraph did or forgot. What has none goes, as if it had been withheld, and
 * is reported: it is a fault of a subgraph.
 */
import { viewOfDenial } from '@sammen/consent';
import { gatewayError } from '../errors.js';
import type { Fault, Path } from '../execution/faults.js';
import type { Log } from '../logging.js';
import { recheckData, type Finding } from '../recheck/recheckData.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { RequestState } from './requestState.js';
import type { Stage } from './stage.js';

/** Drops what no verified grant permits, and says so: to the client as withheld, to the log with its source. */
export function recheck(supergraph: Supergraph, log: Log): Stage {
  /** Since the process started. */
  let total = 0;

  function report(
    findings: readonly Finding[],
    state: RequestState,
    sourcesOf: (coordinate: string) => readonly string[],
  ) {
    const counts = new Map<string, { readonly coordinate: string; readonly fault: string; count: number }>();
    for (const { coordinate, fault } of findings) {
      const key = `${coordinate} ${fault}`;
      const entry = counts.get(key) ?? { coordinate, fault, count: 0 };
      entry.count += 1;
      counts.set(key, entry);
    }
    total += findings.length;
    state.counts.dropped += findings.length;
    const { code, message } = gatewayError('CONSENT_NOT_KEPT');
    const { requestId } = state;
    for (const { coordinate, fault, count } of counts.values())
      log.error(
        { event: 'consent not kept', code, requestId, coordinate, sources: sourcesOf(coordinate), fault, count, total },
        message,
      );
  }

  return {
    name: 'recheck',
    async onResult(outcome, state, { schema, variables }) {
      if (!state.recheck || !state.verified || !outcome.data) return outcome;
      const { permits, decided, refused, unavailable } = await state.verified.verified();
      const { requestId, record } = state;
      record.decisions = decided;
      record.refusedGrants = refused;
      for (const code of new Set(refused)) log.error({ event: 'grant refused', requestId, code });
      const { data, findings } = recheckData(outcome.data, state.recheck, { permits, variables, requestId });
      if (findings.length === 0) return outcome;
      record.dropped = findings;
      if (unavailable) log.error({ event: 'grants not verified', requestId, code: unavailable.code });
      else report(findings, state, supergraph.generationOf(schema).sourcesOf);

      const moved = movedPath(findings);
      const faults = outcome.faults.flatMap((one): Fault | Fault[] => {
        const path = one.path && moved(one.path);
        if (path === null) return [];
        return path ? { ...one, path } : one;
      });
      for (const { path, coordinate, category, leftOut } of findings) {
        const place = leftOut ? null : moved(path);
        if (place === null) continue;
        const { role } = state.caller!.actor;
        const reason = unavailable ? { reason: 'UNAVAILABLE' as const } : undefined;
        const view = viewOfDenial({ role, purpose: state.purpose!, category }, reason);
        faults.push({ path: place, fault: { kind: 'WITHHELD', withheld: { coordinate, ...view }, by: 'recheck' } });
      }
      if (unavailable) {
        const { message, code, next } = unavailable;
        faults.push({ fault: { kind: 'FAILURE', failure: { message, code, next, source: 'gateway' } } });
      }
      return { ...outcome, data, faults };
    },
  };
}

/** Where a path points once items were left out of lists; null for one that pointed into such an item. */
function movedPath(findings: readonly Finding[]): (path: Path) => Path | null {
  const gone = new Map<string, number[]>();
  for (const { path, leftOut } of findings) {
    if (!leftOut) continue;
    const list = JSON.stringify(path.slice(0, -1));
    gone.set(list, [...(gone.get(list) ?? []), path.at(-1) as number]);
  }
  if (gone.size === 0) return (path) => path;
  return (path) => {
    const moved: (string | number)[] = [];
    for (const [place, part] of path.entries()) {
      const indices = typeof part === 'number' ? gone.get(JSON.stringify(path.slice(0, place))) : undefined;
      if (indices?.includes(part as number)) return null;
      moved.push(indices ? (part as number) - indices.filter((index) => index < (part as number)).length : part);
    }
    return moved;
  };
}
