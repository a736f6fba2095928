import { HOSPITAL, admitted, at, cameBack, discharged, left, type ToldStory } from './toldStory.js';

/** Leaves: reported, corrected, cancelled, several in one stay. */
export const LEAVE_STORIES: readonly ToldStory[] = [
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
