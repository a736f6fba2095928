/** What stories are made of: messages of one stay in May 2024, and where it is. */
import type { NotificationSpec } from '../notification.js';
import type { told } from '../telling.js';

/** Messages of one episode, and the story that a person reads in them. Times of the story are in UTC. */
export interface ToldStory {
  readonly name: string;
  readonly messages: readonly NotificationSpec[];
  readonly story: ReturnType<typeof told>;
}

/** Where all of it takes place, unless said otherwise. */
export const HOSPITAL = 'Afdeling Q, Prøvehospitalet';

/** `day 3, 14:00` in Denmark, May 2024. */
export const at = (day: number, hour: number, second = 0) =>
  `2024-05-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:${String(second).padStart(2, '0')}+02:00`;

export const admitted = { activity: 'admit-inpatient', header: 'admit', start: at(1, 12), sent: at(1, 12, 2) };
export const left = {
  activity: 'start-leave-inpatient',
  header: 'leave',
  start: at(1, 12),
  leave: { start: at(3, 14) },
  status: 'onleave',
  sent: at(3, 14, 2),
  refersTo: ['admit'],
};
export const cameBack = {
  activity: 'end-leave-inpatient',
  header: 'back',
  start: at(1, 12),
  leave: { start: at(3, 14), end: at(5, 15) },
  sent: at(5, 15, 2),
  refersTo: ['leave'],
};
export const discharged = {
  activity: 'discharge-inpatient-home',
  header: 'home',
  start: at(1, 12),
  end: at(7, 9),
  status: 'finished',
  sent: at(7, 9, 2),
  refersTo: ['admit'],
};
export const emergency = { activity: 'admit-emergency', header: 'er', start: at(1, 8), sent: at(1, 8, 2) };
