/**
 * Who has been decided in one request, and who is asked about by whom: one decision of each citizen (INVARIANT I-11),
 * however many fetches need it. Root fetches whose citizens nobody can know beforehand ask for themselves, one after
 * another; of all others the gateway asks, in one question for everybody whom the fetches of a step are about.
 */
import { isId } from './citizens.js';

/** The decisions of one request. */
export interface Decisions {
  /** Runs a fetch that may ask about anybody, when those before it are done. */
  alone<T>(fetch: () => Promise<T>): Promise<T>;
  /** Resolves when each of the citizens has been asked about; at once when each has. Never rejects. */
  about(citizenIds: ReadonlySet<string>): Promise<void> | undefined;
}

/** What decisions are made with. */
export interface DecisionsOptions {
  /** What the request was granted so far; it grows. */
  readonly grants: () => Iterable<string>;
  /** Asks the decision point about citizens nobody has asked about. Whom it fails for is not asked about again. */
  readonly ask: (citizenIds: readonly string[]) => Promise<void>;
}

/** Decisions of a new request. */
export function createDecisions({ grants, ask }: DecisionsOptions): Decisions {
  const read = new Set<string>();
  const asked = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  let waiting: { readonly citizens: Set<string>; readonly done: Promise<void> } | null = null;

  /** Those of them whom nobody has asked about, by all that is granted so far. */
  function notAsked(citizenIds: ReadonlySet<string>): string[] {
    for (const grant of grants()) {
      if (read.has(grant)) continue;
      read.add(grant);
      for (const known of citizensOf(grant)) asked.add(known);
    }
    return [...citizenIds].filter((id) => !asked.has(id) && isId(id));
  }

  /** In one turn: whoever comes before it begins is asked about with the others. */
  function askTogether(): { readonly citizens: Set<string>; readonly done: Promise<void> } {
    const citizens = new Set<string>();
    const done = last.then(async () => {
      waiting = null;
      const open = notAsked(citizens);
      for (const citizen of open) asked.add(citizen);
      if (open.length > 0) await ask(open);
    });
    last = done;
    return { citizens, done };
  }

  return {
    alone(fetch) {
      const turn = last.then(fetch);
      last = turn.catch(() => undefined);
      return turn;
    },
    about(citizenIds) {
      const open = notAsked(citizenIds);
      if (open.length === 0) return undefined;
      waiting ??= askTogether();
      for (const id of open) waiting.citizens.add(id);
      return waiting.done;
    },
  };
}

/** Whom a grant speaks of. Unverified: it only decides whom to ask about; what it permits is another question. */
function citizensOf(grant: string): string[] {
  try {
    const claims = JSON.parse(Buffer.from(grant.split('.')[1] ?? '', 'base64url').toString()) as { c?: object };
    return Object.keys(claims.c ?? {});
  } catch {
    return [];
  }
}
