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
  return new OneLife(deadline);
}

/** A class: an accessor of an object literal would give every request's object a shape of its own, kept for long. */
class OneLife implements RequestLife {
  readonly #endsAt: number;
  readonly #timer: NodeJS.Timeout;
  readonly #running = new Set<Running>();
  #ended: Ending | null = null;

  constructor(deadline: number) {
    this.#endsAt = performance.now() + deadline;
    this.#timer = setTimeout(onDeadline, deadline, this).unref();
  }

  get ended(): Ending | null {
    return this.#ended;
  }

  remaining(): number {
    return this.#ended === null ? Math.max(0, this.#endsAt - performance.now()) : 0;
  }

  hold(one: Running): void {
    this.#running.add(one);
  }

  release(one: Running): void {
    this.#running.delete(one);
  }

  end(why: Ending): void {
    if (this.#ended !== null) return;
    this.#ended = why;
    clearTimeout(this.#timer);
    for (const one of this.#running) one.onRequestEnd(why);
    this.#running.clear();
  }
}

function onDeadline(life: RequestLife): void {
  life.end('LATE');
}
