import pg from 'pg';
import { useSystem } from '../../../test/support/system.js';
import { daysFromNow, see, unknownId } from './support/acts.js';
import { NGO, OTHER_NGO, actorOf, ask, citizenNumber } from './support/people.js';
import { rush } from './support/rush.js';

const system = useSystem();
const coordinator = actorOf('NGO_COORDINATOR');
const [citizen, second] = [citizenNumber(10), citizenNumber(11)];

const PEER = { kind: 'PEER', name: 'Peer Prøve', organisationId: NGO };
const PRACTITIONER = { kind: 'PRACTITIONER', name: 'Fagperson Prøve', organisationId: 'region-syddanmark' };
const HELD = { at: `${daysFromNow(-7)}T16:00:00Z`, topic: 'Søvn' };
const TO_COME = { at: `${daysFromNow(7)}T16:00:00Z`, topic: 'Håb' };

const CREATE = `mutation ($input: CreateCourseInput!) { createCourse(input: $input) {
  id startsOn endsOn sessions { id topic } educators { kind name organisation { id } } } }`;
const create = (said: Record<string, unknown> = {}, actor = coordinator) => {
  const input = {
    title: 'Prøvekursus',
    capacity: 5,
    educators: [PEER, PRACTITIONER],
    sessions: [HELD, TO_COME],
    ...said,
  };
  return ask(system, actor, CREATE, { input });
};
const enrol = (courseId: string, citizenId = citizen, actor = coordinator) =>
  ask(system, actor, `mutation ($input: EnrolInput!) { enrolInCourse(input: $input) { id version status role } }`, {
    input: { citizenId, courseId },
  });
const attend = (input: Record<string, unknown>) =>
  ask(
    system,
    coordinator,
    `mutation ($input: AttendanceInput!) { recordAttendance(input: $input) { attendance { attended session { topic } } } }`,
    { input },
  );
const withdraw = (input: Record<string, unknown>) =>
  ask(system, coordinator, `mutation ($input: WithdrawInput!) { withdrawFromCourse(input: $input) { status } }`, {
    input,
  });

async function course(said: Record<string, unknown> = {}) {
  return (await create(said)).data.createCourse;
}

describe('a course', () => {
  it('is taught by practitioners and peers together, and open for everybody to see', async () => {
    const made = await course();
    expect(made).toMatchObject({ startsOn: HELD.at.slice(0, 10), endsOn: TO_COME.at.slice(0, 10) });
    const outsider = system.persona('outsider');
    const query = `{ course(id: "${made.id}") { title educators { kind organisation { name } } } }`;
    const { body } = await system.graphql(system.urls['ngo'] as string, { query, persona: 'outsider' });
    expect(outsider.actor.organisationId).not.toBe(NGO);
    expect(body.data?.['course'].educators).toEqual([
      { kind: 'PEER', organisation: { name: 'Peernetværket Vestkysten' } },
      { kind: 'PRACTITIONER', organisation: { name: 'Region Syddanmark' } },
    ]);
  });

  it.each([
    ['without a peer', { educators: [PRACTITIONER] }, 'COURSE_NEEDS_PEER'],
    ['without a practitioner', { educators: [PEER] }, 'COURSE_NEEDS_PRACTITIONER'],
    ['without anybody', { educators: [] }, 'COURSE_NEEDS_PEER'],
    ['with two sessions at once', { sessions: [HELD, HELD] }, 'INVALID_INPUT'],
    ['without a session', { sessions: [] }, 'INVALID_INPUT'],
    ['without a place', { capacity: 0 }, 'INVALID_INPUT'],
    [
      'with an educator of an organisation nobody knows',
      { educators: [PEER, { ...PRACTITIONER, organisationId: 'x' }] },
      'REFERENCE_UNKNOWN',
    ],
  ])('is refused %s', async (_, said, code) => {
    expect((await create(said)).codes).toEqual([code]);
  });

  it('is refused to anybody but a coordinator', async () => {
    expect((await create({}, actorOf('MENTOR'))).codes).toEqual(['NOT_ALLOWED']);
  });

  it('without a peer or a practitioner is refused by the table itself', async () => {
    const { id } = await course();
    const client = new pg.Client({ connectionString: system.databaseUrl('ngo') });
    await client.connect();
    const without = (kind: string) =>
      client
        .query(
          `UPDATE course SET educators =
             (SELECT coalesce(jsonb_agg(e), '[]') FROM jsonb_array_elements(educators) e WHERE e->>'kind' <> $2) WHERE id = $1`,
          [id, kind],
        )
        .then(
          () => 'written',
          (error: { constraint?: string }) => error.constraint,
        );
    expect(await without('PEER')).toBe('course_needs_peer');
    expect(await without('PRACTITIONER')).toBe('course_needs_practitioner');
    await client.end();
  });
});

