import { unit } from '@sammen/reference-data';
import {
  employmentMeasure,
  isKnownDiagnosis,
  isOpenToNew,
  organisation,
  socialParagraph,
} from '@sammen/reference-data';
import { courses, mentors, volunteers } from '@sammen/population';
import { everybody, range } from './support/everything.js';
import type { Records } from './support/everything.js';

/** The programme, the edge cases, and a sample of the rest; of two seeds. */
const all = [...everybody(1, range(0, 700)), ...everybody(1, range(1000, 60_000, 151)), ...everybody(9, range(0, 260))];

/** The ids of citizens for whom something does not hold: empty, or the test names them. */
const breaking = (holds: (each: Records) => boolean) =>
  all.filter((each) => !holds(each)).map(({ person }) => `${person.seed}:${person.index}`);
const everyIn = <Item>(items: readonly Item[], holds: (item: Item, at: number) => boolean) => items.every(holds);
const ranked = (ranks: readonly (number | null)[]) => {
  const sorted = ranks.filter((rank) => rank !== null).sort((a, b) => a - b);
  return sorted.every((rank, at) => rank === at + 1);
};
const periodsTouchOrFollow = (periods: readonly { validFrom: string; validTo: string | null }[]) =>
  periods.every(
    (each, at) =>
      (each.validTo ?? '9') > each.validFrom && (at === 0 || (periods[at - 1]!.validTo ?? '9') <= each.validFrom),
  );
const startOfDay = (day: string) => `${day}T00:00:00.000Z`;

