import { courseParticipants } from './courseParticipants.js';
import { mentorships } from './mentorships.js';

/** What NGOs count for analysts. */
export const statistics = { by: 'KIND', measures: [mentorships, courseParticipants] } as const;
