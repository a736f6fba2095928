import type { NotificationSpec } from './notification.js';
import type { told } from './telling.js';

/** Messages of one episode, and the story that a person reads in them. Times of the story are in UTC. */
export interface ToldStory {
  readonly name: string;
  readonly messages: readonly NotificationSpec[];
  readonly story: ReturnType<typeof told>;
}

const HOSPITAL = 'Afdeling Q, Prøvehospitalet';

/** `day 3, 14:00` in Denmark, May 2024. */
const at = (day: number, hour: number, second = 0) =>
  `2024-05-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:${String(second).padStart(2, '0')}+02:00`;

const admitted = { activity: 'admit-inpatient', header: 'admit', start: at(1, 12), sent: at(1, 12, 2) };
const left = {
  activity: 'start-leave-inpatient',
  header: 'leave',
  start: at(1, 12),
  leave: { start: at(3, 14) },
  status: 'onleave',
  sent: at(3, 14, 2),
  refersTo: ['admit'],
};
const cameBack = {
  activity: 'end-leave-inpatient',
  header: 'back',
  start: at(1, 12),
  leave: { start: at(3, 14), end: at(5, 15) },
  sent: at(5, 15, 2),
  refersTo: ['leave'],
};
const discharged = {
  activity: 'discharge-inpatient-home',
  header: 'home',
  start: at(1, 12),
  end: at(7, 9),
  status: 'finished',
  sent: at(7, 9, 2),
  refersTo: ['admit'],
};
const emergency = { activity: 'admit-emergency', header: 'er', start: at(1, 8), sent: at(1, 8, 2) };

