/** A case that failed, as it can be carried out once more: what was done, one after the other, the last of which fails. */
import type { Actor, Purpose } from '@sammen/consent';
import type { Change } from './changeKind.js';
import type { FactRows } from './factRows.js';
import type { Asked } from './judge.js';
import type { Operation } from './selection.js';

/** One operation, a question or a change, with all that is needed to make it again. */
export interface Step {
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly operation: Operation;
  /** What it changes; null when it only asks. */
  readonly change: Change | null;
  /** The id of the row that it made, as far as its answer said it: later steps may name it. */
  readonly made: string | null;
}

/** All that decisions about some citizens rest on at the beginning. */
export interface Beginning {
  readonly citizenIds: readonly string[];
  readonly rows: FactRows;
}

/** Steps from a beginning: the system as it is filled and planted, with other facts where some are given. */
export interface Case {
  readonly steps: readonly Step[];
  /** Null leaves everybody's as they are. */
  readonly facts: Beginning | null;
  /** When that was, in milliseconds since 1970: days and moments in it are moved along when it is carried out later. */
  readonly at: number;
}

/** What was asked, as a step. */
export function stepOf({ question: { actor, purpose }, operation, answer }: Asked, change: Change | null): Step {
  const made = change === null ? null : (madeBy(answer.body.data, change) ?? null);
  return { actor, purpose, operation, change, made };
}

/** The id in the answer of a change. */
export const madeBy = (data: any, { mutation }: Pick<Change, 'mutation'>): string | undefined => data?.[mutation]?.id;

const cursorOf = (id: string): string => Buffer.from(id, 'latin1').toString('base64url');
const MOMENT = /"(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?"/g;
const DAY = 86_400_000;

/** The same with ids as they are now in the place of those of old, also inside of cursors. */
export function renamed<T>(value: T, renames: ReadonlyMap<string, string>): T {
  let text = JSON.stringify(value);
  for (const [old, now] of renames) text = text.replaceAll(old, now).replaceAll(cursorOf(old), cursorOf(now));
  return JSON.parse(text) as T;
}

/** The same that many milliseconds later; days by whole days. */
export function moved<T>(value: T, by: number): T {
  const later = (day: string, time: string | undefined): string =>
    time === undefined
      ? new Date(Date.parse(day) + Math.round(by / DAY) * DAY).toISOString().slice(0, 10)
      : new Date(Date.parse(day + time) + by).toISOString();
  return JSON.parse(
    JSON.stringify(value).replace(MOMENT, (_whole, day: string, time?: string) => `"${later(day, time)}"`),
  ) as T;
}
