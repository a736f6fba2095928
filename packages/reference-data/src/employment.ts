/** An employment measure may be granted only on a day on which it is open to new cases; a running one goes on. */

/** A measure of the employment act. `openFrom` and `closedFrom` are half-open days for NEW cases; null is unbounded. */
export interface EmploymentMeasure {
  readonly code: string;
  readonly da: string;
  readonly en: string;
  readonly openFrom: string | null;
  readonly closedFrom: string | null;
}

/** First day on which ressourceforløb and revalidering take nobody new (act no. 1750 of 29 December 2025, first entry into force). */
export const REFORM_2026 = '2026-02-01';

/**
 * Measures.
 * Source: LAB and the employment reform 2026–27, short names by Sammen; version 1, 2026-11. Licence: public facts. Not legal advice.
 */
export const EMPLOYMENT_MEASURES = [
  measureRow('WORK_PLACEMENT', 'Virksomhedspraktik', 'Work placement'),
  measureRow('WAGE_SUBSIDY', 'Løntilskud', 'Job with wage subsidy'),
  measureRow('UTILITY_JOB', 'Nytteindsats', 'Utility job'),
  measureRow('GUIDANCE_AND_UPSKILLING', 'Vejledning og opkvalificering', 'Guidance and upskilling'),
  measureRow('MENTOR_SUPPORT', 'Mentorstøtte', 'Mentor support'),
  measureRow('IPS', 'Individuelt planlagt job med støtte', 'Individual placement and support'),
  measureRow('FLEX_JOB', 'Fleksjob', 'Flexible job'),
  measureRow('RESOURCE_COURSE', 'Ressourceforløb', 'Resource course', null, REFORM_2026),
  measureRow('JOB_CLARIFICATION', 'Jobafklaringsforløb', 'Job clarification course'),
  measureRow('REHABILITATION', 'Revalidering', 'Vocational rehabilitation', null, REFORM_2026),
  measureRow('WORK_DUTY', 'Arbejdspligt', 'Work duty', '2025-07-01'),
] as const;

function measureRow<Code extends string>(
  code: Code,
  da: string,
  en: string,
  openFrom: string | null = null,
  closedFrom: string | null = null,
) {
  return { code, da, en, openFrom, closedFrom } satisfies EmploymentMeasure;
}

const measureByCode = new Map<string, EmploymentMeasure>(EMPLOYMENT_MEASURES.map((each) => [each.code, each]));

/** The measure with this code, or null. */
export function employmentMeasure(code: string): EmploymentMeasure | null {
  return measureByCode.get(code) ?? null;
}

/** Whether a new case may begin on a day (`YYYY-MM-DD`). */
export function isOpenToNew(measure: EmploymentMeasure, day: string): boolean {
  return (
    (measure.openFrom === null || measure.openFrom <= day) && (measure.closedFrom === null || day < measure.closedFrom)
  );
}

/**
 * Target groups of LAB § 6, by number.
 * Source: LAB § 6 nos. 1–13, shortened; version 1, 2026-11. Licence: public facts.
 */
export const TARGET_GROUPS: readonly { readonly number: number; readonly da: string; readonly en: string }[] = [
  { number: 1, da: 'Dagpengemodtagere', en: 'On unemployment insurance' },
  { number: 2, da: 'Jobparate kontanthjælpsmodtagere', en: 'On cash benefit, ready for a job' },
  { number: 3, da: 'Aktivitetsparate kontanthjælpsmodtagere', en: 'On cash benefit, ready for activity' },
  { number: 4, da: 'Uddannelsesparate uddannelseshjælpsmodtagere', en: 'On education benefit, ready for education' },
  { number: 5, da: 'Aktivitetsparate uddannelseshjælpsmodtagere', en: 'On education benefit, ready for activity' },
  { number: 6, da: 'Sygedagpengemodtagere', en: 'On sickness benefit' },
  { number: 7, da: 'Personer i jobafklaringsforløb', en: 'In a job clarification course' },
  { number: 8, da: 'Personer i ressourceforløb', en: 'In a resource course' },
  { number: 9, da: 'Personer visiteret til fleksjob', en: 'Referred to a flexible job' },
  { number: 10, da: 'Revalidender', en: 'In vocational rehabilitation' },
  { number: 11, da: 'Førtidspensionister', en: 'On disability pension' },
  { number: 12, da: 'Ledige selvforsørgende', en: 'Unemployed without benefit' },
  { number: 13, da: 'Unge under 18 år', en: 'Under 18' },
];

/** Kinds of income. Source: domain list of the programmes; version 1, 2026-11. Licence: public facts. */
export const INCOME_KINDS = [
  { code: 'CASH_BENEFIT', da: 'Kontanthjælp', en: 'Cash benefit' },
  { code: 'EDUCATION_BENEFIT', da: 'Uddannelseshjælp', en: 'Education benefit' },
  { code: 'SICKNESS_BENEFIT', da: 'Sygedagpenge', en: 'Sickness benefit' },
  { code: 'RESOURCE_COURSE_BENEFIT', da: 'Ressourceforløbsydelse', en: 'Resource course benefit' },
  { code: 'UNEMPLOYMENT_ALLOWANCE', da: 'Ledighedsydelse', en: 'Unemployment allowance' },
  { code: 'FLEX_WAGE_SUBSIDY', da: 'Fleksløntilskud', en: 'Flexible wage subsidy' },
  { code: 'DISABILITY_PENSION', da: 'Førtidspension', en: 'Disability pension' },
  { code: 'SENIOR_PENSION', da: 'Seniorpension', en: 'Senior pension' },
  { code: 'STATE_PENSION', da: 'Folkepension', en: 'State pension' },
  { code: 'UNEMPLOYMENT_INSURANCE', da: 'Dagpenge', en: 'Unemployment insurance' },
  { code: 'STUDENT_GRANT', da: 'SU', en: 'Student grant' },
  { code: 'WAGE', da: 'Løn', en: 'Wage' },
  { code: 'NONE', da: 'Ingen', en: 'None' },
] as const;

/** Code of one of {@link INCOME_KINDS}. */
export type IncomeKindCode = (typeof INCOME_KINDS)[number]['code'];

/** Code of one of {@link EMPLOYMENT_MEASURES}. */
export type EmploymentMeasureCode = (typeof EMPLOYMENT_MEASURES)[number]['code'];