/** Every kind of message, reported, corrected and cancelled, and what is left when some never come. */
export const STORIES: readonly ToldStory[] = [
  {
    name: 'an admission',
    messages: [admitted],
    story: {
      stay: 'INPATIENT ADMITTED 05-01 10:00–',
      leaves: [],
      history: ['ADMITTED 05-01 10:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a leave with return and discharge',
    messages: [admitted, left, cameBack, discharged],
    story: {
      stay: 'INPATIENT DISCHARGED 05-01 10:00–05-07 07:00',
      leaves: ['05-03 12:00–05-05 13:00'],
      history: [
        'ADMITTED 05-01 10:00',
        'LEAVE_STARTED 05-03 12:00',
        'LEAVE_ENDED 05-05 13:00',
        'DISCHARGED 05-07 07:00',
      ],
      at: HOSPITAL,
    },
  },
  {
    name: 'a leave whose beginning is corrected after the return',
    messages: [
      admitted,
      left,
      cameBack,
      {
        ...left,
        activity: 'revise-start-leave-inpatient',
        header: 'revise',
        leave: { start: at(3, 16) },
        sent: at(6, 8),
        // The last message before it, which is not the one that it corrects.
        refersTo: ['back'],
      },
    ],
    story: {
      stay: 'INPATIENT ADMITTED 05-01 10:00–',
      leaves: ['05-03 14:00–05-05 13:00'],
      history: [
        'ADMITTED 05-01 10:00',
        'LEAVE_STARTED 05-03 12:00',
        'LEAVE_ENDED 05-05 13:00',
        'CORRECTED LEAVE_STARTED 05-03 14:00',
      ],
      at: HOSPITAL,
    },
  },
  {
    name: 'a return that is corrected, then cancelled: still away',
    messages: [
      admitted,
      left,
      cameBack,
      {
        ...cameBack,
        activity: 'revise-end-leave-inpatient',
        header: 'revise',
        leave: { start: at(3, 14), end: at(5, 18) },
        sent: at(5, 19),
        refersTo: ['back'],
      },
      {
        ...cameBack,
        activity: 'cancel-end-leave-inpatient',
        header: 'cancel',
        leave: { start: at(3, 14) },
        status: 'onleave',
        sent: at(5, 20),
        refersTo: ['revise'],
      },
    ],
    story: {
      stay: 'INPATIENT ON_LEAVE 05-01 10:00–',
      leaves: ['05-03 12:00–'],
      history: [
        'ADMITTED 05-01 10:00',
        'LEAVE_STARTED 05-03 12:00',
        'LEAVE_ENDED 05-05 13:00',
        'CORRECTED LEAVE_ENDED 05-05 16:00',
        'CANCELLED LEAVE_ENDED 05-05 18:00',
      ],
      at: HOSPITAL,
    },
  },
  {
    name: 'two leaves of which the first is cancelled',
    messages: [
      admitted,
      left,
      cameBack,
      { ...left, header: 'leave-2', leave: { start: at(6, 10) }, sent: at(6, 10, 2), refersTo: ['back'] },
      {
        ...left,
        activity: 'cancel-start-leave-inpatient',
        header: 'cancel',
        leave: { start: at(3, 14) },
        sent: at(6, 12),
        refersTo: ['leave-2'],
      },
    ],
    story: {
      stay: 'INPATIENT ON_LEAVE 05-01 10:00–',
      leaves: ['05-06 08:00–'],
      history: [
        'ADMITTED 05-01 10:00',
        'LEAVE_STARTED 05-03 12:00',
        'LEAVE_ENDED 05-05 13:00',
        'LEAVE_STARTED 05-06 08:00',
        'CANCELLED LEAVE_STARTED 05-06 10:00',
      ],
      at: HOSPITAL,
    },
  },
  {
    name: 'a leave that is cancelled',
    messages: [
      admitted,
      left,
      {
        ...left,
        activity: 'cancel-start-leave-inpatient',
        header: 'cancel',
        sent: at(3, 15),
        refersTo: ['leave'],
        status: 'in-progress',
      },
    ],
    story: {
      stay: 'INPATIENT ADMITTED 05-01 10:00–',
      leaves: [],
      history: ['ADMITTED 05-01 10:00', 'LEAVE_STARTED 05-03 12:00', 'CANCELLED LEAVE_STARTED 05-03 13:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a discharge from leave',
    messages: [admitted, left, { ...discharged, leave: { start: at(3, 14) }, status: 'onleave', refersTo: ['leave'] }],
    story: {
      stay: 'INPATIENT DISCHARGED 05-01 10:00–05-07 07:00',
      leaves: ['05-03 12:00–05-07 07:00'],
      history: ['ADMITTED 05-01 10:00', 'LEAVE_STARTED 05-03 12:00', 'DISCHARGED 05-07 07:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a discharge that is corrected',
    messages: [
      admitted,
      discharged,
      {
        ...discharged,
        activity: 'revise-discharge-inpatient-home',
        header: 'revise',
        end: at(6, 9),
        sent: at(7, 12),
        refersTo: ['home'],
      },
    ],
    story: {
      stay: 'INPATIENT DISCHARGED 05-01 10:00–05-06 07:00',
      leaves: [],
      history: ['ADMITTED 05-01 10:00', 'DISCHARGED 05-07 07:00', 'CORRECTED DISCHARGED 05-06 07:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a discharge that is cancelled',
    messages: [
      admitted,
      discharged,
      {
        activity: 'cancel-discharge-inpatient-home',
        header: 'cancel',
        start: at(1, 12),
        sent: at(7, 12),
        refersTo: ['home'],
      },
    ],
    story: {
      stay: 'INPATIENT ADMITTED 05-01 10:00–',
      leaves: [],
      history: ['ADMITTED 05-01 10:00', 'DISCHARGED 05-07 07:00', 'CANCELLED DISCHARGED 05-07 10:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'an admission whose time and department are corrected',
    messages: [
      admitted,
      {
        ...admitted,
        activity: 'revise-admit-inpatient',
        header: 'revise',
        start: at(1, 8),
        department: 'Afdeling R, Prøvehospitalet',
        sent: at(1, 15),
        refersTo: ['admit'],
      },
      left,
    ],
    story: {
      stay: 'INPATIENT ON_LEAVE 05-01 06:00–',
      leaves: ['05-03 12:00–'],
      history: ['ADMITTED 05-01 10:00', 'CORRECTED ADMITTED 05-01 06:00', 'LEAVE_STARTED 05-03 12:00'],
      at: 'Afdeling R, Prøvehospitalet',
    },
  },
  {
    name: 'an admission that is corrected, then cancelled with all that followed',
    messages: [
      admitted,
      {
        ...admitted,
        activity: 'revise-admit-inpatient',
        header: 'revise',
        start: at(1, 8),
        sent: at(1, 15),
        refersTo: ['admit'],
      },
      left,
      {
        ...admitted,
        activity: 'cancel-admit-inpatient',
        header: 'cancel',
        status: 'entered-in-error',
        sent: at(4, 9),
        refersTo: ['leave'],
      },
    ],
    story: {
      stay: 'INPATIENT CANCELLED 05-01 06:00–',
      leaves: [],
      history: [
        'ADMITTED 05-01 10:00',
        'CORRECTED ADMITTED 05-01 06:00',
        'LEAVE_STARTED 05-03 12:00',
        'CANCELLED ADMITTED 05-04 07:00',
      ],
      at: HOSPITAL,
    },
  },
  {
    name: 'an emergency stay, corrected and ended',
    messages: [
      emergency,
      {
        ...emergency,
        activity: 'revise-admit-emergency',
        header: 'revise',
        start: at(1, 7),
        sent: at(1, 9),
        refersTo: ['er'],
      },
      {
        ...discharged,
        activity: 'discharge-emergency-home',
        start: at(1, 7),
        end: at(1, 20),
        sent: at(1, 20, 2),
        refersTo: ['revise'],
      },
    ],
    story: {
      stay: 'EMERGENCY DISCHARGED 05-01 05:00–05-01 18:00',
      leaves: [],
      history: ['ADMITTED 05-01 06:00', 'CORRECTED ADMITTED 05-01 05:00', 'DISCHARGED 05-01 18:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'from the emergency department to a ward',
    messages: [emergency, { ...admitted, refersTo: ['er'] }, { ...discharged, refersTo: ['admit'] }],
    story: {
      stay: 'INPATIENT DISCHARGED 05-01 06:00–05-07 07:00',
      leaves: [],
      history: ['ADMITTED 05-01 06:00', 'ADMITTED 05-01 10:00', 'DISCHARGED 05-07 07:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'from the emergency department to a ward, which was the wrong kind of stay',
    messages: [
      emergency,
      { ...admitted, refersTo: ['er'] },
      { ...admitted, activity: 'cancel-admit-inpatient', header: 'cancel', sent: at(1, 13), refersTo: ['admit'] },
    ],
    story: {
      stay: 'EMERGENCY ADMITTED 05-01 06:00–',
      leaves: [],
      history: ['ADMITTED 05-01 06:00', 'ADMITTED 05-01 10:00', 'CANCELLED ADMITTED 05-01 11:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'an emergency stay that was somebody else',
    messages: [
      emergency,
      {
        ...emergency,
        activity: 'cancel-admit-emergency',
        header: 'cancel',
        status: 'cancelled',
        sent: at(1, 10),
        refersTo: ['er'],
      },
    ],
    story: {
      stay: 'EMERGENCY CANCELLED 05-01 06:00–',
      leaves: [],
      history: ['ADMITTED 05-01 06:00', 'CANCELLED ADMITTED 05-01 08:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'moved to another hospital',
    messages: [
      admitted,
      {
        ...admitted,
        header: 'moved',
        start: at(4, 11),
        sent: at(4, 11, 2),
        refersTo: ['admit'],
        department: 'Afdeling X, Det andet hospital',
      },
    ],
    story: {
      stay: 'INPATIENT ADMITTED 05-01 10:00–',
      leaves: [],
      history: ['ADMITTED 05-01 10:00', 'ADMITTED 05-04 09:00'],
      at: 'Afdeling X, Det andet hospital',
    },
  },
  {
    name: 'admitted again after the discharge',
    messages: [admitted, discharged, { ...admitted, header: 'again', start: at(8, 10), sent: at(8, 10, 2) }],
    story: {
      stay: 'INPATIENT ADMITTED 05-01 10:00–',
      leaves: [],
      history: ['ADMITTED 05-01 10:00', 'DISCHARGED 05-07 07:00', 'ADMITTED 05-08 08:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a death on leave, in the words of the message before',
    messages: [
      admitted,
      left,
      {
        ...left,
        header: 'death',
        deceased: true,
        status: 'finished',
        end: at(4, 9),
        sent: at(4, 9, 2),
        refersTo: ['leave'],
      },
    ],
    story: {
      stay: 'INPATIENT DECEASED 05-01 10:00–05-04 07:00',
      leaves: ['05-03 12:00–05-04 07:00'],
      history: ['ADMITTED 05-01 10:00', 'LEAVE_STARTED 05-03 12:00', 'DIED 05-04 07:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a death whose time is corrected',
    messages: [
      admitted,
      { ...admitted, header: 'death', deceased: true, end: at(4, 9), sent: at(4, 9, 2), refersTo: ['admit'] },
      { ...admitted, header: 'revise', deceased: true, end: at(4, 7), sent: at(4, 12), refersTo: ['death'] },
    ],
    story: {
      stay: 'INPATIENT DECEASED 05-01 10:00–05-04 05:00',
      leaves: [],
      history: ['ADMITTED 05-01 10:00', 'DIED 05-04 07:00', 'CORRECTED DIED 05-04 05:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a death on leave that was somebody else: on leave as before',
    messages: [
      admitted,
      left,
      { ...left, header: 'death', deceased: true, end: at(4, 9), sent: at(4, 9, 2), refersTo: ['leave'] },
      { ...left, header: 'alive', deceased: false, sent: at(4, 12), refersTo: ['death'] },
    ],
    story: {
      stay: 'INPATIENT ON_LEAVE 05-01 10:00–',
      leaves: ['05-03 12:00–'],
      history: ['ADMITTED 05-01 10:00', 'LEAVE_STARTED 05-03 12:00', 'DIED 05-04 07:00', 'CANCELLED DIED 05-04 10:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'dead on arrival',
    messages: [{ ...admitted, deceased: true, status: 'finished', end: at(1, 12) }],
    story: {
      stay: 'INPATIENT DECEASED 05-01 10:00–05-01 10:00',
      leaves: [],
      history: ['DIED 05-01 10:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a death in the emergency department',
    messages: [
      emergency,
      { ...emergency, header: 'death', deceased: true, end: at(1, 9), sent: at(1, 9, 2), refersTo: ['er'] },
    ],
    story: {
      stay: 'EMERGENCY DECEASED 05-01 06:00–05-01 07:00',
      leaves: [],
      history: ['ADMITTED 05-01 06:00', 'DIED 05-01 07:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a discharge whose admission never came',
    messages: [discharged],
    story: {
      stay: 'INPATIENT DISCHARGED 05-01 10:00–05-07 07:00',
      leaves: [],
      history: ['DISCHARGED 05-07 07:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a return whose leave never came',
    messages: [admitted, cameBack],
    story: {
      stay: 'INPATIENT ADMITTED 05-01 10:00–',
      leaves: ['05-03 12:00–05-05 13:00'],
      history: ['ADMITTED 05-01 10:00', 'LEAVE_ENDED 05-05 13:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a leave whose end never came before the next',
    messages: [
      admitted,
      left,
      { ...left, header: 'leave-2', leave: { start: at(6, 10) }, sent: at(6, 10, 2), refersTo: ['leave'] },
    ],
    story: {
      stay: 'INPATIENT ON_LEAVE 05-01 10:00–',
      leaves: ['05-03 12:00–05-06 08:00', '05-06 08:00–'],
      history: ['ADMITTED 05-01 10:00', 'LEAVE_STARTED 05-03 12:00', 'LEAVE_STARTED 05-06 08:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a correction and a cancellation of what never came',
    messages: [
      { ...admitted, activity: 'revise-admit-inpatient', header: 'revise', sent: at(1, 15), refersTo: ['lost'] },
      { ...admitted, activity: 'cancel-admit-inpatient', header: 'cancel', sent: at(1, 16), refersTo: ['lost'] },
    ],
    story: {
      stay: 'INPATIENT CANCELLED 05-01 10:00–',
      leaves: [],
      history: ['CORRECTED ADMITTED 05-01 10:00', 'CANCELLED ADMITTED 05-01 14:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a cancellation alone',
    messages: [{ ...admitted, activity: 'cancel-admit-inpatient', header: 'cancel', refersTo: ['lost'] }],
    story: {
      stay: 'INPATIENT CANCELLED 05-01 10:00–',
      leaves: [],
      history: ['CANCELLED ADMITTED 05-01 10:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a correction sent by a clock that runs behind',
    messages: [
      admitted,
      {
        ...admitted,
        activity: 'revise-admit-inpatient',
        header: 'revise',
        start: at(1, 8),
        sent: at(1, 11),
        refersTo: ['admit'],
      },
    ],
    story: {
      stay: 'INPATIENT ADMITTED 05-01 06:00–',
      leaves: [],
      history: ['ADMITTED 05-01 10:00', 'CORRECTED ADMITTED 05-01 06:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a leave that is reported after the admission was cancelled: that stay never was',
    messages: [
      admitted,
      { ...admitted, activity: 'cancel-admit-inpatient', header: 'cancel', sent: at(2, 9), refersTo: ['admit'] },
      left,
    ],
    story: {
      stay: 'INPATIENT CANCELLED 05-01 10:00–',
      leaves: [],
      history: ['ADMITTED 05-01 10:00', 'CANCELLED ADMITTED 05-02 07:00', 'LEAVE_STARTED 05-03 12:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'an admission that was cancelled and made anew, without what followed the first',
    messages: [
      admitted,
      left,
      { ...admitted, activity: 'cancel-admit-inpatient', header: 'cancel', sent: at(4, 9), refersTo: ['leave'] },
      { ...admitted, header: 'anew', sent: at(4, 10), refersTo: ['cancel'] },
    ],
    story: {
      stay: 'INPATIENT ADMITTED 05-01 10:00–',
      leaves: [],
      history: ['ADMITTED 05-01 10:00', 'LEAVE_STARTED 05-03 12:00', 'CANCELLED ADMITTED 05-04 07:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'an admission that is reported twice under different headers',
    messages: [admitted, { ...admitted, header: 'again', sent: at(1, 13) }],
    story: {
      stay: 'INPATIENT ADMITTED 05-01 10:00–',
      leaves: [],
      history: ['ADMITTED 05-01 10:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'an admission that is reported after the discharge, with the true beginning',
    messages: [
      { ...discharged, refersTo: [] },
      { ...admitted, start: at(1, 13), sent: at(7, 12) },
    ],
    story: {
      stay: 'INPATIENT DISCHARGED 05-01 11:00–05-07 07:00',
      leaves: [],
      history: ['DISCHARGED 05-07 07:00', 'ADMITTED 05-01 11:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'a death that was somebody else, after a discharge that never came',
    messages: [
      admitted,
      { ...discharged, header: 'death', deceased: true, end: at(8, 9), sent: at(8, 9, 2), refersTo: ['home'] },
      { ...discharged, header: 'alive', deceased: false, sent: at(8, 12), refersTo: ['death'] },
    ],
    story: {
      stay: 'INPATIENT DISCHARGED 05-01 10:00–05-07 07:00',
      leaves: [],
      history: ['ADMITTED 05-01 10:00', 'DIED 05-08 07:00', 'CANCELLED DIED 05-08 10:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'the first of two leaves corrected, once by its header and once by its former beginning',
    messages: [
      admitted,
      left,
      cameBack,
      { ...left, header: 'leave-2', leave: { start: at(6, 10) }, sent: at(6, 10, 2), refersTo: ['back'] },
      {
        ...cameBack,
        header: 'back-2',
        leave: { start: at(6, 10), end: at(6, 20) },
        sent: at(6, 20, 2),
        refersTo: ['leave-2'],
      },
      {
        ...left,
        activity: 'revise-start-leave-inpatient',
        header: 'revise',
        leave: { start: at(3, 16) },
        sent: at(7, 8),
        refersTo: ['leave'],
      },
      {
        ...cameBack,
        activity: 'revise-end-leave-inpatient',
        header: 'revise-2',
        leave: { start: at(3, 14), end: at(5, 18) },
        sent: at(7, 9),
        refersTo: ['lost'],
      },
    ],
    story: {
      stay: 'INPATIENT ADMITTED 05-01 10:00–',
      leaves: ['05-03 14:00–05-05 16:00', '05-06 08:00–05-06 18:00'],
      history: [
        'ADMITTED 05-01 10:00',
        'LEAVE_STARTED 05-03 12:00',
        'LEAVE_ENDED 05-05 13:00',
        'LEAVE_STARTED 05-06 08:00',
        'LEAVE_ENDED 05-06 18:00',
        'CORRECTED LEAVE_STARTED 05-03 14:00',
        'CORRECTED LEAVE_ENDED 05-05 16:00',
      ],
      at: HOSPITAL,
    },
  },
];
