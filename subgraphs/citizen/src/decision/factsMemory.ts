/**
 * Facts that were read a moment ago, kept for whoever they were read for. They are believed by nobody here: the statement
 * that logs a decision made on them finds their versions unchanged and their moment just past, or logs nothing, and they
 * are read anew (INVARIANT I-10). So a decision on kept facts is one on what is committed, and costs one statement less.
 */
import type { Actor, Instant } from '@sammen/consent';
import type { DecisionQuestion } from '@sammen/subgraph-kit';
import { type FactsSnapshot, type KnownFacts, versionKeyOf } from './readFacts.js';

/** How long facts are kept, in milliseconds: long enough for the pages that somebody reads of a person, and no longer. */
const KEEP_FOR = 30_000;
/** Of so many citizens, counted once for everybody who asked about them. */
const MOST = 5_000;

/** What is decided on, whether it was read now or is remembered. */
export interface FactsAtHand {
  readonly at: Instant;
  /** False for a moment that was worked out here and that the database has to find just past. */
  readonly isFromDatabase: boolean;
  of(actor: Actor, citizenId: string): KnownFacts;
  readonly versions: ReadonlyMap<string, string>;
}

/** Facts by asker and citizen. */
export interface FactsMemory {
  /** What all questions can be decided on; null when any of it is not remembered, or not of one version. */
  recall(questions: readonly DecisionQuestion[]): FactsAtHand | null;
  keep(questions: readonly DecisionQuestion[], snapshot: FactsSnapshot): void;
  forget(questions: readonly DecisionQuestion[]): void;
}

interface Kept {
  readonly known: KnownFacts;
  readonly version: string;
  readonly at: Instant;
  /** When they arrived, by the monotonic clock. */
  readonly since: number;
}

/** What was read for an asker hangs on these three alone (readFacts.ts). */
const askers = new WeakMap<Actor, string>();
function askerOf(actor: Actor): string {
  let asker = askers.get(actor);
  if (asker === undefined) {
    asker = JSON.stringify([actor.organisationId, actor.id, actor.role]);
    askers.set(actor, asker);
  }
  return asker;
}

/** A memory with nothing in it. */
export function createFactsMemory(clock: () => number = () => performance.now()): FactsMemory {
  const kept = new Map<string, Kept>();
  const keyOf = (actor: Actor, citizenId: string): string => `${citizenId} ${askerOf(actor)}`;

  return {
    recall(questions) {
      const now = clock();
      const versions = new Map<string, string>();
      let at = 0;
      for (const { actor, subjects } of questions)
        for (const { citizenId } of subjects) {
          const one = kept.get(keyOf(actor, citizenId));
          if (one === undefined || now - one.since > KEEP_FOR) return null;
          const versionKey = versionKeyOf(citizenId, one.known);
          if ((versions.get(versionKey) ?? one.version) !== one.version) return null;
          versions.set(versionKey, one.version);
          // No later than the database's clock: the moment was its own before it arrived here.
          at = Math.max(at, one.at + Math.floor(now - one.since));
        }
      const of = (actor: Actor, citizenId: string): KnownFacts => kept.get(keyOf(actor, citizenId))!.known;
      return { at, isFromDatabase: false, of, versions };
    },
    keep(questions, { at, versions, known }) {
      const since = clock();
      for (const { actor, subjects } of questions)
        for (const { citizenId } of subjects) {
          const own = known(citizenId);
          const version = versions.get(versionKeyOf(citizenId, own));
          const key = keyOf(actor, citizenId);
          // At its end of the order, so that what has been there longest goes first.
          kept.delete(key);
          if (version === undefined) continue;
          if (kept.size >= MOST) kept.delete(kept.keys().next().value!);
          kept.set(key, { known: own, version, at, since });
        }
    },
    forget(questions) {
      for (const { actor, subjects } of questions)
        for (const { citizenId } of subjects) kept.delete(keyOf(actor, citizenId));
    },
  };
}
