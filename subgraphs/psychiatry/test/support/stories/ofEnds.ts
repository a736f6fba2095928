import { HOSPITAL, admitted, at, discharged, emergency, left, type ToldStory } from './toldStory.js';

/** How stays end, and when they did not. */
export const END_STORIES: readonly ToldStory[] = [
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
];
