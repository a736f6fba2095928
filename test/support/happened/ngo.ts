/** Mentorships and courses, from the NGOs' records. */
import { mentors, ngoOf, type Person } from '@sammen/population';
import { type Happened, quarterOf, running } from './quarters';

/** By measure. */
export const ngo: Readonly<Record<string, (person: Person, periods: readonly string[]) => Happened[]>> = {
  mentorships(person, periods) {
    const paid = new Map([...mentors(person.seed, 220)].map(({ id, engagement }) => [id, engagement]));
    const matches = ngoOf(person).mentorships.map((each) => ({
      ...each,
      validFrom: each.startedOn,
      validTo: each.endedOn,
    }));
    return running(matches, periods, ({ mentorId }) => paid.get(mentorId)!);
  },
  /** In the quarter in which the course ends; whoever gave up before its last day has left. */
  courseParticipants: (person) =>
    ngoOf(person).enrolments.map(({ courseEndsOn, status, endedOn }) => ({
      period: quarterOf(courseEndsOn),
      kind: status === 'DROPPED_OUT' && endedOn! < courseEndsOn ? 'LEFT' : 'STAYED',
    })),
};
