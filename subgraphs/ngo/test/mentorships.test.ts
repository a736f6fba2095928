import type { Actor } from '@sammen/consent';
import pg from 'pg';
import { useSystem } from '../../../test/support/system.js';
import { daysFromNow, end, match, newMentor, record, see, unknownId } from './support/acts.js';
import { OTHER_NGO, actorOf, ask, citizenActor, citizenNumber } from './support/people.js';
import { rush } from './support/rush.js';

const system = useSystem();
const coordinator = actorOf('NGO_COORDINATOR');
const elsewhere = actorOf('NGO_COORDINATOR', OTHER_NGO);
const citizen = citizenNumber(0);

const EXTEND = `mutation ($input: ExtendMentorshipInput!) {
  extendMentorship(input: $input) { version plannedEndOn } }`;
const extend = (actor: Actor, input: Record<string, unknown>) => ask(system, actor, EXTEND, { input });

/** The same day so many months later, by the calendar. */
function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()));
  // A day that the month does not have is its last.
  const overflown = wanted.getUTCDate() !== date.getUTCDate();
  if (overflown) wanted.setUTCDate(0);
  return wanted.toISOString().slice(0, 10);
}

async function matched(said: Record<string, unknown> = {}, citizenId = citizen) {
  const mentor = await newMentor(system, coordinator);
  const { data } = await match(system, coordinator, citizenId, mentor.id, said);
  return { mentor, mentorship: data.matchMentor };
}

