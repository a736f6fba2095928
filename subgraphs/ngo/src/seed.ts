import { type CourseRecord, courses, mentors, ngoOf, type Person, people, volunteers } from '@sammen/population';
import { runSeed, type SeedSink, textArray } from '@sammen/subgraph-kit';
import { TABLES } from './seed/tables.js';
import { mentorRows, volunteerRow } from './seed/helperRows.js';
import { wishRow } from './seed/wishRow.js';
import { ngo } from './subgraph.js';

/** Synthetic people only: what the population says NGOs know of them. */
await runSeed(ngo, {
  tables: TABLES,
  async fill(sink, { seed, citizens, today }, progress) {
    const options = { referenceDate: today };
    const heldAt = new Map<string, string>();
    for (const course of courses(seed, citizens, options)) await writeCourse(sink, course, heldAt);
    const open = new Map<string, number>();
    let done = 0;
    for (const person of people(seed, citizens, options)) {
      await writePerson(sink, person, heldAt, open);
      if (++done % 500 === 0) progress(done);
    }
    // Helpers come last, because how many citizens they have room for is more than how many they have.
    for (const mentor of mentors(seed, citizens, options))
      for (const [table, row] of mentorRows(mentor, open.get(mentor.id) ?? 0)) await sink.write(table, row);
    for (const volunteer of volunteers(seed, citizens, options))
      await sink.write('volunteer', volunteerRow(volunteer, open.get(volunteer.id) ?? 0));
  },
});

async function writeCourse(sink: SeedSink, course: CourseRecord, heldAt: Map<string, string>): Promise<void> {
  const { id, title, startsOn, endsOn, capacity } = course;
  const educators = course.educators.map(({ kind, name, organisationId }) => ({ kind, name, organisationId }));
  await sink.write('course', [id, course.organisationId, title, startsOn, endsOn, capacity, educators]);
  for (const session of course.sessions) {
    heldAt.set(session.id, session.at);
    await sink.write('course_session', [id, session.id, session.at, session.topic]);
  }
}

async function writePerson(
  sink: SeedSink,
  person: Person,
  heldAt: ReadonlyMap<string, string>,
  open: Map<string, number>,
): Promise<void> {
  const { mentorships, volunteerMatches, enrolments } = ngoOf(person);
  const count = (helperId: string) => open.set(helperId, (open.get(helperId) ?? 0) + 1);
  for (const match of mentorships) {
    if (match.endedOn === null) count(match.mentorId);
    await sink.write('mentorship', [...matchRow(match, match.mentorId), false]);
    for (const visit of match.visits) await sink.write('mentor_meeting', visitRow(match, visit));
    const wish = wishRow(match);
    if (wish !== null) await sink.write('peer_wish', wish);
  }
  for (const match of volunteerMatches) {
    if (match.endedOn === null) count(match.volunteerId);
    await sink.write('visit_agreement', matchRow(match, match.volunteerId));
    for (const visit of match.visits) await sink.write('volunteer_visit', visitRow(match, visit));
  }
  for (const { id, citizenId, courseId, organisationId, enrolledOn, status, endedOn, attendance } of enrolments) {
    const withdrawnOn = status === 'DROPPED_OUT' ? endedOn : null;
    const row = [citizenId, id, courseId, organisationId, 'PARTICIPANT', enrolledOn, withdrawnOn];
    await sink.write('course_enrolment', row);
    for (const { sessionId, attended } of attendance)
      await sink.write('session_attendance', [citizenId, id, sessionId, courseId, attended, heldAt.get(sessionId)]);
  }
}

type MatchRecord = ReturnType<typeof ngoOf>['mentorships' | 'volunteerMatches'][number];

function matchRow(match: MatchRecord, helperId: string) {
  const { citizenId, id, organisationId, goals, frequency, startedOn, plannedEndOn, endedOn, endReason } = match;
  const period = [startedOn, plannedEndOn, endedOn, endReason];
  return [citizenId, id, organisationId, helperId, textArray(goals), frequency, ...period];
}

function visitRow(match: MatchRecord, visit: MatchRecord['visits'][number]) {
  return [match.citizenId, visit.id, match.id, visit.at, visit.durationMinutes, visit.activity, visit.status];
}
