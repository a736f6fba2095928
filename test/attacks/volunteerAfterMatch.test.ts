/** A volunteer keeps looking when the match is over. */
import { randomUUID } from 'node:crypto';
import { PERSONAS } from '@sammen/population';
import { citizenNo, codesOf, type Somebody, useAttacker } from '../support/attacker.js';

const { ask } = useAttacker();
const citizen = citizenNo(191);
const COORDINATOR = 'ngo-coordinator';
const volunteer: Somebody = {
  actor: { ...PERSONAS.volunteer.actor, id: `volunteer-${randomUUID()}` },
  purpose: 'PEER_SUPPORT',
};

const REGISTER = `mutation R($input: RegisterVolunteerInput!) { registerVolunteer(input: $input) { id } }`;
const ARRANGE = `mutation A($input: ArrangeVolunteerInput!) { arrangeVolunteer(input: $input) { id version } }`;
const END = `mutation E($input: EndMatchInput!) { endVolunteerAgreement(input: $input) { status } }`;
const VISIT = `mutation V($input: ContactInput!) { recordVolunteerVisit(input: $input) { id activity } }`;
const LOOK = `query Look($id: ID!) { citizen(id: $id) { name volunteerVisits { totalCount nodes { activity } } } }`;
const ENTITY = `query E($id: ID!) { _entities(representations: [{ __typename: "Citizen", id: $id }]) { ... on Citizen { volunteerVisits { totalCount } } } }`;
const look = async () => (await ask('gateway', volunteer, LOOK, { id: citizen.id })).body.data!['citizen'];
let matchId: string;
const visit = () =>
  ask('gateway', volunteer, VISIT, {
    input: { citizenId: citizen.id, matchId, at: new Date().toISOString(), minutes: 60, activity: 'Gåtur ved havnen' },
  });
/** Ids that the volunteer still lists, in any of their lists. */
const listed = async () =>
  JSON.stringify([
    (await ask('gateway', volunteer, '{ citizens(first: 100) { totalCount nodes { id } } }')).body.data,
    (await ask('gateway', volunteer, '{ myVisitAgreements { totalCount nodes { id } } }')).body.data,
  ]);

beforeAll(async () => {
  const person = { actorId: volunteer.actor.id, name: 'Frivillig Prøve', municipalityCode: '0561' };
  const registered = await ask('gateway', COORDINATOR, REGISTER, { input: { ...person, interests: [], capacity: 3 } });
  const volunteerId = registered.body.data!['registerVolunteer'].id;
  const arranged = await ask('gateway', COORDINATOR, ARRANGE, {
    input: { citizenId: citizen.id, volunteerId, goals: [], frequency: 'WEEKLY' },
  });
  expect(arranged.body.errors).toBeUndefined();
  matchId = arranged.body.data!['arrangeVolunteer'].id;
});

it('while it lasts, sees the own visits', async () => {
  expect(codesOf(await visit())).toEqual([]);
  expect((await look()).volunteerVisits.nodes).toEqual([{ activity: 'Gåtur ved havnen' }]);
  expect(await listed()).toContain(citizen.id);
});

describe('when the match has ended', () => {
  beforeAll(async () => {
    const input = { citizenId: citizen.id, matchId, version: 1, reason: 'MOVED' };
    expect(codesOf(await ask('gateway', COORDINATOR, END, { input }))).toEqual([]);
  });

  it('I-10: sees nothing any more, from the next question on, at the gateway and at the NGO itself', async () => {
    expect(await look()).toEqual({ name: null, volunteerVisits: null });
    const direct = await ask('ngo', volunteer, ENTITY, { id: citizen.id });
    expect(direct.body.data!['_entities']).toEqual([{ volunteerVisits: null }]);
  });

  it('I-3: finds the citizen in no list and no count', async () => {
    const lists = await listed();
    expect(lists).not.toContain(citizen.id);
    expect(lists).not.toContain(matchId);
  });

  it('I-1: records no visit', async () => {
    expect(codesOf(await visit())).toEqual(['NOT_ALLOWED']);
  });

  it('I-1: gets nothing by another role than the one of the match', async () => {
    const promoted = { ...volunteer, actor: { ...volunteer.actor, role: 'MENTOR' as const } };
    const { body } = await ask('gateway', promoted, LOOK, { id: citizen.id });
    expect(body.data!['citizen']).toEqual({ name: null, volunteerVisits: null });
  });
});
