/** Failures in words a client may read: known codes keep their words, all others lose them (INVARIANT I-8). */
import { gatewayError } from '../errors.js';
import type { Failure } from './faults.js';
import type { SubgraphError } from './subgraphAnswer.js';
import type { SubgraphFault } from './fetching/subgraphUnavailable.js';

/** What happened, after `The source "x"`. */
const WORDS: Readonly<Record<SubgraphFault, string>> = {
  DOWN: 'cannot be reached',
  SLOW: 'did not answer in time',
  LATE: 'was not waited for: the time for the whole request was up',
  GONE: 'was not asked to the end: the client had left',
  STATUS: 'answered that it is failing',
  NONSENSE: 'gave an answer that cannot be used',
  REFUSED: 'did not accept the call of the gateway',
  TOO_LARGE: 'gave more than one answer may hold',
  OPEN: 'is not being asked for a moment, after several failures',
  BUSY: 'has more to answer already than it takes at once',
};

/** Nothing was sent, so nothing was changed. */
const NOT_ASKED: ReadonlySet<SubgraphFault> = new Set(['OPEN', 'BUSY']);

/** A whole fetch that failed. A change that was on its way may have been made. */
export function unavailable(source: string, fault: SubgraphFault, isMutation: boolean): Failure {
  const error = gatewayError(fault === 'BUSY' ? 'SUBGRAPH_BUSY' : 'SUBGRAPH_UNAVAILABLE', {
    message: `The source "${source}" ${WORDS[fault]}; its fields are null, whatever it holds.`,
  });
  const next =
    isMutation && !NOT_ASKED.has(fault)
      ? 'The change may have been made: read before you repeat it, and repeat it with the same idempotency key.'
      : fault === 'TOO_LARGE'
        ? 'Ask for less at once: smaller pages, fewer fields.'
        : error.next;
  return { message: error.message, code: error.code, next, source };
}

const CODE = /^[A-Z][A-Z0-9_]{2,63}$/;
/** What only the gateway may say. */
const RESERVED = new Set(['WITHHELD', 'SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_BUSY', 'SUBGRAPH_ERROR', 'ANSWER_INCOMPLETE']);

/**
 * An error of a subgraph. Known are those of our tables: a code with its next step, whose message is made for clients.
 * Anything else (a stack trace, a driver's message, a forged code) becomes SUBGRAPH_ERROR.
 */
export function failureOf(error: SubgraphError, source: string): Failure {
  const { code, next, field } = error.extensions;
  const known = typeof code === 'string' && CODE.test(code) && !RESERVED.has(code) && typeof next === 'string';
  if (!known) {
    const unknown = gatewayError('SUBGRAPH_ERROR', {
      message: `The source "${source}" could not answer for this field.`,
    });
    return { message: unknown.message, code: unknown.code, next: unknown.next, source };
  }
  return { message: error.message, code, next, source, ...(typeof field === 'string' ? { field } : {}) };
}
