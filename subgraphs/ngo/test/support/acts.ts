import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import type { TestSystem } from '../../../../test/support/system.js';
import { type Answer, actorOf, ask } from './people.js';

/** What coordinators and their people do, as often as tests need it. */

const MATCH_FIELDS = `id version status startedOn plannedEndOn endedOn endedEarly endReason onExperience`;

/** Registers a mentor of the coordinator's organisation, with the actor they sign in as. */
export async function newMentor(
  system: TestSystem,
  coordinator: Actor,
  said: Record<string, unknown> = {},
): Promise<{ id: string; version: number; actor: Actor }> {
  const actor = actorOf('MENTOR', coordinator.organisationId as string);
  const input = {
    actorId: actor.id,
    name: 'Mentor Prøve',
    engagement: 'PAID',
    hoursPerWeek: 15,
    municipalityCode: '0561',
    capacity: 5,
    targets: ['CITIZEN'],
    ...said,
  };
  const mutation = `mutation ($input: RegisterMentorInput!) { registerMentor(input: $input) { id version } }`;
  const { data } = await ask(system, coordinator, mutation, { input });
  return { ...data.registerMentor, actor };
}

/** Registers a volunteer of the coordinator's organisation, with the actor they sign in as. */
export async function newVolunteer(
  system: TestSystem,
  coordinator: Actor,
  said: Record<string, unknown> = {},
): Promise<{ id: string; version: number; actor: Actor }> {
  const actor = actorOf('VOLUNTEER', coordinator.organisationId as string);
  const person = { actorId: actor.id, name: 'Frivillig Prøve', municipalityCode: '0561', interests: ['gåture'] };
  const input = { ...person, capacity: 3, ...said };
  const mutation = `mutation ($input: RegisterVolunteerInput!) { registerVolunteer(input: $input) { id version } }`;
  const { data } = await ask(system, coordinator, mutation, { input });
  return { ...data.registerVolunteer, actor };
}

/** Matches; the answer may be a refusal. */
export function match(
  system: TestSystem,
  actor: Actor,
  citizenId: string,
  mentorId: string,
  said: Record<string, unknown> = {},
): Promise<Answer> {
  const input = { citizenId, mentorId, goals: ['At komme mere ud'], frequency: 'WEEKLY', ...said };
  const mutation = `mutation ($input: MatchMentorInput!) { matchMentor(input: $input) { ${MATCH_FIELDS} } }`;
  return ask(system, actor, mutation, { input });
}

/** Arranges visits; the answer may be a refusal. */
export function arrange(
  system: TestSystem,
  actor: Actor,
  citizenId: string,
  volunteerId: string,
  said: Record<string, unknown> = {},
): Promise<Answer> {
  const input = { citizenId, volunteerId, goals: [], frequency: 'WEEKLY', ...said };
  const mutation = `mutation ($input: ArrangeVolunteerInput!) { arrangeVolunteer(input: $input) { ${MATCH_FIELDS.replace('onExperience', '')} } }`;
  return ask(system, actor, mutation, { input });
}

/** Ends a match of either kind. */
export function end(
  system: TestSystem,
  actor: Actor,
  mutation: 'endMentorship' | 'endVolunteerAgreement',
  input: Record<string, unknown>,
): Promise<Answer> {
  const fields = `id status endedOn endedEarly endReason`;
  return ask(system, actor, `mutation ($input: EndMatchInput!) { ${mutation}(input: $input) { ${fields} } }`, {
    input,
  });
}

/** Records a meeting or a visit. */
export function record(
  system: TestSystem,
  actor: Actor,
  mutation: 'recordMentorMeeting' | 'recordVolunteerVisit',
  said: Record<string, unknown>,
): Promise<Answer> {
  const input = { at: new Date().toISOString(), minutes: 45, activity: 'Gåtur', ...said };
  const fields = `id at minutes activity status`;
  return ask(system, actor, `mutation ($input: ContactInput!) { ${mutation}(input: $input) { ${fields} } }`, { input });
}

/** What an actor is shown of a citizen. */
export async function see(system: TestSystem, actor: Actor, citizenId: string): Promise<Answer & { citizen: any }> {
  const query = `query ($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen {
    mentorships { totalCount nodes { id mentorName status endReason goals meetings { id activity status } } }
    volunteerVisits { totalCount nodes { id activity agreement { id volunteerName } } }
    volunteerAgreements { totalCount nodes { id status } }
    psychoEducation { totalCount nodes { id status attendance { attended session { topic } } course { title } } }
    peerWishes { id tags } } } }`;
  const answer = await ask(system, actor, query, { them: [{ __typename: 'Citizen', id: citizenId }] });
  return { ...answer, citizen: answer.data?._entities?.[0] };
}

/** So many days from now, as a day. */
export function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** An id of nothing. */
export const unknownId = (): string => randomUUID();
