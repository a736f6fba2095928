import { HOSPITAL, admitted, at, discharged, emergency, left, type ToldStory } from './toldStory.js';

/** Admissions: reported, corrected, cancelled, moved, made anew. */
export const ADMISSION_STORIES: readonly ToldStory[] = [
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
    name: 'a correction that was sent after the cancellation: that stay never was',
    messages: [
      admitted,
      { ...admitted, activity: 'cancel-admit-inpatient', header: 'cancel', sent: at(2, 9), refersTo: ['admit'] },
      { ...admitted, activity: 'revise-admit-inpatient', header: 'revise', start: at(1, 8), sent: at(2, 10) },
    ],
    story: {
      stay: 'INPATIENT CANCELLED 05-01 10:00–',
      leaves: [],
      history: ['ADMITTED 05-01 10:00', 'CANCELLED ADMITTED 05-02 07:00', 'CORRECTED ADMITTED 05-01 06:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'all that happens to an admission within one second',
    messages: [
      { ...admitted, activity: 'cancel-admit-inpatient', header: 'a', start: at(1, 8) },
      { ...admitted, activity: 'revise-admit-inpatient', header: 'b', start: at(1, 8) },
      { ...admitted, header: 'c' },
      { ...left, header: 'd', sent: at(1, 12, 2), leave: { start: at(1, 12, 1) } },
    ],
    story: {
      stay: 'INPATIENT CANCELLED 05-01 06:00–',
      leaves: [],
      history: [
        'ADMITTED 05-01 10:00',
        'LEAVE_STARTED 05-01 10:00',
        'CORRECTED ADMITTED 05-01 06:00',
        'CANCELLED ADMITTED 05-01 10:00',
      ],
      at: HOSPITAL,
    },
  },
];
