import { RECOVERY_INDICATORS } from '@sammen/population';
import { organisation } from '@sammen/reference-data';
import { breaking, cohort, isRanked } from './support/cohort.js';
import type { Records } from './support/everything.js';

const every = <Item>(items: readonly Item[], holds: (item: Item, at: number) => boolean) => items.every(holds);

describe('coordination', () => {
  it('a case has exactly one key manager at any time, and an open one while it is active', () => {
    const holds = ({ coordination }: Records) => {
      if (coordination.case === null) return true;
      const { keyManagers, openedOn, closedOn, status } = coordination.case;
      const gapless = every(
        keyManagers,
        (each, at) => each.validFrom === (at === 0 ? openedOn : keyManagers[at - 1]!.validTo),
      );
      return gapless && keyManagers.at(-1)!.validTo === closedOn && (status === 'ACTIVE') === (closedOn === null);
    };
    expect(breaking(holds)).toEqual([]);
  });

  it('ranks of goals and of open agreements are 1..n', () => {
    const holds = ({ coordination }: Records) =>
      every(
        coordination.plans,
        (plan) =>
          isRanked(plan.goals.map((each) => each.rank)) &&
          isRanked(plan.agreements.map((each) => each.rank)) &&
          every(plan.agreements, (each) => (each.status === 'OPEN') === (each.rank !== null)),
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('an agreement is due on or after the day it was made, answers a challenge, and has somebody responsible', () => {
    const holds = ({ coordination }: Records) =>
      every(coordination.plans, (plan) =>
        every(
          plan.agreements,
          (each) =>
            each.dueOn >= each.madeOn &&
            each.madeOn >= plan.createdOn &&
            each.responsibleName !== '' &&
            organisation(each.responsibleOrganisationId) !== null &&
            plan.mapItems.some((item) => item.id === each.challengeId && item.kind === 'CHALLENGE') &&
            every(each.followUps, (one) => one.dueOn >= each.madeOn),
        ),
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('three in ten agreements of the programme are overdue, and as many of the follow-ups that are waited for', () => {
    const agreements = cohort
      .filter(({ person: { seed, profile } }) => seed === 1 && profile.recipe === 'TEN_IN_EACH')
      .flatMap(({ person, coordination: { plans } }) =>
        plans
          .filter(({ kind, status }) => kind === 'ACTION_PLAN' && status !== 'CLOSED')
          .flatMap((plan) => plan.agreements.map((each) => ({ ...each, today: person.referenceDate }))),
      );
    const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean) =>
      items.filter(holds).length / items.length;
    expect(agreements.length).toBeGreaterThan(1000);
    expect(share(agreements, ({ status, dueOn, today }) => status === 'OPEN' && dueOn < today)).toBeCloseTo(0.3, 1);
    const waiting = agreements.flatMap(({ followUps, status, today }) =>
      followUps.filter(({ heldOn }) => status === 'OPEN' && heldOn === null).map((each) => ({ ...each, today })),
    );
    expect(waiting.length).toBeGreaterThan(300);
    expect(share(waiting, ({ dueOn, today }) => dueOn < today)).toBeCloseTo(0.3, 1);
    // So long that they were overdue when a quarter ended.
    expect(waiting.filter(({ dueOn }) => dueOn < '2026-09-01').length).toBeGreaterThan(40);
  });

  it('what was late came after its day and before today', () => {
    const holds = ({ person, coordination }: Records) =>
      every(coordination.plans, (plan) =>
        every(
          plan.agreements,
          (each) =>
            (each.completedOn === null ||
              (each.completedOn >= each.dueOn && each.completedOn <= person.referenceDate)) &&
            every(
              each.followUps,
              (one) => one.heldOn === null || (one.heldOn >= one.dueOn && one.heldOn <= person.referenceDate),
            ) &&
            every(each.followUps, (one) => one.nextOn === null || one.nextOn > one.heldOn!),
        ),
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('the map has contributions of at least two sectors, and versions count up', () => {
    const holds = ({ coordination }: Records) =>
      every(
        coordination.plans,
        (plan) =>
          new Set(plan.mapItems.map((each) => each.contributedBySector)).size >= 2 &&
          every(plan.versions, (each, at) => each.version === at + 1) &&
          plan.version === plan.versions.length,
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('a decision is made by a mandate holder who was there', () => {
    const holds = ({ coordination }: Records) =>
      every(coordination.meetings, (meeting) =>
        every(meeting.decisions, (each) => {
          const by = meeting.participants.find((one) => one.id === each.decidedByParticipantId);
          return (
            by?.decisionMandate === true &&
            by.attendance === 'ATTENDED' &&
            by.sector === each.sector &&
            meeting.status === 'HELD'
          );
        }),
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('no actor is invited to a meeting twice, and a meeting to come is the last', () => {
    const holds = ({ person, coordination }: Records) =>
      every(
        coordination.meetings,
        (each, at) =>
          new Set(each.participants.map((one) => one.actorId)).size === each.participants.length &&
          (each.status === 'PLANNED') === each.startsAt.slice(0, 10) >= person.referenceDate &&
          (each.status !== 'PLANNED' || at === coordination.meetings.length - 1),
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('recovery is measured while the case is open, on the scale, and something was answered', () => {
    const holds = ({ person, coordination }: Records) =>
      every(coordination.recovery, (each, at) => {
        const answers = RECOVERY_INDICATORS.map((indicator) => each[indicator]);
        return (
          coordination.case !== null &&
          each.caseId === coordination.case.id &&
          each.measuredOn >= coordination.case.openedOn &&
          each.measuredOn < (coordination.case.closedOn ?? person.referenceDate) &&
          (at === 0 || each.measuredOn > coordination.recovery[at - 1]!.measuredOn) &&
          answers.some((answer) => answer !== null) &&
          answers.every((answer) => answer === null || (Number.isInteger(answer) && answer >= 0 && answer <= 10)) &&
          (!each.typedInByCitizen || each.answeredBy === 'CITIZEN')
        );
      });
    expect(breaking(holds)).toEqual([]);
  });

  it('at most one open member per sector is responsible', () => {
    const holds = ({ coordination }: Records) => {
      const sectors = coordination.careTeam
        .filter((each) => each.responsible && each.validTo === null)
        .map((each) => each.sector);
      return new Set(sectors).size === sectors.length;
    };
    expect(breaking(holds)).toEqual([]);
  });
});