describe('psychiatry', () => {
  it('discharge is not before admission, stays do not overlap, at most the last is open, none is in the future', () => {
    const holds = ({ person, psychiatry: { admissions } }: Records) =>
      everyIn(admissions, (each, at) => {
        const next = admissions[at + 1];
        const ended = each.dischargedAt ?? (next === undefined ? '9' : '0');
        return (
          each.admittedAt <= ended &&
          (next === undefined || ended <= next.admittedAt) &&
          each.admittedAt <= startOfDay(person.referenceDate) &&
          (each.dischargedAt ?? '0') <= startOfDay(person.referenceDate)
        );
      });
    expect(breaking(holds)).toEqual([]);
  });

  it('leave lies inside the stay, and the history ends with the status', () => {
    const holds = ({ psychiatry: { admissions } }: Records) =>
      everyIn(admissions, (each) => {
        const inside = everyIn(
          each.leaves,
          (leave) =>
            leave.startedAt > each.admittedAt &&
            (leave.endedAt ?? '8') > leave.startedAt &&
            (leave.endedAt ?? each.dischargedAt ?? '8') <= (each.dischargedAt ?? '9'),
        );
        const ordered = everyIn(
          each.statusHistory,
          (entry, at) => at === 0 || entry.at >= each.statusHistory[at - 1]!.at,
        );
        const open = each.status === 'ADMITTED' || each.status === 'ON_LEAVE';
        return (
          inside &&
          ordered &&
          each.statusHistory.at(-1)!.status === each.status &&
          open === (each.dischargedAt === null)
        );
      });
    expect(breaking(holds)).toEqual([]);
  });

  it('diagnoses are known codes, exactly one of them primary', () => {
    const holds = ({ person, psychiatry: { diagnoses } }: Records) =>
      everyIn(
        diagnoses,
        (each) =>
          isKnownDiagnosis(each.code) &&
          each.firstDiagnosedOn <= person.referenceDate &&
          each.firstDiagnosedOn > person.birthDate,
      ) &&
      (diagnoses.length === 0 || diagnoses.filter((each) => each.kind === 'PRIMARY').length === 1);
    expect(breaking(holds)).toEqual([]);
  });

  it('assessments count 1, 2, 3 in the order of their days and name a theme once', () => {
    const holds = ({ psychiatry: { assessments } }: Records) =>
      everyIn(
        assessments,
        (each, at) =>
          each.version === at + 1 &&
          (at === 0 || each.assessedOn > assessments[at - 1]!.assessedOn) &&
          new Set(each.domains.map((one) => one.theme)).size === each.domains.length,
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('contacts lie inside their treatment and in order', () => {
    const holds = ({ person, psychiatry: { treatments } }: Records) =>
      everyIn(
        treatments,
        (each) =>
          (each.endedOn ?? '9') > each.startedOn &&
          everyIn(
            each.contacts,
            (contact, at) =>
              contact.at >= each.startedOn &&
              contact.at.slice(0, 10) <= (each.endedOn ?? person.referenceDate) &&
              (at === 0 || contact.at >= each.contacts[at - 1]!.at),
          ),
      );
    expect(breaking(holds)).toEqual([]);
  });
});

describe('municipality', () => {
  it('a grant that needs a description names one that existed when it was decided; the programme has no grant without', () => {
    const holds = ({ person, psychiatry, municipality }: Records) =>
      everyIn(municipality.socialServices, (each) => {
        const paragraph = socialParagraph(each.act, each.paragraph);
        const found = psychiatry.assessments.find(
          (one) => one.id === each.assessmentId && one.version === each.assessmentVersion,
        );
        if (paragraph === null) return false;
        if (!paragraph.restsOnAssessment) return each.assessmentId === null;
        if (each.assessmentId === null)
          return person.profile.recipe === 'LARGER' && psychiatry.assessments.length === 0;
        return found !== undefined && found.assessedOn <= each.validFrom;
      });
    expect(breaking(holds)).toEqual([]);
  });

  it('some grants rest on an older version than the newest: the ones to warn about', () => {
    const stale = all.filter(({ psychiatry, municipality }) =>
      municipality.socialServices.some(
        (each) =>
          each.status === 'GRANTED' &&
          each.assessmentVersion !== null &&
          each.assessmentVersion < psychiatry.assessments.length,
      ),
    );
    expect(stale.length).toBeGreaterThan(50);
  });

  it('periods end after they begin, and of two of a kind the second begins after the first', () => {
    const holds = ({
      municipality: { socialServices, housing, housingBenefits, financialSupports, jobCentreCase },
    }: Records) =>
      [socialServices, housingBenefits, financialSupports, jobCentreCase?.measures ?? []].every((list) =>
        everyIn(list, (each) => (each.validTo ?? '9') > each.validFrom),
      ) &&
      periodsTouchOrFollow(housing) &&
      periodsTouchOrFollow(jobCentreCase?.incomes ?? []) &&
      everyIn(
        socialServices,
        (each) => each.decidedOn <= each.validFrom && (each.status === 'ENDED') === (each.validTo !== null),
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('adults get help for adults, children for children', () => {
    const holds = ({ person, municipality }: Records) =>
      everyIn(municipality.socialServices, ({ act, paragraph }) => {
        const audience = socialParagraph(act, paragraph)!.audience;
        return audience === 'ALL' || (audience === 'CHILDREN') === person.profile.age < 18;
      });
    expect(breaking(holds)).toEqual([]);
  });

  it('no measure begins after it was closed to new cases', () => {
    const holds = ({ municipality }: Records) =>
      everyIn(municipality.jobCentreCase?.measures ?? [], (each) =>
        isOpenToNew(employmentMeasure(each.measure)!, each.validFrom),
      );
    expect(breaking(holds)).toEqual([]);
    expect(
      all.some(({ municipality }) =>
        municipality.jobCentreCase?.measures.some((each) => each.measure === 'RESOURCE_COURSE'),
      ),
    ).toBe(true);
  });

  it('housing benefit is paid for the dwelling that is rented, and boligydelse only to pensioners', () => {
    const holds = ({ person, municipality: { housing, housingBenefits } }: Records) =>
      everyIn(
        housingBenefits,
        (each) =>
          housing.some((one) => one.monthlyRent === each.rentBasis && one.areaSquareMetres === each.areaSquareMetres) &&
          (each.kind === 'BOLIGYDELSE') === person.profile.age >= 67 &&
          (each.status === 'GRANTED') === each.monthlyAmount > 0,
      );
    expect(breaking(holds)).toEqual([]);
  });
});

describe('NGOs', () => {
  it('visits lie inside the match, and only what is planned is in the future', () => {
    const holds = ({ person, ngo: { mentorships, volunteerMatches } }: Records) =>
      everyIn(
        [...mentorships, ...volunteerMatches],
        (each) =>
          (each.endedOn ?? '9') >= each.startedOn &&
          each.endedEarly === (each.endReason !== null) &&
          everyIn(
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
        everyIn(ngo.mentorships, (each) => ofMentors.has(each.mentorId)) &&
        everyIn(ngo.volunteerMatches, (each) => ofVolunteers.has(each.volunteerId)) &&
        everyIn(ngo.enrolments, (each) => ofCourses.has(each.courseId))
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

describe('coordination', () => {
  it('a case has exactly one key manager at any time, and an open one while it is active', () => {
    const holds = ({ coordination }: Records) => {
      if (coordination.case === null) return true;
      const { keyManagers, openedOn, closedOn, status } = coordination.case;
      const gapless = everyIn(
        keyManagers,
        (each, at) => each.validFrom === (at === 0 ? openedOn : keyManagers[at - 1]!.validTo),
      );
      return gapless && keyManagers.at(-1)!.validTo === closedOn && (status === 'ACTIVE') === (closedOn === null);
    };
    expect(breaking(holds)).toEqual([]);
  });

  it('ranks of goals and of open agreements are 1..n', () => {
    const holds = ({ coordination }: Records) =>
      everyIn(
        coordination.plans,
        (plan) =>
          ranked(plan.goals.map((each) => each.rank)) &&
          ranked(plan.agreements.map((each) => each.rank)) &&
          everyIn(plan.agreements, (each) => (each.status === 'OPEN') === (each.rank !== null)),
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('an agreement is due on or after the day it was made, answers a challenge, and has somebody responsible', () => {
    const holds = ({ coordination }: Records) =>
      everyIn(coordination.plans, (plan) =>
        everyIn(
          plan.agreements,
          (each) =>
            each.dueOn >= each.madeOn &&
            each.madeOn >= plan.createdOn &&
            each.responsibleName !== '' &&
            organisation(each.responsibleOrganisationId) !== null &&
            plan.mapItems.some((item) => item.id === each.challengeId && item.kind === 'CHALLENGE') &&
            everyIn(each.followUps, (one) => one.dueOn >= each.madeOn),
        ),
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('the map has contributions of at least two sectors, and versions count up', () => {
    const holds = ({ coordination }: Records) =>
      everyIn(
        coordination.plans,
        (plan) =>
          new Set(plan.mapItems.map((each) => each.contributedBySector)).size >= 2 &&
          everyIn(plan.versions, (each, at) => each.version === at + 1) &&
          plan.version === plan.versions.length,
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('a decision is made by a mandate holder who was there', () => {
    const holds = ({ coordination }: Records) =>
      everyIn(coordination.meetings, (meeting) =>
        everyIn(meeting.decisions, (each) => {
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
      everyIn(
        coordination.meetings,
        (each, at) =>
          new Set(each.participants.map((one) => one.actorId)).size === each.participants.length &&
          (each.status === 'PLANNED') === each.startsAt.slice(0, 10) >= person.referenceDate &&
          (each.status !== 'PLANNED' || at === coordination.meetings.length - 1),
      );
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

describe('across sectors', () => {
  it('every id occurs once', () => {
    const ids: string[] = [];
    for (const each of all.slice(0, 1200))
      collectIds(
        [
          each.psychiatry,
          each.municipality,
          each.ngo,
          each.coordination,
          each.citizen.consents,
          each.citizen.blocks,
          each.citizen.representatives,
        ],
        ids,
      );
    expect(new Set(ids).size).toBe(ids.length);
    const relations = all.flatMap(({ citizen }) => citizen.relations.map((each) => `${each.citizenId} ${each.id}`));
    expect(new Set(relations).size).toBe(relations.length);
  });

  it('every unit named is in the register, inside the organisation named beside it', () => {
    const wrong = new Set<string>();
    for (const each of all) collectUnits(each, wrong);
    expect([...wrong]).toEqual([]);
  });

  it('a mentorship that runs has its MENTOR_MATCH, an admission its TREATING_UNIT, a grant its CASEWORKER, a key manager theirs: by the same id', () => {
    const holds = ({ psychiatry, municipality, ngo, coordination, citizen }: Records) => {
      const has = (kind: string, id: string) => citizen.relations.some((each) => each.kind === kind && each.id === id);
      return (
        everyIn(
          ngo.mentorships.filter((each) => each.endedOn === null),
          (each) => has('MENTOR_MATCH', each.id),
        ) &&
        everyIn(
          ngo.volunteerMatches.filter((each) => each.endedOn === null),
          (each) => has('VOLUNTEER_MATCH', each.id),
        ) &&
        everyIn(
          ngo.enrolments.filter((each) => each.status === 'ENROLLED'),
          (each) => has('COURSE_ENROLMENT', each.id),
        ) &&
        everyIn(
          psychiatry.admissions.filter((each) => each.dischargedAt === null),
          (each) => has('TREATING_UNIT', each.id),
        ) &&
        everyIn(
          psychiatry.treatments.filter((each) => each.endedOn === null),
          (each) => has('TREATING_UNIT', each.id),
        ) &&
        everyIn(
          municipality.socialServices.filter((each) => each.validTo === null),
          (each) => has('CASEWORKER', each.id),
        ) &&
        everyIn(coordination.case?.keyManagers.filter((each) => each.validTo === null) ?? [], (each) =>
          has('KEY_MANAGER', each.id),
        ) &&
        everyIn(
          coordination.plans.filter((each) => each.closedOn === null),
          (plan) => everyIn(plan.parties, (each) => has('PLAN_PARTY', each.id)),
        )
      );
    };
    expect(breaking(holds)).toEqual([]);
  });

  it('a relation of treatment is open exactly while the citizen is treated, and for thirty days after a stay', () => {
    const holds = ({ psychiatry, citizen }: Records) =>
      everyIn(
        citizen.relations.filter((each) => each.kind === 'TREATING_UNIT'),
        (each) => {
          const stay = psychiatry.admissions.find((one) => one.id === each.id);
          const treatment = psychiatry.treatments.find((one) => one.id === each.id);
          if (stay !== undefined)
            return (
              each.unitId === stay.wardUnitId &&
              each.validFrom === stay.admittedAt &&
              days(stay.dischargedAt, each.validTo) === 30
            );
          return (
            treatment !== undefined &&
            each.unitId === treatment.responsibleUnitId &&
            each.validTo?.slice(0, 10) === treatment.endedOn?.slice(0, 10)
          );
        },
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('a consent ends within a year, is never given in the future, and whoever is under 15 did not give it', () => {
    const holds = ({ person, citizen }: Records) =>
      everyIn(
        citizen.consents,
        (each) =>
          days(each.recordedAt, each.validTo) <= 365 &&
          each.validTo > startOfDay(person.referenceDate) &&
          (each.withdrawnAt ?? each.recordedAt) <= startOfDay(person.referenceDate) &&
          each.recordedAt <= each.validFrom &&
          (person.profile.age >= 15 ||
            citizen.representatives.some(
              (one) => one.id === each.givenUnderMandateId && one.actorId === each.givenByActorId,
            )),
      ) &&
      everyIn(citizen.consents, (each) =>
        everyIn(each.lifts, (id) =>
          citizen.blocks.some((block) => block.id === id && block.recordedAt < each.recordedAt),
        ),
      );
    expect(breaking(holds)).toEqual([]);
    expect(all.some(({ citizen }) => citizen.consents.some((each) => each.lifts.length > 0))).toBe(true);
    expect(all.some(({ citizen }) => citizen.blocks.some((each) => each.declines !== null))).toBe(true);
  });

  it('the dead are treated, supported and visited no longer, but one of them has agreements that nobody closed', () => {
    const holds = ({ person, psychiatry, municipality, ngo }: Records) =>
      person.deceasedOn === null ||
      (everyIn(
        psychiatry.admissions,
        (each) => each.dischargedAt !== null && each.dischargedAt <= startOfDay(person.deceasedOn!),
      ) &&
        everyIn(psychiatry.treatments, (each) => each.endedOn !== null) &&
        everyIn(
          [...municipality.socialServices, ...municipality.housing, ...municipality.housingBenefits],
          (each) => each.validTo !== null,
        ) &&
        everyIn([...ngo.mentorships, ...ngo.volunteerMatches], (each) => each.endedOn !== null));
    expect(breaking(holds)).toEqual([]);
    const [forgotten] = [...everybody(1, [230])];
    expect(
      forgotten!.coordination.plans.flatMap((each) => each.agreements).every((each) => each.status === 'OPEN'),
    ).toBe(true);
  });
});

function days(from: string | null, to: string | null): number {
  return from === null || to === null
    ? from === to
      ? 30
      : Number.NaN
    : (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function collectIds(value: unknown, into: string[]): void {
  if (value === null || typeof value !== 'object') return;
  if ('id' in value && typeof value.id === 'string') into.push(value.id);
  for (const each of Object.values(value)) collectIds(each, into);
}

function collectUnits(value: unknown, into: Set<string>): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, each] of Object.entries(value)) {
    if (/unitId$/i.test(key) && typeof each === 'string') {
      const found = unit(each);
      const owner = 'organisationId' in value ? value.organisationId : found?.organisationId;
      if (found === null || found.organisationId !== owner) into.add(`${key} ${each}`);
    } else if (
      /^(organisationId|\w+OrganisationId)$/.test(key) &&
      typeof each === 'string' &&
      organisation(each) === null
    )
      into.add(`${key} ${each}`);
    else collectUnits(each, into);
  }
}
