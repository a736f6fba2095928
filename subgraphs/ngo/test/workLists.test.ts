import { useSystem } from '../../../test/support/system.js';
import { daysFromNow, end, match, newMentor, newVolunteer, arrange } from './support/acts.js';
import { NGO, OTHER_NGO, actorOf, ask, citizenActor, citizenNumber } from './support/people.js';

const system = useSystem();
const coordinator = actorOf('NGO_COORDINATOR', 'ngo-vestlyset-herning');
const citizens = [20, 21, 22].map(citizenNumber);

const list = (actor: Parameters<typeof ask>[1], name: string, args = '') =>
  ask(
    system,
    actor,
    `{ ${name}${args} { totalCount pageInfo { hasNextPage endCursor } nodes { citizenId plannedEndOn } } }`,
  );

describe('a mentor’s list', () => {
  it('holds the own mentorships that go on, whichever ends first first, page by page', async () => {
    const mentor = await newMentor(system, coordinator);
    const plans = [60, 20, 40].map(daysFromNow);
    for (const [place, citizenId] of citizens.entries())
      await match(system, coordinator, citizenId, mentor.id, { plannedEndOn: plans[place] });
    const other = await newMentor(system, coordinator);
    await match(system, coordinator, citizens[0] as string, other.id);

    const { data } = await list(mentor.actor, 'myMentees', '(first: 2)');
    expect(data.myMentees).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(data.myMentees.nodes.map((node: any) => node.citizenId)).toEqual([citizens[1], citizens[2]]);
    const next = await list(mentor.actor, 'myMentees', `(first: 2, after: "${data.myMentees.pageInfo.endCursor}")`);
    expect(next.data.myMentees).toMatchObject({
      nodes: [{ citizenId: citizens[0] }],
      pageInfo: { hasNextPage: false },
    });
    expect((await list(other.actor, 'myMentees')).data.myMentees.totalCount).toBe(1);

    const soon = await list(mentor.actor, 'mentorshipsEndingSoon', '(withinDays: 30)');
    expect(soon.data.mentorshipsEndingSoon.nodes.map((node: any) => node.citizenId)).toEqual([citizens[1]]);
  });

  it('leaves out a citizen who blocks the NGO, and does not count them', async () => {
    const mentor = await newMentor(system, coordinator);
    const [blocking, staying] = [citizenNumber(20), citizenNumber(21)];
    for (const citizenId of [blocking, staying]) await match(system, coordinator, citizenId, mentor.id);
    expect((await list(mentor.actor, 'myMentees')).data.myMentees.totalCount).toBe(2);
    const input = {
      citizenId: blocking,
      recipients: [{ organisationId: coordinator.organisationId }],
      categories: ['MENTORSHIP'],
      purposes: ['PEER_SUPPORT'],
      consequencesExplained: true,
    };
    const mutation = `mutation ($input: GiveBlockInput!) { giveBlock(input: $input) { id } }`;
    const atCitizen = { ...system, urls: { ngo: system.urls['citizen'] as string } } as typeof system;
    expect((await ask(atCitizen, citizenActor(blocking), mutation, { input })).codes).toEqual([]);
    const { data } = await list(mentor.actor, 'myMentees');
    expect(data.myMentees).toMatchObject({ totalCount: 1, nodes: [{ citizenId: staying }] });
  });
});

it('a coordinator’s list holds the organisation’s, another organisation’s does not', async () => {
  const mentor = await newMentor(system, coordinator);
  const citizenId = citizenNumber(22);
  await match(system, coordinator, citizenId, mentor.id, { plannedEndOn: daysFromNow(3) });
  const ending = (actor: Parameters<typeof ask>[1]) => list(actor, 'mentorshipsEndingSoon', '(first: 100)');
  const holds = async (actor: Parameters<typeof ask>[1]) =>
    (await ending(actor)).data.mentorshipsEndingSoon.nodes.some((node: any) => node.citizenId === citizenId);
  expect(await holds(coordinator)).toBe(true);
  expect(await holds(actorOf('NGO_COORDINATOR', OTHER_NGO))).toBe(false);
});

it('a volunteer’s list holds the own agreements until they end', async () => {
  const volunteer = await newVolunteer(system, coordinator);
  const citizenId = citizenNumber(23);
  const { data } = await arrange(system, coordinator, citizenId, volunteer.id);
  const mine = async () => (await list(volunteer.actor, 'myVisitAgreements')).data.myVisitAgreements.totalCount;
  expect(await mine()).toBe(1);
  const over = { citizenId, matchId: data.arrangeVolunteer.id, version: 1 };
  await end(system, coordinator, 'endVolunteerAgreement', over);
  expect(await mine()).toBe(0);
});

it.each([
  ['myMentees', '(first: 0)', 'PAGE_TOO_LARGE'],
  ['myMentees', '(first: 101)', 'PAGE_TOO_LARGE'],
  ['myMentees', '(after: "nothing")', 'INVALID_CURSOR'],
  ['myMentees', `(after: "${Buffer.from(citizens[0] as string).toString('base64url')}")`, 'INVALID_CURSOR'],
  ['mentorshipsEndingSoon', '(withinDays: 366)', 'INVALID_INPUT'],
])('%s%s is refused as %s', async (name, args, code) => {
  expect((await list(coordinator, name, args)).codes).toEqual([code]);
});

