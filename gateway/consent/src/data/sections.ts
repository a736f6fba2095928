/** My data as sections: for each kind of data where it stands in the answer and how one of it reads. Declared, not programmed. */
import type { Category } from '../graph/types.js';

/** One thing that is told about an item. `at`: dots lead down. */
export interface FieldOf {
  readonly at: string;
  readonly as: 'text' | 'texts' | 'code' | 'day' | 'moment' | 'money';
}

/** One kind of data. */
export interface Section {
  readonly category: Category;
  /** Below the citizen: a list, one object, or (empty) the citizen itself. */
  readonly at: string;
  /** What an item is called. */
  readonly title: FieldOf;
  readonly fields: readonly FieldOf[];
  /** When it was or began, and when it ended: this is what the timeline is made of. */
  readonly from?: string;
  readonly to?: string;
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
const VALID = { from: 'validFrom', to: 'validTo' } as const;
const RUN = { from: 'startedOn', to: 'endedOn' } as const;

/** All sections, by sector. */
export const SECTIONS: Readonly<Record<Sector, readonly Section[]>> = {
  CITIZEN: [
    { category: 'IDENTITY', at: '', title: text('name'), fields: [day('birthDate'), text('municipality.name')] },
    { category: 'CPR_NUMBER', at: '', title: text('cprNumber'), fields: [] },
    { category: 'CONTACT', at: 'address', title: text('street'), fields: [text('postalCode'), text('city')] },
    { category: 'CONTACT', at: 'contact', title: text('phone'), fields: [text('email')] },
    {
      category: 'REPRESENTATIVES',
      at: 'representatives',
      title: text('name'),
      fields: [code('kind'), text('mandate')],
      ...VALID,
    },
  ],
  PSYCHIATRY: [
    {
      category: 'ADMISSION_NOTICE',
      at: 'admissions.nodes',
      title: code('status'),
      fields: [code('kind'), text('hospital'), text('unit.name')],
      from: 'startedAt',
      to: 'endedAt',
    },
    {
      category: 'DIAGNOSIS',
      at: 'diagnoses',
      title: text('text'),
      fields: [text('code')],
      from: 'firstDiagnosedOn',
      to: 'endedOn',
    },
    {
      category: 'ASSESSMENT',
      at: 'assessments',
      title: text('summary'),
      fields: [text('unit.name')],
      from: 'assessedOn',
    },
    {
      category: 'TREATMENT',
      at: 'treatments.nodes',
      title: text('course'),
      fields: [code('kind'), code('status'), text('unit.name')],
      ...RUN,
    },
    {
      category: 'TREATMENT',
      at: 'treatmentContacts.nodes',
      title: code('kind'),
      fields: [text('unit.name')],
      from: 'at',
    },
  ],
  MUNICIPALITY: [
    {
      category: 'SOCIAL_SERVICE',
      at: 'socialServices.nodes',
      title: text('paragraphTitle'),
      fields: [code('status'), text('provider'), text('hoursPerWeek')],
      ...VALID,
    },
    { category: 'HOUSING', at: 'housing', title: code('kind'), fields: [text('place')], ...VALID },
    {
      category: 'HOUSING_BENEFIT',
      at: 'housingBenefits.nodes',
      title: code('kind'),
      fields: [code('status'), money('monthlyAmountOere')],
      ...VALID,
    },
    {
      category: 'FINANCIAL_SUPPORT',
      at: 'financialSupports.nodes',
      title: code('kind'),
      fields: [text('purpose'), money('amountOere'), code('status')],
      ...VALID,
    },
    {
      category: 'EMPLOYMENT',
      at: 'jobCentreCase',
      title: text('targetGroupTitle'),
      fields: [code('incomeKind')],
      from: 'openedOn',
      to: 'closedOn',
    },
    {
      category: 'EMPLOYMENT',
      at: 'jobCentreCase.measures',
      title: code('measure'),
      fields: [code('status'), text('employer')],
      ...VALID,
    },
  ],
  NGO: [
    {
      category: 'MENTORSHIP',
      at: 'mentorships.nodes',
      title: text('mentorName'),
      fields: [code('status'), texts('goals'), text('organisation.name')],
      ...RUN,
    },
    {
      category: 'VOLUNTEER_VISIT',
      at: 'volunteerVisits.nodes',
      title: text('activity'),
      fields: [code('status'), text('minutes')],
      from: 'at',
    },
    {
      category: 'PSYCHO_EDUCATION',
      at: 'psychoEducation.nodes',
      title: text('course.title'),
      fields: [code('status'), text('course.place'), day('course.startsOn')],
      from: 'enrolledOn',
    },
  ],
  COORDINATION: [
    {
      category: 'PLAN',
      at: 'plans.nodes',
      title: code('kind'),
      fields: [code('status'), texts('goals.text'), texts('agreements.action')],
      from: 'openedAt',
      to: 'closedAt',
    },
    {
      category: 'MEETING',
      at: 'meetings.nodes',
      title: text('purpose'),
      fields: [code('status'), text('place')],
      from: 'startsAt',
    },
    {
      category: 'CARE_TEAM',
      at: 'keyManager',
      title: text('professional.name'),
      fields: [text('professional.organisation.name')],
      from: 'validFrom',
    },
    {
      category: 'CARE_TEAM',
      at: 'careTeam',
      title: text('professional.name'),
      fields: [text('task'), text('professional.organisation.name')],
      from: 'validFrom',
    },
  ],
};

/** The sector that a kind of data belongs to. */
export function sectorOf(category: Category): Sector {
  if (category === 'ADMISSION') return 'PSYCHIATRY';
  return SECTORS.find((sector) => SECTIONS[sector].some((each) => each.category === category)) ?? 'CITIZEN';
}
