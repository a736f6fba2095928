/** One message carries the telling one step on, and leaves one entry in the history. */
import type { StayEvent } from '../activity.js';
import type { HospitalMessage, Span } from '../hospitalMessage.js';
import type { KnownMessage } from './inOrder.js';
import { cancelAdmission, correctAdmission, implyAdmission, tellAdmission } from './tellAdmission.js';
import {
  cancelLeaveEnd,
  cancelLeaveStart,
  correctLeaveEnd,
  correctLeaveStart,
  implyLeave,
  tellLeaveEnd,
  tellLeaveStart,
} from './tellLeave.js';
import type { Entry, EntryKind, Telling } from './telling.js';

const KIND_OF: Readonly<Record<StayEvent, EntryKind>> = {
  ADMIT: 'ADMITTED',
  START_LEAVE: 'LEAVE_STARTED',
  END_LEAVE: 'LEAVE_ENDED',
  DISCHARGE: 'DISCHARGED',
};

type Teller = (telling: Telling, message: HospitalMessage & { leave: Span }) => void;

const setDischarge: Teller = (telling, { stay }) => void (telling.dischargedAt = stay.to);

/** What each event does to the story: reported, revised, cancelled. */
const TELLERS: Readonly<Record<StayEvent, Readonly<Record<HospitalMessage['verb'], Teller>>>> = {
  ADMIT: { REPORT: tellAdmission, REVISE: correctAdmission, CANCEL: cancelAdmission },
  START_LEAVE: { REPORT: tellLeaveStart, REVISE: correctLeaveStart, CANCEL: cancelLeaveStart },
  END_LEAVE: { REPORT: tellLeaveEnd, REVISE: correctLeaveEnd, CANCEL: cancelLeaveEnd },
  DISCHARGE: {
    REPORT: setDischarge,
    REVISE: setDischarge,
    CANCEL: (telling) => void (telling.dischargedAt = null),
  },
};

/** Tells a message that comes after all that was told so far. */
export function tellMessage(telling: Telling, known: KnownMessage): void {
  const { message } = known;
  const entry = message.deceased === true ? tellDeath(telling, known) : tellEvent(telling, known);
  // Something else than an admission implies that there is one.
  if (message.deceased === true || message.event !== 'ADMIT') implyAdmission(telling, message);
  // The same word twice is one entry.
  const isNew = telling.entries.every(
    ({ kind, concerns, occurredAt }) =>
      kind !== entry.kind || concerns !== entry.concerns || occurredAt !== entry.occurredAt,
  );
  if (isNew) telling.entries.push(entry);
}

/** A death repeats the activity of the message before it; a second one corrects the first. */
function tellDeath(telling: Telling, known: KnownMessage): Entry {
  const { message } = known;
  const corrects = telling.death !== null && telling.death.stay.to !== message.stay.to;
  telling.death = message;
  implyLeave(telling, message);
  return entryOf(known, corrects ? 'CORRECTED' : 'DIED', corrects ? 'DIED' : null, message.stay.to);
}

function tellEvent(telling: Telling, known: KnownMessage): Entry {
  const { message } = known;
  const { verb, event, deceased, leave, stay } = message;
  if (deceased === false && telling.death !== null) return takeBackDeath(telling, known, telling.death);
  TELLERS[event][verb](telling, message as HospitalMessage & { leave: Span });
  if (event === 'DISCHARGE' && verb !== 'CANCEL') implyLeave(telling, message);
  const kind = KIND_OF[event];
  if (verb === 'CANCEL') return entryOf(known, 'CANCELLED', kind, message.sentAt);
  const occurredAt = { ADMIT: stay.from, START_LEAVE: leave?.from, END_LEAVE: leave?.to, DISCHARGE: stay.to }[event];
  return entryOf(known, verb === 'REVISE' ? 'CORRECTED' : kind, verb === 'REVISE' ? kind : null, occurredAt);
}

/** Alive, said in so many words after a death: that was reported by mistake, and everything is as it was before. */
function takeBackDeath(telling: Telling, known: KnownMessage, death: HospitalMessage): Entry {
  const { message } = known;
  telling.death = null;
  // It repeats the activity that the death repeated, which happened once; another activity happened besides.
  if (message.verb !== death.verb || message.event !== death.event) tellEvent(telling, known);
  implyLeave(telling, message);
  telling.dischargedAt ??= message.stay.to;
  return entryOf(known, 'CANCELLED', 'DIED', message.sentAt);
}

function entryOf(
  { id, message }: KnownMessage,
  kind: EntryKind,
  concerns: EntryKind | null,
  occurredAt: string | null | undefined,
): Entry {
  return { messageId: id, kind, concerns, occurredAt: occurredAt ?? message.sentAt, sentAt: message.sentAt };
}
