/** The ways in which a call can end without a usable answer. */

/**
 * `DOWN`: no connection, or it broke; `SLOW`: past its own time limit; `LATE`: the time of the whole request was up;
 * `GONE`: the client has left; `REFUSED`: our signature did not count; `OPEN`: not asked, after several failures; `BUSY`:
 * not asked, too many calls are waiting already.
 */
export type SubgraphFault =
  'DOWN' | 'SLOW' | 'LATE' | 'GONE' | 'STATUS' | 'NONSENSE' | 'TOO_LARGE' | 'REFUSED' | 'OPEN' | 'BUSY';

/** A call without a usable answer. Its detail is for the log: an error code of the system or an HTTP status. */
export class SubgraphUnavailable extends Error {
  constructor(
    readonly fault: SubgraphFault,
    readonly detail: string,
    /** Whether the connection failed before a byte of an answer had come: what only asks may be asked again. */
    readonly unanswered = false,
  ) {
    super(fault);
  }
}
