/**
 * The gateway's own look at what it is about to hand out: every guarded value needs a permit of a grant that came back in
 * this request (INVARIANT I-1), whatever the subgraph did or forgot. What has none goes, as if it had been withheld, and
 * is reported: it is a fault of a subgraph.
 */
import { viewOfDenial } from '@sammen/consent';
import { GraphQLError } from 'graphql';
import { gatewayError } from '../errors.js';
import { carry, type Path } from '../execution/marks.js';
import type { Log } from '../logging.js';
import { recheckData, type Finding } from '../recheck/recheckData.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { RequestState } from './requestState.js';
import { responsePath } from './responsePath.js';
import type { Result, Stage } from './stage.js';

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
    async onResult(result, state, { schema, document, request }) {
      if (!state.recheck || !state.verified || !result.data) return result;
      const { permits, refused, unavailable } = await state.verified.verified();
      const { requestId } = state;
      for (const code of new Set(refused)) log.error({ event: 'grant refused', requestId, code });
      const { data, findings } = recheckData(result.data, state.recheck, {
        permits,
        variables: request.variables ?? {},
        requestId,
      });
      if (findings.length === 0) return result;
      if (unavailable) log.error({ event: 'grants not verified', requestId, code: unavailable.code });
      else report(findings, state, supergraph.generationOf(schema).sourcesOf);

      const moved = movedPath(findings);
      const errors = (result.errors ?? []).flatMap((error) => {
        const path = error.path && moved(responsePath(error.path, document));
        if (path === null) return [];
        return path === error.path
          ? error
          : new GraphQLError(error.message, { path, originalError: error.originalError });
      });
      const withheld = findings.flatMap(({ path, coordinate, category, leftOut }) => {
        const place = leftOut ? null : moved(path);
        if (place === null) return [];
        const { role } = state.caller!.actor;
        const reason = unavailable ? { reason: 'UNAVAILABLE' as const } : undefined;
        const view = viewOfDenial({ role, purpose: state.purpose!, category }, reason);
        return marked(carry({ kind: 'WITHHELD', withheld: { coordinate, ...view } }), place);
      });
      if (unavailable) {
        const { message, code, next } = unavailable;
        errors.push(marked(carry({ kind: 'FAILURE', failure: { message, code, next, source: 'gateway' } }), undefined));
      }
      return { ...result, data, errors: [...errors, ...withheld] } as Result;
    },
  };
}

function marked(carried: ReturnType<typeof carry>, path: Path | undefined): GraphQLError {
  return new GraphQLError(carried.message, { path, originalError: carried as unknown as Error });
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
