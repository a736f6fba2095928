import { ACTIVITIES, type Activity, type StayClass } from '../../src/inbox/activity.js';
import type { HospitalMessage } from '../../src/inbox/hospitalMessage.js';
import { messageIdOf } from '../../src/inbox/ids.js';
import type { KnownMessage } from '../../src/inbox/story/inOrder.js';
import type { Story } from '../../src/inbox/story/storyOf.js';

/** What is true of a stay, as the hospital's own system has it. */
interface Truth {
  stints: { stayClass: StayClass; from: string }[];
  leaves: { from: string; to: string | null }[];
  dischargedAt: string | null;
  diedAt: string | null;
}

/** One thing that staff registers: possible or not just now, and what message the hospital then sends. */
interface Registration {
  readonly possible: boolean;
  readonly send: () => void;
}

/**
 * A hospital that registers whatever the choices say, corrects and takes back its last registrations, and sends a
 * message of each, referring to the message before as MedCom asks. An oracle: it knows nothing of how stories are told.
 */
export function simulateHospital(choices: readonly number[]): {
  readonly messages: readonly KnownMessage[];
  readonly truth: Pick<Story, 'status' | 'startedAt' | 'endedAt'> & { leaves: Story['leaves'] };
} {
  const truth: Truth = { stints: [], leaves: [], dischargedAt: null, diedAt: null };
  const messages: KnownMessage[] = [];
  let hour = 0;
  let cancelled: string | null = null;
  const iso = (at: number) => new Date(Date.UTC(2024, 4, 1, at)).toISOString();

  const send = (code: string, deceased: boolean | null = null): void => {
    const { verb, event } = ACTIVITIES.find((each) => each.code === code) as Activity;
    const stint = truth.stints.at(-1) ?? { stayClass: 'INPATIENT' as const, from: cancelled ?? iso(0) };
    const leave = event.endsWith('LEAVE') ? (truth.leaves.at(-1) ?? null) : null;
    const last = messages.at(-1)?.message.headerId;
    const message: HospitalMessage = {
      episodes: ['local|1'],
      headerId: `header-${messages.length}`,
      refersTo: last === undefined ? [] : [last],
      quotes: messages.map(({ message: { headerId } }) => headerId).toSorted(),
      sentAt: iso(hour),
      verb,
      event,
      stayClass: stint.stayClass,
      deceased,
      stay: { from: stint.from, to: truth.diedAt ?? truth.dischargedAt },
      leave: leave === null ? null : { ...leave },
      place: { hospital: 'Prøvehospitalet', sor: null, ward: null },
    };
    messages.push({ id: messageIdOf(message), message });
    lastCode = code;
  };
  let lastCode = '';

  const registrations = (): readonly Registration[] => {
    const { stints, leaves } = truth;
    const stint = stints.at(-1);
    const leave = leaves.at(-1);
    const alive = truth.diedAt === null;
    const inside = stint !== undefined && alive && truth.dischargedAt === null;
    const away = inside && leave?.to === null;
    const present = inside && !away;
    const word = stint?.stayClass === 'EMERGENCY' ? 'emergency' : 'inpatient';
    const admit = (stayClass: StayClass) => () => {
      stints.push({ stayClass, from: iso(hour) });
      send(`admit-${stayClass.toLowerCase()}`);
    };
    return [
      { possible: stint === undefined && cancelled === null, send: admit('EMERGENCY') },
      { possible: stint === undefined && cancelled === null, send: admit('INPATIENT') },
      { possible: present && stint.stayClass === 'EMERGENCY' && leaves.length === 0, send: admit('INPATIENT') },
      {
        possible: inside && leaves.length === 0,
        send() {
          // Between the stint before it and now.
          const earliest = stints.at(-2)?.from ?? '2024-04-30T00:00:00.000Z';
          stint!.from = new Date((Date.parse(earliest) + Date.parse(stint!.from)) / 2).toISOString();
          send(`revise-admit-${word}`);
        },
      },
      {
        possible: present && leaves.length === 0,
        send() {
          const { stayClass, from } = stint!;
          if (stints.length === 1) cancelled = from;
          send(`cancel-admit-${stayClass.toLowerCase()}`);
          stints.pop();
        },
      },
      {
        possible: present && stint.stayClass === 'INPATIENT',
        send() {
          leaves.push({ from: iso(hour), to: null });
          send('start-leave-inpatient');
        },
      },
      {
        possible: away,
        send() {
          leave!.from =
            iso(hour - 1) > leave!.from ? new Date(Date.parse(leave!.from) + 60_000).toISOString() : leave!.from;
          send('revise-start-leave-inpatient');
        },
      },
      {
        possible: away,
        send() {
          send('cancel-start-leave-inpatient');
          leaves.pop();
        },
      },
      {
        possible: away,
        send() {
          leave!.to = iso(hour);
          send('end-leave-inpatient');
        },
      },
      {
        possible: present && leave !== undefined,
        send() {
          leave!.to = new Date((Date.parse(leave!.from) + Date.parse(leave!.to!)) / 2 + 1_000).toISOString();
          send('revise-end-leave-inpatient');
        },
      },
      {
        possible: present && leave !== undefined,
        send() {
          leave!.to = null;
          send('cancel-end-leave-inpatient');
        },
      },
      {
        possible: inside,
        send() {
          truth.dischargedAt = iso(hour);
          send(`discharge-${word}-home`);
        },
      },
      {
        possible: alive && truth.dischargedAt !== null,
        send() {
          truth.dischargedAt = new Date(Date.parse(truth.dischargedAt!) + 60_000).toISOString();
          send(`revise-discharge-${word}-home`);
        },
      },
      {
        possible: alive && truth.dischargedAt !== null,
        send() {
          truth.dischargedAt = null;
          send(`cancel-discharge-${word}-home`);
        },
      },
      {
        possible: inside,
        send() {
          truth.diedAt = iso(hour);
          send(lastCode, true);
        },
      },
      {
        possible: !alive,
        send() {
          truth.diedAt = new Date(Date.parse(truth.diedAt!) + 60_000).toISOString();
          send(lastCode, true);
        },
      },
      {
        possible: !alive,
        send() {
          truth.diedAt = null;
          send(lastCode, false);
        },
      },
    ];
  };

  for (const choice of [0, ...choices]) {
    const possible = registrations().filter((each) => each.possible);
    if (possible.length === 0) break;
    hour += 4;
    possible[choice % possible.length]!.send();
  }
  return { messages, truth: closing(truth, cancelled) };
}

function closing({ stints, leaves, dischargedAt, diedAt }: Truth, cancelled: string | null) {
  const endedAt = diedAt ?? dischargedAt;
  if (stints.length === 0)
    return { status: 'CANCELLED' as const, startedAt: cancelled ?? '', endedAt: null, leaves: [] };
  const away = leaves.at(-1)?.to === null;
  const status =
    diedAt !== null ? 'DECEASED' : dischargedAt !== null ? 'DISCHARGED' : away ? 'ON_LEAVE' : ('ADMITTED' as const);
  const closed = leaves.map(({ from, to }) => ({ from, to: to ?? endedAt }));
  return { status: status as Story['status'], startedAt: stints[0]!.from, endedAt, leaves: closed };
}