it('lists are for the NGOs’ own people', async () => {
  expect((await list(citizenActor(citizens[0] as string), 'myMentees')).codes).toEqual(['NOT_ALLOWED']);
  expect((await list(actorOf('VOLUNTEER'), 'myMentees')).codes).toEqual(['NOT_ALLOWED']);
  expect((await list(actorOf('MENTOR'), 'myVisitAgreements')).codes).toEqual(['NOT_ALLOWED']);
});

describe('the own people of an NGO', () => {
  const own = actorOf('NGO_COORDINATOR');

  it('are listed by name, page by page', async () => {
    await newVolunteer(system, own, { name: 'Aaa' });
    const query = (args: string) =>
      `{ volunteers${args} { pageInfo { endCursor } nodes { name organisation { id } } } }`;
    const first = (await ask(system, own, query('(first: 1)'))).data.volunteers;
    expect(first.nodes[0].organisation.id).toBe(NGO);
    const second = (await ask(system, own, query(`(first: 1, after: "${first.pageInfo.endCursor}")`))).data.volunteers;
    expect(first.nodes[0].name <= second.nodes[0].name).toBe(true);
    expect(second.pageInfo.endCursor).not.toBe(first.pageInfo.endCursor);
    const theirs = await ask(
      system,
      actorOf('NGO_COORDINATOR', OTHER_NGO),
      query(`(after: "${first.pageInfo.endCursor}")`),
    );
    expect(theirs.codes).toEqual(['INVALID_CURSOR']);
  });

  it('are listed until their last day, and then among the former', async () => {
    const herning = actorOf('NGO_COORDINATOR', 'ngo-vestlyset-herning');
    const mentor = await newMentor(system, herning, { name: 'Aaa', activeFrom: daysFromNow(-20) });
    const until = async (day: string, version: number) => {
      const input = { mentorId: mentor.id, version, activeTo: day };
      await ask(system, herning, `mutation ($input: ChangeMentorInput!) { changeMentor(input: $input) { id } }`, {
        input,
      });
    };
    const listed = async (args = '') => {
      const { data } = await ask(system, herning, `{ mentors(first: 100${args}) { totalCount nodes { id } } }`);
      expect(data.mentors.totalCount).toBe(data.mentors.nodes.length);
      return data.mentors.nodes.some(({ id }: any) => id === mentor.id) as boolean;
    };
    await until(daysFromNow(1), 1);
    expect(await listed()).toBe(true);
    await until(daysFromNow(-2), 2);
    expect([await listed(), await listed(', former: true')]).toEqual([false, true]);
  });

  it('can be a peer for a team of professionals as well as for citizens', async () => {
    const mentor = await newMentor(system, own, { targets: ['CITIZEN', 'PROFESSIONAL_TEAM'] });
    const assign = (mentorId: string, unitId: string) =>
      ask(
        system,
        own,
        `mutation ($input: AssignMentorInput!) { assignMentorToTeam(input: $input) { id team { name } endedOn } }`,
        { input: { mentorId, unitId, purpose: 'Sparring om bostøtte' } },
      );
    const { data } = await assign(mentor.id, 'municipality-0561/social');
    expect(data.assignMentorToTeam).toMatchObject({ team: { name: 'Socialpsykiatri' }, endedOn: null });
    expect((await assign(mentor.id, `${OTHER_NGO}/mentors`)).codes).toEqual(['TEAM_UNKNOWN']);
    const forCitizens = await newMentor(system, own);
    expect((await assign(forCitizens.id, 'municipality-0561/social')).codes).toEqual(['MENTOR_NOT_FOR_TEAMS']);
    const stop = `mutation { endTeamAssignment(id: "${data.assignMentorToTeam.id}") { endedOn } }`;
    expect((await ask(system, actorOf('NGO_COORDINATOR', OTHER_NGO), stop)).codes).toEqual(['NOT_FOUND']);
    expect((await ask(system, own, stop)).data.endTeamAssignment.endedOn).not.toBeNull();
  });

  it('are registered once, in a municipality that exists, with hours that a week has', async () => {
    const mutation = `mutation ($input: RegisterMentorInput!) { registerMentor(input: $input) { id } }`;
    const input = { actorId: `twice-${Date.now()}`, name: 'Prøve', engagement: 'PAID', municipalityCode: '0561' };
    const whole = { ...input, hoursPerWeek: 20, capacity: 1, targets: ['CITIZEN'] };
    const register = (said: object) => ask(system, own, mutation, { input: { ...whole, ...said } });
    expect((await register({ municipalityCode: '0560' })).codes).toEqual(['REFERENCE_UNKNOWN']);
    expect((await register({ hoursPerWeek: 38 })).codes).toEqual(['INVALID_INPUT']);
    expect((await register({})).codes).toEqual([]);
    expect((await register({})).codes).toEqual(['DUPLICATE']);
  });
});