describe('a mentorship', () => {
  it('is planned for six months, and lets the mentor see the citizen while it lasts', async () => {
    const mentor = await newMentor(system, coordinator);
    const before = await see(system, mentor.actor, citizen);
    expect(before.citizen.mentorships).toBeNull();
    expect(before.withheld.map(({ category }) => category)).toContain('MENTORSHIP');

    const { data, codes } = await match(system, coordinator, citizen, mentor.id);
    expect(codes).toEqual([]);
    const { id, startedOn, plannedEndOn, status } = data.matchMentor;
    expect(status).toBe('ACTIVE');
    expect(plannedEndOn).toBe(monthsAfter(startedOn, 6));
    const { citizen: seen } = await see(system, mentor.actor, citizen);
    expect(seen.mentorships.nodes.map((node: any) => node.id)).toContain(id);
    expect(seen.mentorships.nodes[0].mentorName).toBe('Mentor Prøve');
  });

  it('ends at once for the mentor, who sees nothing of the citizen any more; the coordinator does for a while', async () => {
    const { mentor, mentorship } = await matched();
    const over = { citizenId: citizen, matchId: mentorship.id, version: 1, reason: 'CITIZEN_WISHED' };
    const { data, codes } = await end(system, coordinator, 'endMentorship', over);
    expect(codes).toEqual([]);
    expect(data.endMentorship).toMatchObject({ status: 'ENDED_EARLY', endedEarly: true, endReason: 'CITIZEN_WISHED' });

    const { citizen: seen, withheld } = await see(system, mentor.actor, citizen);
    expect(seen).toEqual({
      mentorships: null,
      volunteerVisits: null,
      volunteerAgreements: null,
      psychoEducation: null,
      peerWishes: null,
    });
    expect(withheld.find(({ path }) => path[2] === 'mentorships')?.state).toBe('NO_ACCESS');
    const late = await record(system, mentor.actor, 'recordMentorMeeting', {
      citizenId: citizen,
      matchId: mentorship.id,
    });
    expect(late.codes).toEqual(['NOT_ALLOWED']);

    const later = await end(system, coordinator, 'endMentorship', { ...over, version: 2 });
    expect(later.codes).toEqual(['MATCH_ENDED']);
    const { citizen: known } = await see(system, coordinator, citizen);
    expect(known.mentorships.nodes.find((node: any) => node.id === mentorship.id).endReason).toBe('CITIZEN_WISHED');
  });

  it('needs a reason to end early', async () => {
    const { mentorship } = await matched();
    const over = { citizenId: citizen, matchId: mentorship.id, version: 1 };
    const { codes, fields } = await end(system, coordinator, 'endMentorship', over);
    expect([codes, fields]).toEqual([['END_REASON_REQUIRED'], ['input.reason']]);
  });

  it('is extended to nine months and no further, and never shortened that way', async () => {
    const { mentorship } = await matched();
    const { id: matchId, startedOn, plannedEndOn } = mentorship;
    const until = (plannedEnd: string, version = 1) =>
      extend(coordinator, { citizenId: citizen, matchId, version, plannedEndOn: plannedEnd });
    const nine = monthsAfter(startedOn, 9);
    const tooLong = new Date(Date.parse(nine) + 86_400_000).toISOString().slice(0, 10);
    expect((await until(tooLong)).codes).toEqual(['MATCH_TOO_LONG']);
    expect((await until(plannedEndOn)).codes).toEqual(['MATCH_DATE_INVALID']);
    expect((await until(nine)).data.extendMentorship).toEqual({ version: 2, plannedEndOn: nine });
    expect((await until(nine)).codes).toEqual(['VERSION_CONFLICT']);
  });

  it('is made once per idempotency key, and the key is good for one input', async () => {
    const mentor = await newMentor(system, coordinator);
    const key = { idempotencyKey: unknownId() };
    const first = await match(system, coordinator, citizen, mentor.id, key);
    const again = await match(system, coordinator, citizen, mentor.id, key);
    expect(again.data.matchMentor.id).toBe(first.data.matchMentor.id);
    const other = await match(system, coordinator, citizen, mentor.id, { ...key, frequency: 'MONTHLY' });
    expect(other.codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });
});

describe('a match is refused', () => {
  it('with a mentor of another NGO, in the very words as with no mentor at all', async () => {
    const foreign = await newMentor(system, elsewhere);
    const [theirs, nobody] = [
      await match(system, coordinator, citizen, foreign.id),
      await match(system, coordinator, citizen, unknownId()),
    ];
    expect(theirs.codes).toEqual(['MENTOR_UNKNOWN']);
    expect(theirs).toEqual(nobody);
  });

  it('with a mentor who is not active yet or any more', async () => {
    const coming = await newMentor(system, coordinator, { activeFrom: daysFromNow(10) });
    expect((await match(system, coordinator, citizen, coming.id)).codes).toEqual(['MENTOR_INACTIVE']);
    const gone = await newMentor(system, coordinator, { activeFrom: daysFromNow(-100) });
    const change = `mutation ($input: ChangeMentorInput!) { changeMentor(input: $input) { activeTo } }`;
    const stop = { mentorId: gone.id, version: 1, activeTo: daysFromNow(-10) };
    expect((await ask(system, coordinator, change, { input: stop })).codes).toEqual([]);
    expect((await match(system, coordinator, citizen, gone.id)).codes).toEqual(['MENTOR_INACTIVE']);
  });

  it('with a mentor who has no room left, also when two ask for the last place at once', async () => {
    const mentor = await newMentor(system, coordinator, { capacity: 1 });
    const matching = [1, 2, 3].map((number) => () => match(system, coordinator, citizenNumber(number), mentor.id));
    const answers = await rush(system, 'mentor', mentor.id, matching);
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['MENTOR_FULL', 'MENTOR_FULL']);
  });

  it('with the same mentor twice at a time', async () => {
    const { mentor } = await matched();
    expect((await match(system, coordinator, citizen, mentor.id)).codes).toEqual(['ALREADY_MATCHED']);
  });

  it('with a mentor who works with teams of professionals only', async () => {
    const mentor = await newMentor(system, coordinator, { targets: ['PROFESSIONAL_TEAM'] });
    expect((await match(system, coordinator, citizen, mentor.id)).codes).toEqual(['MENTOR_NOT_FOR_CITIZENS']);
  });

  it.each([
    ['that is planned for more than six months', { plannedEndOn: daysFromNow(200) }, 'MATCH_TOO_LONG'],
    ['that ends before it starts', { plannedEndOn: daysFromNow(-1) }, 'MATCH_DATE_INVALID'],
    ['that starts in the future', { startedOn: daysFromNow(2) }, 'MATCH_DATE_INVALID'],
    ['that started too long ago', { startedOn: daysFromNow(-40) }, 'MATCH_DATE_INVALID'],
    ['without a goal', { goals: [] }, 'INVALID_INPUT'],
    ['with a goal too long to be one', { goals: ['x'.repeat(301)] }, 'INVALID_INPUT'],
    ['with a CPR number in a goal', { goals: ['Ringer til 010190-9901'] }, 'INVALID_INPUT'],
    ['with a frequency nobody knows', { frequency: 'YEARLY' }, 'INVALID_INPUT'],
    ['for a citizen id that is none', { citizenId: 'somebody' }, 'INVALID_ID'],
    ['with a mentor id that is none', { mentorId: 'somebody' }, 'INVALID_ID'],
    ['referred by an organisation nobody knows', { referredById: 'ngo-nobody' }, 'REFERENCE_UNKNOWN'],
  ])('%s, and nothing is written', async (_, said, code) => {
    const mentor = await newMentor(system, coordinator);
    expect((await match(system, coordinator, citizen, mentor.id, said)).codes).toEqual([code]);
    const list = `{ myMentees { totalCount } }`;
    const seen = await ask(system, mentor.actor, list);
    expect(seen.data.myMentees.totalCount).toBe(0);
  });

  it('to everybody but a coordinator, and for a citizen who does not exist', async () => {
    const mentor = await newMentor(system, coordinator);
    for (const actor of [mentor.actor, actorOf('VOLUNTEER'), citizenActor(citizen)])
      expect((await match(system, actor, citizen, mentor.id)).codes).toEqual(['NOT_ALLOWED']);
    expect((await match(system, coordinator, unknownId(), mentor.id)).codes).toEqual(['NOT_ALLOWED']);
  });

  it('by the tables themselves, whoever writes to them', async () => {
    const { mentorship } = await matched();
    const client = new pg.Client({ connectionString: system.databaseUrl('ngo') });
    await client.connect();
    const attempt = (change: string) =>
      client.query(`UPDATE mentorship SET ${change} WHERE id = '${mentorship.id}'`).then(
        () => 'written',
        (error: { constraint?: string }) => error.constraint,
      );
    expect(await attempt(`planned_end_on = started_on + interval '9 months 1 day'`)).toBe(
      'mentorship_at_most_9_months',
    );
    expect(await attempt(`ended_on = started_on`)).toBe('mentorship_reason_when_early');
    expect(await attempt(`goals = '{"0101909901"}'`)).toMatch(/check/);
    await client.end();
  });
});

