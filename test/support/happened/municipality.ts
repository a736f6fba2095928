/** Services, benefits and employment measures, from the municipality's records. */
import { municipalityOf, type Person } from '@sammen/population';
import { type Happened, quarterOf, running } from './quarters';

const PARAGRAPHS = [
  'SEL § 85',
  'SEL § 99',
  'SEL § 101',
  'SEL § 103',
  'SEL § 104',
  'SEL § 107',
  'SEL § 108',
  'SUL § 141',
];

/** By measure. */
export const municipality: Readonly<Record<string, (person: Person, periods: readonly string[]) => Happened[]>> = {
  socialServices: (person, periods) =>
    running(municipalityOf(person).socialServices, periods, ({ act, paragraph }) => {
      const kind = `${act} § ${paragraph}`;
      return PARAGRAPHS.includes(kind) ? kind : 'OTHER';
    }),
  housingBenefits(person, periods) {
    const granted = municipalityOf(person).housingBenefits.filter(
      ({ status }) => !['APPLIED', 'REFUSED'].includes(status),
    );
    return running(granted, periods, ({ kind }) => kind);
  },
  /** What is given once belongs to the quarter of its day; what is given monthly to every quarter in which it ran. */
  financialSupports(person, periods) {
    const supports = municipalityOf(person).financialSupports;
    const once = supports.filter(({ frequency }) => frequency === 'ONCE');
    const monthly = supports.filter(({ frequency }) => frequency === 'MONTHLY');
    return [
      ...once.map(({ kind, validFrom }) => ({ period: quarterOf(validFrom), kind })),
      ...running(monthly, periods, ({ kind }) => kind),
    ];
  },
  employmentMeasures: (person, periods) =>
    running(municipalityOf(person).jobCentreCase?.measures ?? [], periods, ({ measure }) => measure),
};
