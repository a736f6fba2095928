import { citizenOf, LARGE_TEAM, people, personOf, RECOVERY_INDICATORS } from '@sammen/population';
import { everybody, range } from './support/everything.js';
import type { Records } from './support/everything.js';

const programme = [...everybody(1, range(0, 220))];
const larger = [...everybody(1, range(1000, 3500))];

const part = (all: readonly Records[], has: (each: Records) => boolean) => all.filter(has).length / all.length;
const mean = (all: readonly Records[], count: (each: Records) => number) =>
  all.reduce((sum, each) => sum + count(each), 0) / all.length;
const within = (value: number, low: number, high: number) => {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
};
const consentShare = (level: string) => part(programme, ({ person }) => person.profile.consentLevel === level);
const hasService = (paragraph: string) => (each: Records) =>
  each.municipality.socialServices.some((service) => service.paragraph === paragraph);

describe('ten in each: the 220', () => {
  it('60 % are men, the median age is 38', () => {
    within(
      part(programme, ({ person }) => person.gender === 'MALE'),
      0.58,
      0.62,
    );
    const ages = programme.map(({ person }) => person.profile.age).sort((a, b) => a - b);
    within(ages[110]!, 36, 40);
    within(ages[0]!, 21, 23);
  });

  it('55 % psychosis, 20 % personality, 12 % affective; three of four have a second diagnosis, 65 % misuse', () => {
    const illness = (name: string) => part(programme, ({ person }) => person.profile.illness === name);
    within(illness('PSYCHOSIS'), 0.54, 0.56);
    within(illness('PERSONALITY'), 0.19, 0.21);
    within(illness('AFFECTIVE'), 0.11, 0.13);
    within(
      part(programme, ({ psychiatry }) => psychiatry.diagnoses.length > 1),
      0.7,
      0.8,
    );
    within(
      part(programme, ({ psychiatry }) => psychiatry.diagnoses.some(({ code }) => /^F1[025]/.test(code))),
      0.64,
      0.67,
    );
  });

  it('admissions of two years: five on average, with a long tail; about one in ten is admitted now', () => {
    within(
      mean(programme, ({ psychiatry }) => psychiatry.admissions.length),
      4,
      6,
    );
    within(Math.max(...programme.map(({ psychiatry }) => psychiatry.admissions.length)), 15, 40);
    within(
      part(programme, ({ psychiatry }) => psychiatry.admissions.some((each) => each.dischargedAt === null)),
      0.05,
      0.2,
    );
  });

  it.each([
    ['85', 0.8],
    ['107', 0.25],
    ['108', 0.15],
    ['99', 0.2],
    ['104', 0.35],
  ])('§ %s: a share of %d', (paragraph, expected) => {
    // Two residences exclude each other, and everybody has at least one effort.
    within(part(programme, hasService(paragraph)), expected - 0.06, expected + 0.04);
  });

  it('45 % are treated for misuse, 75 % have housing benefit, 30 % have a mentor', () => {
    within(
      part(programme, (each) => hasService('101')(each) || hasService('141')(each)),
      0.38,
      0.52,
    );
    within(
      part(programme, ({ municipality }) => municipality.housingBenefits.length > 0),
      0.68,
      0.82,
    );
    within(
      part(programme, ({ ngo }) => ngo.mentorships.length > 0),
      0.28,
      0.32,
    );
  });

  it('55 % live on disability pension, 25 % on cash benefit', () => {
    const income = (kind: string) =>
      part(programme, ({ municipality }) => municipality.jobCentreCase?.incomes.at(-1)?.kind === kind);
    within(income('DISABILITY_PENSION'), 0.5, 0.58);
    within(income('CASH_BENEFIT'), 0.22, 0.28);
  });

  it('consent is full for 70 %, partial for 22 %, none for 5 %, withdrawn for 3 %', () => {
    within(consentShare('FULL'), 0.68, 0.72);
    within(consentShare('PARTIAL'), 0.2, 0.24);
    within(consentShare('NONE'), 0.04, 0.06);
    within(consentShare('WITHDRAWN'), 0.02, 0.04);
  });

  it('3 % have a protected address, 2 % have died', () => {
    within(
      part(programme, ({ person }) => person.protectedAddress),
      0.025,
      0.035,
    );
    within(
      part(programme, ({ person }) => person.deceasedOn !== null),
      0.01,
      0.025,
    );
  });

  it('plans have 6–12 challenges, 3–8 opportunities and 4–8 agreements, about 30 % of them overdue', () => {
    let agreements = 0;
    let overdue = 0;
    for (const { person, coordination } of programme) {
      const plan = coordination.plans.find((each) => each.kind === 'ACTION_PLAN')!;
      within(plan.mapItems.filter((each) => each.kind === 'CHALLENGE').length, 6, 12);
      within(plan.mapItems.filter((each) => each.kind === 'OPPORTUNITY').length, 3, 8);
      within(plan.agreements.length, 4, 8);
      agreements += plan.agreements.length;
      overdue += plan.agreements.filter((each) => each.status === 'OPEN' && each.dueOn < person.referenceDate).length;
    }
    within(overdue / agreements, 0.22, 0.36);
  });

  it('meetings: every 42–56 days (and a weekend), 5–11 people, 12 % cancelled, the citizen there in three of four', () => {
    const meetings = programme.flatMap(({ coordination }) => coordination.meetings);
    const held = meetings.filter((each) => each.status === 'HELD');
    within(meetings.filter((each) => each.status === 'CANCELLED').length / meetings.length, 0.08, 0.15);
    within(held.filter((each) => each.participants[0]!.attendance === 'ATTENDED').length / held.length, 0.7, 0.8);
    within(
      held.filter((each) => each.participants.some((one) => one.decisionMandate && one.attendance === 'ATTENDED'))
        .length / held.length,
      0.65,
      0.75,
    );
    expect(meetings.filter((each) => each.participants.length < 5 || each.participants.length > 11)).toEqual([]);
    const dayOf = (at: string) => Date.parse(at.slice(0, 10)) / 86_400_000;
    const gaps = programme.flatMap(({ coordination: { meetings: series } }) =>
      series.slice(1).map((each, at) => dayOf(each.startsAt) - dayOf(series[at]!.startsAt)),
    );
    expect(gaps.filter((days) => days < 42 || days > 58)).toEqual([]);
  });

  it('recovery is measured about every 90 days, with an answer missing in 20 % of the measurements', () => {
    const series = programme.map(({ coordination }) => coordination.recovery);
    const all = series.flat();
    const incomplete = all.filter((each) => RECOVERY_INDICATORS.some((indicator) => each[indicator] === null));
    within(incomplete.length / all.length, 0.17, 0.23);
    const day = (at: string) => Date.parse(at) / 86_400_000;
    const gaps = series.flatMap((each) =>
      each.slice(1).map((one, at) => day(one.measuredOn) - day(each[at]!.measuredOn)),
    );
    within(gaps.reduce((sum, days) => sum + days, 0) / gaps.length, 88, 93);
    expect(gaps.filter((days) => days < 80 || days > 102)).toEqual([]);
    within(all.filter(({ answeredBy }) => answeredBy.startsWith('CITIZEN')).length / all.length, 0.86, 0.94);
  });
});

