/** Incomes follow each other without overlap, and no measure begins after it was closed to new cases. */
import { lastAsked } from '../core/lastAsked.js';
import { employmentMeasure, isOpenToNew } from '@sammen/reference-data';
import type { EmploymentMeasure, EmploymentMeasureCode, IncomeKindCode } from '@sammen/reference-data';
import { share } from '../core/distribution.js';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { stratifiedPoint } from '../core/stratified.js';
import { dayOf, isoDate, workday } from '../core/time.js';
import { EDGE_CASES } from '../edgeCases.js';
import type {
  EmploymentMeasureRecord,
  IncomeRecord,
  JobCentreCaseRecord,
  JobCentreFollowUpRecord,
} from '../records/municipalityRecords.js';
import type { Person } from '../records/personRecords.js';
import type { StaffMember } from '../staff.js';
import { caseworkerIn } from './caseworkers.js';

const CASE = topic('job-centre case');
const CONTENT = topic('job-centre content');
const INCOME = topic('income');
const MEASURE = topic('employment measure');
const FOLLOW_UP = topic('job-centre follow-up');

type Incomes = readonly (readonly [IncomeKindCode, number])[];
const PROGRAMME_INCOMES: Incomes = [
  ['DISABILITY_PENSION', 0.55],
  ['CASH_BENEFIT', 0.25],
  ['RESOURCE_COURSE_BENEFIT', 0.08],
  ['SICKNESS_BENEFIT', 0.04],
  ['FLEX_WAGE_SUBSIDY', 0.03],
  ['EDUCATION_BENEFIT', 0.03],
  ['UNEMPLOYMENT_ALLOWANCE', 0.02],
];
const LARGER_INCOMES: Incomes = [
  ['DISABILITY_PENSION', 0.3],
  ['WAGE', 0.18],
  ['CASH_BENEFIT', 0.17],
  ['SICKNESS_BENEFIT', 0.12],
  ['STUDENT_GRANT', 0.08],
  ['EDUCATION_BENEFIT', 0.06],
  ['FLEX_WAGE_SUBSIDY', 0.03],
  ['UNEMPLOYMENT_INSURANCE', 0.03],
  ['RESOURCE_COURSE_BENEFIT', 0.03],
];

/** Target group (LAB § 6) by income kind; those who live on a wage or grant look for work without benefit. */
const TARGET_GROUP: Readonly<Partial<Record<IncomeKindCode, number>>> = {
  UNEMPLOYMENT_INSURANCE: 1,
  CASH_BENEFIT: 3,
  EDUCATION_BENEFIT: 5,
  SICKNESS_BENEFIT: 6,
  RESOURCE_COURSE_BENEFIT: 8,
  FLEX_WAGE_SUBSIDY: 9,
  UNEMPLOYMENT_ALLOWANCE: 9,
  DISABILITY_PENSION: 11,
};

const MEASURES: readonly EmploymentMeasureCode[] = [
  'WORK_PLACEMENT',
  'MENTOR_SUPPORT',
  'IPS',
  'GUIDANCE_AND_UPSKILLING',
  'WAGE_SUBSIDY',
  'UTILITY_JOB',
];
const EMPLOYERS = [
  'Genbrugshuset',
  'Byens Bageri',
  'Havnens Værksted',
  'Kantinen på Torvet',
  'Gartneriet Syd',
  'Biblioteket',
];

/** The case without its content: what relations rest on. */
export interface JobCentreOutline {
  readonly id: string;
  readonly caseworker: StaffMember;
  readonly openedOn: number;
  readonly closedOn: number | null;
  readonly income: IncomeKindCode;
}

/** The job-centre case of a citizen without content, or null: all of the first 220 have one, 75 % of the other adults under 67. */
export const jobCentreOutlineOf = lastAsked((person: Person): JobCentreOutline | null => {
  const { profile, index } = person;
  const programme = profile.recipe === 'TEN_IN_EACH';
  if (!profile.sectors.includes('MUNICIPALITY') || index === EDGE_CASES.contactWithoutCpr) return null;
  const random = streamOf(person.key, CASE);
  const has = random.chance(0.95);
  if (!programme && (!has || profile.age < 18 || profile.age >= 67)) return null;
  const point = random.unit();
  const income = incomeKindOf(person, point);
  const openedOn = Math.min(
    profile.lastDay - 1,
    Math.max(adultOn(person), workday(profile.lastDay - random.between(60, 1500))),
  );
  const closed =
    person.deceasedOn !== null
      ? profile.lastDay
      : income === 'WAGE'
        ? Math.max(openedOn + 10, profile.lastDay - random.between(0, 200))
        : null;
  return {
    id: recordId(person.key, CASE, 0),
    caseworker: caseworkerIn(person.municipalityCode, 'job-centre', person, random),
    openedOn,
    closedOn: closed,
    income,
  };
});

function incomeKindOf({ seed, index, profile }: Person, point: number): IncomeKindCode {
  if (index === EDGE_CASES.showcase) return 'CASH_BENEFIT';
  if (profile.age >= 67) return 'STATE_PENSION';
  if (profile.recipe === 'TEN_IN_EACH') return share(stratifiedPoint(seed, 'income', index), PROGRAMME_INCOMES);
  return share(point, profile.age >= 23 ? LARGER_INCOMES : YOUNG_INCOMES);
}

