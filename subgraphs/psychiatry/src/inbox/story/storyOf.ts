/** A stay is what all its messages tell together: a pure function of their set, whatever their order and number. */
import type { StayClass } from '../activity.js';
import type { Place, Span } from '../hospitalMessage.js';
import { inOrder, type KnownMessage } from './inOrder.js';
import { tellMessage } from './tellMessage.js';
import { type Entry, type Telling, untold } from './telling.js';

/** Where a stay stands. */
export type StayStatus = 'ADMITTED' | 'ON_LEAVE' | 'DISCHARGED' | 'DECEASED' | 'CANCELLED';

/** The story of one stay. Times are ISO instants in UTC. */
export interface Story {
  readonly kind: StayClass;
  readonly status: StayStatus;
  readonly startedAt: string;
  /** Null while it lasts, and when it never was. */
  readonly endedAt: string | null;
  readonly place: Place;
  /** In order, inside the stay, never two at once; the last is open only while the citizen is away. */
  readonly leaves: readonly Span[];
  /** What was reported, in the order in which it was sent. */
  readonly entries: readonly Entry[];
}

/**
 * The true story of an episode from all its messages that have come so far. Never fails: where messages contradict each
 * other, the later word counts, and what cannot be (an end before the beginning, a leave outside the stay) is cut to fit.
 * @throws RangeError without any message
 */
export function storyOf(messages: Iterable<KnownMessage>): Story {
  const telling = untold();
  for (const known of inOrder(messages)) tellMessage(telling, known);
  const { entries } = telling;
  const stints = telling.stints.toSorted(byBeginning);
  const now = stints.at(-1) ?? telling.cancelled;
  if (now === null) throw new RangeError('a story needs at least one message');
  const { stayClass: kind, place } = now;
  if (stints[0] === undefined)
    return { kind, place, status: 'CANCELLED', startedAt: now.from, endedAt: null, leaves: [], entries };
  const startedAt = stints[0].from;
  const told = telling.death?.stay.to ?? telling.dischargedAt;
  const endedAt = told !== null && told < startedAt ? startedAt : told;
  const leaves = leavesWithin(telling, startedAt, endedAt);
  const status = statusOf(telling, leaves);
  return { kind, place, status, startedAt, endedAt, leaves, entries };
}

function statusOf({ death, dischargedAt }: Telling, leaves: readonly Span[]): StayStatus {
  if (death !== null) return 'DECEASED';
  if (dischargedAt !== null) return 'DISCHARGED';
  return leaves.at(-1)?.to === null ? 'ON_LEAVE' : 'ADMITTED';
}

/** A leave whose end nobody reported ends with the next leave or with the stay. */
function leavesWithin({ leaves }: Telling, startedAt: string, endedAt: string | null): readonly Span[] {
  const sorted = leaves.toSorted(byBeginning);
  return sorted.flatMap((leave, index): Span[] => {
    const from = leave.from < startedAt ? startedAt : leave.from;
    const ends = [leave.to, sorted[index + 1]?.from, endedAt].filter((end) => typeof end === 'string');
    const to = ends.toSorted()[0] ?? null;
    return to !== null && to <= from ? [] : [{ from, to }];
  });
}

/** ISO instants in UTC sort as text; of two that begin together, the one told later comes later. */
function byBeginning(one: { from: string }, other: { from: string }): number {
  return one.from < other.from ? -1 : Number(one.from > other.from);
}
