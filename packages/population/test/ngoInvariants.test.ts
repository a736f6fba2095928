import { courses, mentors, volunteers } from '@sammen/population';
import { breaking } from './support/cohort.js';
import { everybody, range } from './support/everything.js';
import type { Records } from './support/everything.js';

const every = <Item>(items: readonly Item[], holds: (item: Item, at: number) => boolean) => items.every(holds);

describe('NGOs', () => {
  it('visits lie inside the match, and only what is planned is in the future', () => {
    const holds = ({ person, ngo: { mentorships, volunteerMatches } }: Records) =>
      every(
        [...mentorships, ...volunteerMatches],
        (each) =>
          (each.endedOn ?? '9') >= each.startedOn &&
          each.endedEarly === (each.endReason !== null) &&
          every(
            each.visits,
            (visit) =>
              visit.at > each.startedOn &&
              visit.at.slice(0, 10) < (each.endedOn ?? '9') &&
              (visit.status === 'PLANNED') === visit.at.slice(0, 10) >= person.referenceDate,
          ),
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('mentors, volunteers and courses that citizens have are those of the population of that size', () => {
    const ids = (list: Iterable<{ id: string }>) => new Set([...list].map((each) => each.id));
    const small = [ids(mentors(1, 220)), ids(volunteers(1, 220)), ids(courses(1, 220))] as const;
    const large = [ids(mentors(1, 2000)), ids(volunteers(1, 2000)), ids(courses(1, 2000))] as const;
    const holds = ({ person, ngo }: Records) => {
      const [ofMentors, ofVolunteers, ofCourses] = person.index < 220 ? small : large;
      return (
        every(ngo.mentorships, (each) => ofMentors.has(each.mentorId)) &&
        every(ngo.volunteerMatches, (each) => ofVolunteers.has(each.volunteerId)) &&
        every(ngo.enrolments, (each) => ofCourses.has(each.courseId))
      );
    };
    expect(breaking(holds)).toEqual([]);
  });

  it('every course has a practitioner and a peer, and more seats than are taken', () => {
    const taken = new Map<string, number>();
    for (const { ngo } of everybody(1, range(0, 2000)))
      for (const { courseId } of ngo.enrolments) taken.set(courseId, (taken.get(courseId) ?? 0) + 1);
    for (const each of courses(1, 2000)) {
      expect(each.educators.map((one) => one.kind).sort()).toEqual(['PEER', 'PRACTITIONER']);
      expect(taken.get(each.id) ?? 0).toBeLessThanOrEqual(each.capacity);
    }
  });
});
