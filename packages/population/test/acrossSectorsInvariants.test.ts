import { organisation, unit } from '@sammen/reference-data';
import { breaking, cohort, startOfDay } from './support/cohort.js';
import { everybody } from './support/everything.js';
import type { Records } from './support/everything.js';

const every = <Item>(items: readonly Item[], holds: (item: Item, at: number) => boolean) => items.every(holds);

describe('across sectors', () => {
  it('every id occurs once', () => {
    const ids: string[] = [];
    for (const each of cohort.slice(0, 1200))
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
    const relations = cohort.flatMap(({ citizen }) => citizen.relations.map((each) => `${each.citizenId} ${each.id}`));
    expect(new Set(relations).size).toBe(relations.length);
  });

  it('every unit named is in the register, inside the organisation named beside it', () => {
    const wrong = new Set<string>();
    for (const each of cohort) collectUnits(each, wrong);
    expect([...wrong]).toEqual([]);
  });

  it('a mentorship that runs has its MENTOR_MATCH, an admission its TREATING_UNIT, a grant its CASEWORKER, a key manager theirs: by the same id', () => {
    const holds = ({ psychiatry, municipality, ngo, coordination, citizen }: Records) => {
      const has = (kind: string, id: string) => citizen.relations.some((each) => each.kind === kind && each.id === id);
      return (
        every(
          ngo.mentorships.filter((each) => each.endedOn === null),
          (each) => has('MENTOR_MATCH', each.id),
        ) &&
        every(
          ngo.volunteerMatches.filter((each) => each.endedOn === null),
          (each) => has('VOLUNTEER_MATCH', each.id),
        ) &&
        every(
          ngo.enrolments.filter((each) => each.status === 'ENROLLED'),
          (each) => has('COURSE_ENROLMENT', each.id),
        ) &&
        every(
          psychiatry.admissions.filter((each) => each.dischargedAt === null),
          (each) => has('TREATING_UNIT', each.id),
        ) &&
        every(
          psychiatry.treatments.filter((each) => each.endedOn === null),
          (each) => has('TREATING_UNIT', each.id),
        ) &&
        every(
          municipality.socialServices.filter((each) => each.validTo === null),
          (each) => has('CASEWORKER', each.id),
        ) &&
        every(coordination.case?.keyManagers.filter((each) => each.validTo === null) ?? [], (each) =>
          has('KEY_MANAGER', each.id),
        ) &&
        every(
          coordination.plans.filter((each) => each.closedOn === null),
          (plan) => every(plan.parties, (each) => has('PLAN_PARTY', each.id)),
        )
      );
    };
    expect(breaking(holds)).toEqual([]);
  });

  it('a relation of treatment is open exactly while the citizen is treated, and for thirty days after a stay', () => {
    const holds = ({ psychiatry, citizen }: Records) =>
      every(
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
      every(
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
      every(citizen.consents, (each) =>
        every(each.lifts, (id) =>
          citizen.blocks.some((block) => block.id === id && block.recordedAt < each.recordedAt),
        ),
      );
    expect(breaking(holds)).toEqual([]);
    expect(cohort.some(({ citizen }) => citizen.consents.some((each) => each.lifts.length > 0))).toBe(true);
    expect(cohort.some(({ citizen }) => citizen.blocks.some((each) => each.declines !== null))).toBe(true);
  });

  it('the dead are treated, supported and visited no longer, but one of them has agreements that nobody closed', () => {
    const holds = ({ person, psychiatry, municipality, ngo }: Records) =>
      person.deceasedOn === null ||
      (every(
        psychiatry.admissions,
        (each) => each.dischargedAt !== null && each.dischargedAt <= startOfDay(person.deceasedOn!),
      ) &&
        every(psychiatry.treatments, (each) => each.endedOn !== null) &&
        every(
          [...municipality.socialServices, ...municipality.housing, ...municipality.housingBenefits],
          (each) => each.validTo !== null,
        ) &&
        every([...ngo.mentorships, ...ngo.volunteerMatches], (each) => each.endedOn !== null));
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
