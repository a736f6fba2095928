/** What the municipality knows of taking part follows from what it has granted; nobody writes it down a second time. */
import type { EmploymentMeasureCode, IncomeKindCode } from '@sammen/reference-data';
import { codeEnum } from '@sammen/subgraph-kit';

/** Ways of taking part that make up the sixth indicator of recovery. */
export const Participation = codeEnum(
  'Participation',
  'A way of taking part (deltagelse), as the sixth indicator of recovery asks for: a meaningful life.',
  [
    { code: 'EDUCATION', da: 'uddannelse', en: 'Education' },
    { code: 'JOB', da: 'arbejde', en: 'A job' },
    { code: 'DAY_PROGRAMME', da: 'dagtilbud', en: 'A day programme' },
  ],
);
export type Participation = keyof typeof Participation;

/** How a citizen takes part who lives on this. */
export const PARTICIPATION_OF_INCOME: Readonly<Partial<Record<IncomeKindCode, Participation>>> = {
  STUDENT_GRANT: 'EDUCATION',
  WAGE: 'JOB',
  FLEX_WAGE_SUBSIDY: 'JOB',
};

/** How a citizen takes part who is in this measure; work that is a duty, and talks about work, are none. */
export const PARTICIPATION_OF_MEASURE: Readonly<Partial<Record<EmploymentMeasureCode, Participation>>> = {
  GUIDANCE_AND_UPSKILLING: 'EDUCATION',
  REHABILITATION: 'EDUCATION',
  WORK_PLACEMENT: 'JOB',
  WAGE_SUBSIDY: 'JOB',
  IPS: 'JOB',
  FLEX_JOB: 'JOB',
};

/** How a citizen takes part who has this social service: protected employment and activity of the Service Act. */
export function participationOfService(act: string, paragraph: string): Participation | null {
  if (act !== 'SEL') return null;
  return paragraph === '103' ? 'JOB' : paragraph === '104' ? 'DAY_PROGRAMME' : null;
}
