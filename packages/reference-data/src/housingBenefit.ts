/** Boligydelse is for old-age pensioners and those on disability pension before 2003; everybody else gets boligsikring. */

/** First day from which a new disability pension gives boligsikring instead of boligydelse. */
export const DISABILITY_REFORM = '2003-01-01';

/** Kinds of housing benefit, paid by Udbetaling Danmark. Source: boligstøtteloven, shortened; version 1, 2026-11. Licence: public facts. */
export const HOUSING_BENEFIT_KINDS = [
  { code: 'BOLIGSIKRING', da: 'Boligsikring', en: 'Housing benefit for non-pensioners' },
  { code: 'BOLIGYDELSE', da: 'Boligydelse', en: 'Housing benefit for pensioners' },
] as const;

/** Code of one of {@link HOUSING_BENEFIT_KINDS}. */
export type HousingBenefitKindCode = (typeof HOUSING_BENEFIT_KINDS)[number]['code'];

/** Where a benefit stands. */
export const HOUSING_BENEFIT_STATUSES = [
  { code: 'APPLIED', da: 'Ansøgt', en: 'Applied for' },
  { code: 'GRANTED', da: 'Bevilget', en: 'Granted' },
  { code: 'REFUSED', da: 'Afslået', en: 'Refused' },
  { code: 'REPAY', da: 'Skal tilbagebetales', en: 'To be repaid' },
  { code: 'ENDED', da: 'Ophørt', en: 'Ended' },
] as const;

/** Code of one of {@link HOUSING_BENEFIT_STATUSES}. */
export type HousingBenefitStatusCode = (typeof HOUSING_BENEFIT_STATUSES)[number]['code'];

/** Largest area in m² that counts for a household: 65 for the first person and 20 for each further one. */
export function countedArea(persons: number): number {
  return 65 + 20 * Math.max(0, persons - 1);
}
