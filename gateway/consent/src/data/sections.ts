/** My data as sections: for each kind of data where it stands in the answer and how one of it reads. Declared, not programmed. */
import type { Category } from '../graph/types.js';

/** Fields that are numbers, which mean nothing without a word. */
export type NumberAt =
  | 'minutes'
  | 'hoursPerWeek'
  | 'total'
  | 'hope'
  | 'wellbeing'
  | 'inclusion'
  | 'citizenship'
  | 'empowerment'
  | 'meaningfulLife';

/** One thing that is told about an item. `at`: dots lead down. */
export type FieldOf =
  | { readonly at: string; readonly as: 'text' | 'texts' | 'code' | 'day' | 'money' }
  | { readonly at: NumberAt; readonly as: 'number' };

/** When an item was or began, and when it ended: this is what the timeline is made of. */
interface Time {
  readonly from?: string;
  readonly to?: string;
}

/** One kind of data. */
export interface Section extends Time {
  readonly category: Category;
  /** Below the citizen: a list, one object, or (empty) the citizen itself. */
  readonly at: string;
  /** What an item is called. */
  readonly title: FieldOf;
  readonly fields: readonly FieldOf[];
}

/** The sectors, in the order of the page. */
export const SECTORS = ['CITIZEN', 'PSYCHIATRY', 'MUNICIPALITY', 'NGO', 'COORDINATION'] as const;

/** A sector. */
export type Sector = (typeof SECTORS)[number];

const text = (at: string): FieldOf => ({ at, as: 'text' });
const texts = (at: string): FieldOf => ({ at, as: 'texts' });
const code = (at: string): FieldOf => ({ at, as: 'code' });
const day = (at: string): FieldOf => ({ at, as: 'day' });
const money = (at: string): FieldOf => ({ at, as: 'money' });
const number = (at: NumberAt): FieldOf => ({ at, as: 'number' });
const STAY = { from: 'startedAt', to: 'endedAt' };
const FOUND = { from: 'firstDiagnosedOn', to: 'endedOn' };
const VALID = { from: 'validFrom', to: 'validTo' };
const RUN = { from: 'startedOn', to: 'endedOn' };
const CASE = { from: 'openedOn', to: 'closedOn' };
const PLAN = { from: 'openedAt', to: 'closedAt' };
const on = (from: string): Time => ({ from });
const NEVER: Time = {};
const RECOVERY: readonly FieldOf[] = [
  number('total'),
  number('hope'),
  number('wellbeing'),
  number('inclusion'),
  number('citizenship'),
  number('empowerment'),
  number('meaningfulLife'),
];
const WHO = 'professional.name';
const WHERE = 'professional.organisation.name';

const of = (category: Category, at: string, title: FieldOf, fields: readonly FieldOf[], time: Time): Section => ({
  category,
  at,
  title,
  fields,
  ...time,
});

/** All sections by sector, one a line: the kind of data, where it stands, what one is called, what is told of it, when it was. */
export const SECTIONS: Readonly<Record<Sector, readonly Section[]>> = {
  CITIZEN: [
    of('IDENTITY', '', text('name'), [day('birthDate'), text('municipality.name')], NEVER),
    of('CPR_NUMBER', '', text('cprNumber'), [], NEVER),
    of('CONTACT', 'address', text('street'), [text('postalCode'), text('city')], NEVER),
    of('CONTACT', 'contact', text('phone'), [text('email')], NEVER),
    of('REPRESENTATIVES', 'representatives', text('name'), [code('kind'), text('mandate')], VALID),
  ],
  PSYCHIATRY: [
    of(
      'ADMISSION_NOTICE',
      'admissions.nodes',
      code('status'),
      [code('kind'), text('hospital'), text('unit.name')],
      STAY,
    ),
    of('DIAGNOSIS', 'diagnoses', text('text'), [text('code')], FOUND),
    of('ASSESSMENT', 'assessments', text('summary'), [text('unit.name')], on('assessedOn')),
    of('TREATMENT', 'treatments.nodes', text('course'), [code('kind'), code('status'), text('unit.name')], RUN),
    of('TREATMENT', 'treatmentContacts.nodes', code('kind'), [text('unit.name')], on('at')),
  ],
  MUNICIPALITY: [
    of(
      'SOCIAL_SERVICE',
      'socialServices.nodes',
      text('paragraphTitle'),
      [code('status'), text('provider'), number('hoursPerWeek')],
      VALID,
    ),
    of('HOUSING', 'housing', code('kind'), [text('place')], VALID),
    of('HOUSING_BENEFIT', 'housingBenefits.nodes', code('kind'), [code('status'), money('monthlyAmountOere')], VALID),
    of(
      'FINANCIAL_SUPPORT',
      'financialSupports.nodes',
      code('kind'),
      [text('purpose'), money('amountOere'), code('status')],
      VALID,
    ),
    of('EMPLOYMENT', 'jobCentreCase', text('targetGroupTitle'), [code('incomeKind')], CASE),
    of('EMPLOYMENT', 'jobCentreCase.measures', code('measure'), [code('status'), text('employer')], VALID),
  ],
  NGO: [
    of(
      'MENTORSHIP',
      'mentorships.nodes',
      text('mentorName'),
      [code('status'), texts('goals'), text('organisation.name')],
      RUN,
    ),
    of('VOLUNTEER_VISIT', 'volunteerVisits.nodes', text('activity'), [code('status'), number('minutes')], on('at')),
    of(
      'PSYCHO_EDUCATION',
      'psychoEducation.nodes',
      text('course.title'),
      [code('status'), text('course.place'), day('course.startsOn')],
      on('enrolledOn'),
    ),
  ],
  COORDINATION: [
    of('PLAN', 'plans.nodes', code('kind'), [code('status'), texts('goals.text'), texts('agreements.action')], PLAN),
    of('PLAN', 'recoveryMeasurements.nodes', code('answeredBy'), RECOVERY, on('measuredOn')),
    of('MEETING', 'meetings.nodes', text('purpose'), [code('status'), text('place')], on('startsAt')),
    of('CARE_TEAM', 'keyManager', text(WHO), [text(WHERE)], on('validFrom')),
    of('CARE_TEAM', 'careTeam', text(WHO), [text('task'), text(WHERE)], on('validFrom')),
  ],
};

/** The sector that a kind of data belongs to. */
export function sectorOf(category: Category): Sector {
  if (category === 'ADMISSION') return 'PSYCHIATRY';
  return SECTORS.find((sector) => SECTIONS[sector].some((each) => each.category === category)) ?? 'CITIZEN';
}
