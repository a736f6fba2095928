/** Plans, what was agreed, what is overdue, and meetings, from the records of coordination. */
import { coordinationOf, type Person } from '@sammen/population';
import { atTheEnd, dayIn, type Happened, quarterOf } from './quarters';

/** The sector that somebody around the citizen answers for. */
function sectorOf(person: Person, actorId: string, organisationId: string): string {
  const role = coordinationOf(person).careTeam.find((each) => each.actorId === actorId)?.role;
  if (role === 'JOB_CONSULTANT') return 'EMPLOYMENT';
  if (organisationId.startsWith('region-')) return 'HEALTH';
  return organisationId.startsWith('municipality-') ? 'SOCIAL' : 'NGO';
}

/** Agreements with their sector and the last day on which their plan is followed. */
const agreementsOf = (person: Person) =>
  coordinationOf(person).plans.flatMap(({ agreements, closedOn }) =>
    agreements.map((each) => ({
      ...each,
      kind: sectorOf(person, each.responsibleActorId, each.responsibleOrganisationId),
      followedOn: (last: string): boolean => closedOn === null || closedOn > last,
    })),
  );

const isOpenAfter = (last: string, endedOn: string | null): boolean => endedOn === null || endedOn > last;

/** By measure. */
export const coordination: Readonly<Record<string, (person: Person, periods: readonly string[]) => Happened[]>> = {
  plans: (person, periods) =>
    atTheEnd(
      coordinationOf(person).plans,
      periods,
      ({ createdOn, closedOn }, last) => createdOn <= last && isOpenAfter(last, closedOn),
      ({ kind }) => kind,
    ),
  agreements: (person) => agreementsOf(person).map(({ madeOn, kind }) => ({ period: quarterOf(madeOn), kind })),
  overdueAgreements: (person, periods) =>
    atTheEnd(
      agreementsOf(person),
      periods,
      ({ dueOn, completedOn, followedOn }, last) => dueOn <= last && isOpenAfter(last, completedOn) && followedOn(last),
      ({ kind }) => kind,
    ),
  overdueFollowUps: (person, periods) =>
    atTheEnd(
      agreementsOf(person).flatMap(({ followUps, ...of }) => followUps.map((followUp) => ({ ...of, followUp }))),
      periods,
      ({ followUp: { dueOn, heldOn }, completedOn, followedOn }, last) =>
        dueOn <= last && isOpenAfter(last, heldOn) && isOpenAfter(last, completedOn) && followedOn(last),
      ({ kind }) => kind,
    ),
  meetings: (person) =>
    coordinationOf(person)
      .meetings.filter(({ status }) => status === 'HELD')
      .map(({ startsAt, participants }) => {
        const mandate = participants.some((each) => each.decisionMandate && each.attendance === 'ATTENDED');
        return { period: quarterOf(dayIn(Date.parse(startsAt))), kind: mandate ? 'WITH_MANDATE' : 'WITHOUT_MANDATE' };
      }),
};
