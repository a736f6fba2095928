/** Whoever may know how a request is carried out is told beside the answer; nobody else gets as far as asking. */
import type { Role } from '@sammen/consent';
import { gatewayError } from '../errors.js';
import { explain as explanationOf } from '../observe/explanation.js';
import type { Headers, Stage } from './stage.js';

/** The header that asks for an explanation. */
export const EXPLAIN_HEADER = 'x-sammen-explain';

/** Whether a request asks for one: any word but `0` does, so that a slip of the pen is answered too. */
export function asksToBeExplained(headers: Headers): boolean {
  const asked = headers[EXPLAIN_HEADER];
  return asked !== undefined && asked !== '' && asked !== '0';
}

/** Adds `extensions.explain`. Refuses with EXPLAIN_NOT_ALLOWED, before the body is read. */
export function explain(roles: readonly Role[]): Stage {
  return {
    name: 'explain',
    onArrival(_headers, { caller, record }) {
      if (record.isExplained && !roles.includes(caller!.actor.role)) throw gatewayError('EXPLAIN_NOT_ALLOWED');
    },
    onResult(outcome, state) {
      if (!state.record.isExplained) return outcome;
      return { ...outcome, extensions: { explain: explanationOf(state), ...outcome.extensions } };
    },
  };
}