describe('the larger population', () => {
  it('5 % are under 18, 12 % are 18–25', () => {
    within(
      part(larger, ({ person }) => person.profile.age < 18),
      0.04,
      0.06,
    );
    within(
      part(larger, ({ person }) => person.profile.age >= 18 && person.profile.age < 26),
      0.1,
      0.14,
    );
  });

  it('15 % are admitted in a year, two of three of them once', () => {
    const lastYear = larger.map(
      ({ person, psychiatry }) =>
        psychiatry.admissions.filter((each) => each.admittedAt >= yearBefore(person.referenceDate)).length,
    );
    const admitted = lastYear.filter((count) => count > 0);
    within(admitted.length / larger.length, 0.11, 0.19);
    within(admitted.filter((count) => count === 1).length / admitted.length, 0.55, 0.75);
  });

  it('numbers per citizen are those of the domain: diagnoses 1.7, efforts 1.2, incomes 1.4, meetings 0.2, agreements 0.5', () => {
    within(
      mean(larger, ({ psychiatry }) => psychiatry.diagnoses.length),
      1.5,
      1.8,
    );
    within(
      mean(larger, ({ municipality }) => municipality.socialServices.length),
      1,
      1.35,
    );
    within(
      mean(larger, ({ municipality }) => municipality.jobCentreCase?.incomes.length ?? 0),
      1.15,
      1.5,
    );
    within(
      mean(larger, ({ coordination }) => coordination.meetings.length),
      0.12,
      0.28,
    );
    within(
      mean(larger, ({ coordination }) => coordination.plans.flatMap((plan) => plan.agreements).length),
      0.35,
      0.6,
    );
  });

  it('Odense has 17 %', () => {
    let odense = 0;
    for (const person of people(1, 7000)) if (person.index >= 1000 && person.municipalityCode === '0461') odense++;
    within(odense / 6000, 0.155, 0.185);
  });

  it('1 % hold about a fifth of all rows, and one citizen has 2,000 encounters', () => {
    const counts = larger.map(rowsOf).sort((a, b) => b - a);
    const all = counts.reduce((sum, each) => sum + each, 0);
    within(counts.slice(0, larger.length / 100).reduce((sum, each) => sum + each, 0) / all, 0.14, 0.26);
    const [most] = [...everybody(1, [222])];
    expect(most!.psychiatry.treatments.flatMap((each) => each.contacts)).toHaveLength(2000);
  });

  it('one team has 400 clients', () => {
    const clients = new Set<string>();
    for (const index of range(LARGE_TEAM.from - 50, LARGE_TEAM.to + 50)) {
      const person = personOf(1, index);
      if (citizenOf(person).relations.some((each) => each.unitId === LARGE_TEAM.unitId)) clients.add(person.id);
    }
    within(clients.size, 380, 400); // some of the 400 have died or left treatment
  });
});

function yearBefore(date: string): string {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}

/** Objects with an id at any depth: what becomes a row. */
function rowsOf(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  const own = 'id' in value && typeof value.id === 'string' ? 1 : 0;
  return Object.values(value).reduce((sum: number, each) => sum + rowsOf(each), own);
}