describe('an enrolment', () => {
  it('is the citizen’s: the coordinator of the course sees it, and it opens no mentorship to them', async () => {
    const before = await see(system, coordinator, second);
    expect(before.citizen.psychoEducation).toBeNull();
    const { id } = await course();
    const { data, codes } = await enrol(id, second);
    expect(codes).toEqual([]);
    expect(data.enrolInCourse).toMatchObject({ status: 'ENROLLED', role: 'PARTICIPANT' });
    const { citizen: seen } = await see(system, coordinator, second);
    expect(seen.psychoEducation.nodes[0]).toMatchObject({
      id: data.enrolInCourse.id,
      course: { title: 'Prøvekursus' },
    });
    expect([seen.mentorships, seen.volunteerVisits]).toEqual([null, null]);
    const { citizen: elsewhere } = await see(system, actorOf('NGO_COORDINATOR', OTHER_NGO), second);
    expect(elsewhere.psychoEducation).toBeNull();
  });

  it('is refused when the course is full, also when several ask for the last place at once', async () => {
    const { id } = await course({ capacity: 1 });
    const enrolling = [12, 13, 14].map((number) => () => enrol(id, citizenNumber(number)));
    const answers = await rush(system, 'course', id, enrolling);
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['COURSE_FULL', 'COURSE_FULL']);
  });

  it('is refused twice, in a course that is over, in a course of another NGO as in none', async () => {
    const { id } = await course();
    await enrol(id);
    expect((await enrol(id)).codes).toEqual(['ALREADY_ENROLLED']);
    const over = await course({ sessions: [HELD] });
    expect((await enrol(over.id)).codes).toEqual(['COURSE_OVER']);
    const theirs = await enrol(id, second, actorOf('NGO_COORDINATOR', OTHER_NGO));
    expect(theirs.codes).toEqual(['COURSE_UNKNOWN']);
    expect(theirs).toEqual(await enrol(unknownId(), second, actorOf('NGO_COORDINATOR', OTHER_NGO)));
    expect((await enrol('a course')).codes).toEqual(['INVALID_ID']);
  });

  it('keeps attendance of sessions that were held, and corrects it', async () => {
    const made = await course();
    const { data } = await enrol(made.id);
    const at = { citizenId: citizen, enrolmentId: data.enrolInCourse.id };
    const [held, toCome] = made.sessions;
    expect((await attend({ ...at, sessionId: held.id, attended: true })).codes).toEqual([]);
    const corrected = await attend({ ...at, sessionId: held.id, attended: false });
    expect(corrected.data.recordAttendance.attendance).toEqual([{ attended: false, session: { topic: 'Søvn' } }]);
    expect((await attend({ ...at, sessionId: toCome.id, attended: true })).codes).toEqual(['SESSION_NOT_HELD']);
    const other = await course();
    const wrong = await attend({ ...at, sessionId: other.sessions[0].id, attended: true });
    expect(wrong.codes).toEqual(['NOT_FOUND']);
  });

  it('ends when the citizen withdraws, whose place is free again', async () => {
    const { id } = await course({ capacity: 1 });
    const { data } = await enrol(id);
    const over = { citizenId: citizen, enrolmentId: data.enrolInCourse.id, version: 1 };
    expect((await withdraw({ ...over, version: 7 })).codes).toEqual(['VERSION_CONFLICT']);
    expect((await withdraw(over)).data.withdrawFromCourse.status).toBe('WITHDRAWN');
    expect((await withdraw(over)).codes).toEqual(['ENROLMENT_WITHDRAWN']);
    expect((await enrol(id)).codes).toEqual([]);
  });

  it('shows up among the participants of the course, for its own coordinator alone', async () => {
    const { id } = await course();
    await enrol(id);
    await enrol(id, second);
    const list = `{ courseParticipants(courseId: "${id}", first: 1) { totalCount pageInfo { hasNextPage } nodes { citizenId } } }`;
    const own = await ask(system, coordinator, list);
    expect(own.data.courseParticipants).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const elsewhere = await ask(system, actorOf('NGO_COORDINATOR', OTHER_NGO), list);
    expect(elsewhere.data.courseParticipants).toMatchObject({ totalCount: 0, nodes: [] });
    expect((await ask(system, actorOf('MENTOR'), list)).codes).toEqual(['NOT_ALLOWED']);
  });
});
