/**
 * Fetches of one request that may ask about the same citizen take turns, so that a request makes one decision of each
 * citizen (INVARIANT I-11): what the first one was granted travels with the next. Nothing is decided here, and a
 * subgraph that finds a grant missing asks for itself: this only says when.
 */
import type { Representation } from './plan/steps.js';

/** The turns of one request. */
export interface DecisionTurns {
  /** Runs a fetch: at once when it can ask about nobody new, else when those before it are done. */
  take<T>(representations: readonly Representation[] | undefined, fetch: () => Promise<T>): Promise<T>;
}

/** Turns for one request. `grants`: what it was granted so far; it grows. */
export function createDecisionTurns(grants: () => Iterable<string>): DecisionTurns {
  const read = new Set<string>();
  const asked = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();

  const isNew = (citizenId: string): boolean => {
    for (const grant of grants()) {
      if (read.has(grant)) continue;
      read.add(grant);
      for (const known of citizensOf(grant)) asked.add(known);
    }
    return !asked.has(citizenId);
  };

  async function alone<T>(citizens: readonly string[], fetch: () => Promise<T>): Promise<T> {
    try {
      return await fetch();
    } finally {
      // Whoever could not be decided is not waited for a second time.
      for (const citizen of citizens) asked.add(citizen);
    }
  }

  return {
    take(representations, fetch) {
      const citizens = representations === undefined ? [] : [...new Set(representations.flatMap(citizenOf))];
      // Whom a root field will name is not known before.
      const mayAsk = (): boolean => representations === undefined || citizens.some(isNew);
      if (!mayAsk()) return fetch();
      const turn = last.then(() =>
        mayAsk() ? { done: alone(citizens, fetch), holds: true } : { done: fetch(), holds: false },
      );
      last = turn.then(({ done, holds }) => (holds ? done.catch(() => {}) : undefined));
      return turn.then(({ done }) => done);
    },
  };
}

function citizenOf({ __typename, id, citizenId }: Representation): string[] {
  const found = __typename === 'Citizen' ? id : citizenId;
  return typeof found === 'string' ? [found] : [];
}

/** Whom a grant speaks of. Unverified: it only decides who waits for whom. */
function citizensOf(grant: string): string[] {
  try {
    const claims = JSON.parse(Buffer.from(grant.split('.')[1] ?? '', 'base64url').toString()) as { c?: object };
    return Object.keys(claims.c ?? {});
  } catch {
    return [];
  }
}