/** The day of the 18th birthday. */
function adultOn(person: Person): number {
  return dayOf(person.birthDate) + 18 * 366;
}

const YOUNG_INCOMES: Incomes = [
  ['EDUCATION_BENEFIT', 0.4],
  ['STUDENT_GRANT', 0.4],
  ['WAGE', 0.2],
];

/** The job-centre case of a citizen, or null. */
export function jobCentreCaseOf(person: Person): JobCentreCaseRecord | null {
  const outline = jobCentreOutlineOf(person);
  if (outline === null) return null;
  const random = streamOf(person.key, CONTENT);
  return {
    id: outline.id,
    citizenId: person.id,
    organisationId: outline.caseworker.organisationId,
    unitId: outline.caseworker.unitId as string,
    targetGroup: TARGET_GROUP[outline.income] ?? 12,
    minPlanId: outline.income === 'DISABILITY_PENSION' ? null : `MP-${recordId(person.key, CASE, 1).slice(0, 8)}`,
    caseworkerActorId: outline.caseworker.actorId,
    caseworkerName: outline.caseworker.name,
    openedOn: isoDate(outline.openedOn),
    closedOn: outline.closedOn === null ? null : isoDate(outline.closedOn),
    incomes: incomesOf(person, outline, random),
    measures: measuresOf(person, outline, random),
    followUps: followUpsOf(person, outline, random),
  };
}

function incomesOf(person: Person, { income }: JobCentreOutline, random: Random): readonly IncomeRecord[] {
  const { lastDay } = person.profile;
  const earlier = Math.max(adultOn(person), lastDay - random.between(500, 2000));
  const changed = lastDay - random.between(60, 480);
  const before: IncomeKindCode = income === 'CASH_BENEFIT' ? 'SICKNESS_BENEFIT' : 'CASH_BENEFIT';
  const end = person.deceasedOn === null ? null : lastDay;
  const row = (number: number, kind: IncomeKindCode, from: number, to: number | null): IncomeRecord => ({
    id: recordId(person.key, INCOME, number),
    kind,
    validFrom: isoDate(from),
    validTo: to === null ? null : isoDate(to),
  });
  if (earlier >= changed || !random.chance(0.8)) return [row(0, income, Math.min(earlier, lastDay - 1), end)];
  return [row(0, before, earlier, changed), row(1, income, changed, end)];
}

function measuresOf(person: Person, outline: JobCentreOutline, random: Random): readonly EmploymentMeasureRecord[] {
  const { lastDay } = person.profile;
  const wanted = outline.income === 'DISABILITY_PENSION' ? random.chance(0.1) : random.chance(0.6);
  if (!wanted && person.index !== EDGE_CASES.showcase) return [];
  const from = workday(outline.openedOn + random.between(5, Math.max(6, lastDay - outline.openedOn - 20)));
  const measure = measureFor(outline.income, isoDate(from), random);
  const length = random.between(28, 180);
  const ends = from + length < lastDay || random.chance(0.7) ? from + length : null;
  const record: EmploymentMeasureRecord = {
    id: recordId(person.key, MEASURE, 0),
    measure,
    employer: random.pick(EMPLOYERS),
    hoursPerWeek: random.between(3, 30),
    purpose: 'Afklaring af arbejdsevne og skånehensyn',
    validFrom: isoDate(from),
    validTo:
      outline.closedOn !== null && (ends === null || ends > outline.closedOn)
        ? isoDate(Math.max(from + 1, outline.closedOn))
        : ends === null
          ? null
          : isoDate(ends),
  };
  return [record];
}

/** Ressourceforløb only for those who began before it was closed; a flexible job for those on its subsidy. */
function measureFor(income: IncomeKindCode, day: string, random: Random): EmploymentMeasureCode {
  if (income === 'FLEX_WAGE_SUBSIDY') return 'FLEX_JOB';
  const wanted = income === 'RESOURCE_COURSE_BENEFIT' ? 'RESOURCE_COURSE' : random.pick(MEASURES);
  return isOpenToNew(employmentMeasure(wanted) as EmploymentMeasure, day) ? wanted : 'JOB_CLARIFICATION';
}

function followUpsOf(person: Person, outline: JobCentreOutline, random: Random): readonly JobCentreFollowUpRecord[] {
  const { lastDay, recipe } = person.profile;
  const seldom = recipe !== 'TEN_IN_EACH' && !random.chance(0.35);
  if (outline.closedOn !== null || seldom) return [];
  const last = Math.max(outline.openedOn + 1, lastDay - random.between(20, 90));
  const next = Math.max(last + 1, workday(lastDay + random.between(-10, 60)));
  return [
    { id: recordId(person.key, FOLLOW_UP, 0), dueOn: isoDate(last), heldOn: isoDate(last) },
    { id: recordId(person.key, FOLLOW_UP, 1), dueOn: isoDate(next), heldOn: null },
  ];
}
