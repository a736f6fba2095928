/**
 * How long a request is worth working for: until its deadline, and while somebody waits for the answer. Whatever runs for
 * it is held here only as long as it runs, so nothing is left behind.
 */

/** Why there is nothing more to do: the time is up, the client has left, or all is answered. */
export type Ending = 'LATE' | 'GONE' | 'DONE';

/** Something that runs for a request. */
export interface Running {
  /** Called at most once, when the request ends first. */
  onRequestEnd(why: Ending): void;
}

/** The life of one request. */
export interface RequestLife {
  /** Null while it lasts. */
  readonly ended: Ending | null;
  /** Milliseconds until the deadline; 0 once it has passed. */
  remaining(): number;
  /** Tells `one` when the request ends, until {@link RequestLife.release}. Only while it lasts. */
  hold(one: Running): void;
  release(one: Running): void;
  /** Ends it; the first reason counts. Called for every request, or its timer runs on. */
  end(why: Ending): void;
}

/** A life that began now. `deadline` in milliseconds; it is the same for all requests, so that their timers share a list. */
export function createRequestLife(deadline: number): RequestLife {
  const endsAt = performance.now() + deadline;
  const running = new Set<Running>();
  let ended: Ending | null = null;
  const timer = setTimeout(() => end('LATE'), deadline).unref();

  function end(why: Ending): void {
    if (ended !== null) return;
    ended = why;
    clearTimeout(timer);
    for (const one of running) one.onRequestEnd(why);
    running.clear();
  }

  return {
    get ended() {
      return ended;
    },
    remaining: () => (ended === null ? Math.max(0, endsAt - performance.now()) : 0),
    hold: (one) => void running.add(one),
    release: (one) => void running.delete(one),
    end,
  };
}
