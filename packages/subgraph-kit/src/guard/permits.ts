import { type Actor, type DataCategory, type Purpose, type WithheldView, viewOfDenial } from '@sammen/consent';
import type { GrantClaims } from '@sammen/identity';
import DataLoader from 'dataloader';
import { currentCost } from '../database/statementCounter.js';
import type { DecisionPoint, Subject } from '../decision/decisionPoint.js';
import { kitError } from '../errors.js';
import { assertInTime, timeLeft } from '../server/callDeadline.js';
import { type Known, createKnowledge } from './knowledge.js';

/** More citizens than this in one question is refused, never cut short. */
export const MAX_CITIZENS_PER_QUESTION = 1_000;

/** What is known about one (citizen, category) within one request. */
export type Verdict = 'PERMIT' | 'DENY' | 'UNAVAILABLE';

/** One request's permits: decided once per citizen, looked up synchronously ever after (INVARIANT I-11). */
export interface Permits {
  /** Undefined: not decided yet; call {@link load}. */
  look(citizenId: string, category: DataCategory): Verdict | undefined;
  /** Decides; calls made in the same turn of the event loop share one question (INVARIANT I-12). */
  load(citizenId: string, category: DataCategory): Promise<void>;
  /** Those of the citizens whose category may be seen, in the given order. For lists that mix citizens. */
  permitted(citizenIds: readonly string[], category: DataCategory): Promise<string[]>;
  mayWrite(citizenId: string, category: DataCategory): Promise<boolean>;
  /** What the actor is told about a category that is not permitted. */
  view(category: DataCategory, verdict: Verdict): WithheldView;
  /** After a write that can change the facts (a new relation, a consent), the next look decides anew. */
  forget(citizenId: string): void;
  /** Grants obtained during this request, for the gateway to send along. */
  readonly issued: readonly string[];
  /** True when a decision could not be had. */
  isUnavailable(): boolean;
}

/** What permits need to know about the request they belong to. */
export interface PermitsRequest {
  readonly authorization: string;
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly requestId: string;
  /** Grants that came with the request: verified and bound already. */
  readonly grants: readonly GrantClaims[];
  /** The running operation; known once the document is parsed. */
  readonly operation: () => { name: string | null; hash: string; categories: ReadonlySet<DataCategory> };
}

interface Wish {
  readonly citizenId: string;
  readonly category: DataCategory;
  readonly write: boolean;
}

/** Permits for one request, starting with what its grants say. */
export function createPermits(request: PermitsRequest, decisionPoint: DecisionPoint): Permits {
  const { known, entry, learn } = createKnowledge(request.grants);
  const issued: string[] = [];
  /** Questions that are under way, by citizen. */
  const asking = new Map<string, Promise<void>>();
  let unavailable = false;

  const ask = async (subjects: readonly Subject[]): Promise<void> => {
    const { name, hash } = request.operation();
    const cost = currentCost();
    if (cost !== undefined && timeLeft() > 0) cost.decisionCalls += 1;
    const span = cost?.span?.child('decide', 'ASKS') ?? null;
    try {
      assertInTime();
      const grant = await decisionPoint.ask({
        authorization: request.authorization,
        actor: request.actor,
        purpose: request.purpose,
        operation: { name, hash, requestId: request.requestId },
        subjects,
        trace: span?.context ?? null,
      });
      span?.end();
      issued.push(grant.token);
      learn(grant.claims);
    } catch {
      // INVARIANT I-4: no decision, no data. The cause is logged where the decision is made.
      unavailable = true;
      span?.end({ 'sammen.fault': 'UNAVAILABLE' }, true);
      for (const { citizenId } of subjects) entry(citizenId).unavailable = true;
    }
  };

  const loader = new DataLoader<Wish, void>(
    async (wishes) => {
      const subjects = subjectsOf(wishes, request.operation().categories, entry);
      if (subjects.length > MAX_CITIZENS_PER_QUESTION) throw kitError('LIST_TOO_LARGE');
      const answered = ask(subjects);
      for (const { citizenId } of subjects) asking.set(citizenId, answered);
      await answered;
      for (const { citizenId } of subjects) asking.delete(citizenId);
      return wishes.map(() => undefined);
    },
    { cache: false },
  );

  const look = (citizenId: string, category: DataCategory): Verdict | undefined => {
    const found = known.get(citizenId);
    if (found === undefined) return undefined;
    if (found.asked.has(category)) return found.permitted.has(category) ? 'PERMIT' : 'DENY';
    return found.unavailable ? 'UNAVAILABLE' : undefined;
  };

  /** Whoever comes while a question about the citizen is under way waits for its answer, which mostly is theirs too. */
  const load = async (wish: Wish): Promise<void> => {
    for (let running = asking.get(wish.citizenId); running !== undefined; running = asking.get(wish.citizenId)) {
      await running;
      if (isAnswered(wish)) return;
    }
    await loader.load(wish);
  };
  const isAnswered = ({ citizenId, category, write }: Wish): boolean => {
    const found = entry(citizenId);
    return found.unavailable || (write ? found.askedWrites : found.asked).has(category);
  };

  return {
    issued,
    isUnavailable: () => unavailable,
    look,
    load: (citizenId, category) => load({ citizenId, category, write: false }),
    async permitted(citizenIds, category) {
      const distinct = [...new Set(citizenIds)];
      if (distinct.length > MAX_CITIZENS_PER_QUESTION) throw kitError('LIST_TOO_LARGE');
      await Promise.all(
        distinct
          .filter((id) => look(id, category) === undefined)
          .map((citizenId) => load({ citizenId, category, write: false })),
      );
      return distinct.filter((id) => look(id, category) === 'PERMIT');
    },
    async mayWrite(citizenId, category) {
      if (known.get(citizenId)?.askedWrites.has(category) !== true) {
        await load({ citizenId, category, write: true });
      }
      const found = entry(citizenId);
      if (found.unavailable && !found.askedWrites.has(category)) throw kitError('CONSENT_UNAVAILABLE');
      return found.permittedWrites.has(category);
    },
    view: (category, verdict) =>
      viewOfDenial(
        { role: request.actor.role, purpose: request.purpose, category },
        verdict === 'UNAVAILABLE' ? { reason: 'UNAVAILABLE' } : undefined,
      ),
    forget: (citizenId) => void known.delete(citizenId),
  };
}

/**
 * One subject per citizen. Besides what was wished for, a citizen met for the first time is asked about
 * with everything the operation touches, so that later fields and later fetches need no second question.
 */
function subjectsOf(
  wishes: readonly Wish[],
  operationCategories: ReadonlySet<DataCategory>,
  entry: (citizenId: string) => Known,
): Subject[] {
  const subjects = new Map<string, { categories: Set<DataCategory>; writes: Set<DataCategory> }>();
  for (const { citizenId, category, write } of wishes) {
    let subject = subjects.get(citizenId);
    if (subject === undefined) {
      subject = { categories: new Set(operationCategories), writes: new Set() };
      for (const decided of entry(citizenId).asked) subject.categories.delete(decided);
      subjects.set(citizenId, subject);
    }
    (write ? subject.writes : subject.categories).add(category);
  }
  return [...subjects].map(([citizenId, { categories, writes }]) => ({ citizenId, categories, writes }));
}