describe('another NGO', () => {
  it('can neither end nor extend a mentorship, and is told what it would be told of one that does not exist', async () => {
    const { mentorship } = await matched();
    const over = { citizenId: citizen, version: 1, reason: 'OTHER' };
    const theirs = await end(system, elsewhere, 'endMentorship', { ...over, matchId: mentorship.id });
    const nobodys = await end(system, elsewhere, 'endMentorship', { ...over, matchId: unknownId() });
    expect(theirs.codes).toEqual(['NOT_FOUND']);
    expect(theirs).toEqual(nobodys);
  });
});

describe('a meeting', () => {
  it('is recorded by the mentor, planned and then held', async () => {
    const { mentor, mentorship } = await matched();
    const at = { citizenId: citizen, matchId: mentorship.id };
    const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString();
    const planned = await record(system, mentor.actor, 'recordMentorMeeting', {
      ...at,
      at: inAWeek,
      status: 'PLANNED',
    });
    const { id } = planned.data.recordMentorMeeting;
    const held = await record(system, mentor.actor, 'recordMentorMeeting', { ...at, plannedId: id, activity: 'Kaffe' });
    expect(held.data.recordMentorMeeting).toMatchObject({ id, status: 'HELD', activity: 'Kaffe' });
    const { citizen: seen } = await see(system, mentor.actor, citizen);
    const mine = seen.mentorships.nodes.find((node: any) => node.id === mentorship.id);
    expect(mine.meetings).toEqual([{ id, activity: 'Kaffe', status: 'HELD' }]);
    const again = await record(system, mentor.actor, 'recordMentorMeeting', { ...at, plannedId: id });
    expect(again.codes).toEqual(['NOT_FOUND']);
  });

  it('is refused under the mentorship of another mentor of the same citizen', async () => {
    const [one, other] = [await matched(), await matched()];
    const at = { citizenId: citizen, matchId: one.mentorship.id };
    expect((await record(system, other.mentor.actor, 'recordMentorMeeting', at)).codes).toEqual(['NOT_FOUND']);
  });

  it.each([
    ['held in the future', { at: new Date(Date.now() + 3_600_000).toISOString() }, 'CONTACT_OUTSIDE_MATCH'],
    ['before the mentorship', { at: `${daysFromNow(-3)}T12:00:00Z` }, 'CONTACT_OUTSIDE_MATCH'],
    ['after its planned end', { at: `${daysFromNow(300)}T12:00:00Z`, status: 'PLANNED' }, 'CONTACT_OUTSIDE_MATCH'],
    ['of a minute', { minutes: 1 }, 'INVALID_INPUT'],
    ['with a CPR number in its words', { activity: 'Mødte 0101909901' }, 'INVALID_INPUT'],
    ['with too many words', { activity: 'x'.repeat(281) }, 'INVALID_INPUT'],
  ])('is refused when it is %s', async (_, said, code) => {
    const { mentor, mentorship } = await matched();
    const at = { citizenId: citizen, matchId: mentorship.id };
    expect((await record(system, mentor.actor, 'recordMentorMeeting', { ...at, ...said })).codes).toEqual([code]);
  });
});

it('I-3: a withheld list does not tell whether the citizen, or a mentorship, exists', async () => {
  await matched();
  const stranger = actorOf('NGO_COORDINATOR', 'ngo-vestlyset-herning');
  const known = await see(system, stranger, citizen);
  const nobody = await see(system, stranger, unknownId());
  expect(known.citizen.mentorships).toBeNull();
  expect(known).toEqual(nobody);
});
