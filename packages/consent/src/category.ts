import type { Sector } from './sector.js';

/**
 * What kind of data a field holds: the unit in which consent is given, decided, granted and logged.
 * The position in this list is the category's bit in a grant, so the list is append-only.
 */
export const DATA_CATEGORIES = [
  'IDENTITY',
  'CPR_NUMBER',
  'CONTACT',
  'REPRESENTATIVES',
  'CONSENTS',
  'ACCESS_LOG',
  'ADMISSION_NOTICE',
  'ADMISSION',
  'DIAGNOSIS',
  'ASSESSMENT',
  'TREATMENT',
  'SOCIAL_SERVICE',
  'HOUSING',
  'HOUSING_BENEFIT',
  'FINANCIAL_SUPPORT',
  'EMPLOYMENT',
  'MENTORSHIP',
  'VOLUNTEER_VISIT',
  'PSYCHO_EDUCATION',
  'PLAN',
  'MEETING',
  'CARE_TEAM',
] as const;

/** One of {@link DATA_CATEGORIES}. */
export type DataCategory = (typeof DATA_CATEGORIES)[number];

/** The sector that a category's data comes from; a consent's `sources` are matched against it. */
export const SECTOR_OF_CATEGORY: Readonly<Record<DataCategory, Sector>> = {
  IDENTITY: 'CITIZEN',
  CPR_NUMBER: 'CITIZEN',
  CONTACT: 'CITIZEN',
  REPRESENTATIVES: 'CITIZEN',
  CONSENTS: 'CITIZEN',
  ACCESS_LOG: 'CITIZEN',
  ADMISSION_NOTICE: 'PSYCHIATRY',
  ADMISSION: 'PSYCHIATRY',
  DIAGNOSIS: 'PSYCHIATRY',
  ASSESSMENT: 'PSYCHIATRY',
  TREATMENT: 'PSYCHIATRY',
  SOCIAL_SERVICE: 'MUNICIPALITY',
  HOUSING: 'MUNICIPALITY',
  HOUSING_BENEFIT: 'MUNICIPALITY',
  FINANCIAL_SUPPORT: 'MUNICIPALITY',
  EMPLOYMENT: 'MUNICIPALITY',
  MENTORSHIP: 'NGO',
  VOLUNTEER_VISIT: 'NGO',
  PSYCHO_EDUCATION: 'NGO',
  PLAN: 'COORDINATION',
  MEETING: 'COORDINATION',
  CARE_TEAM: 'COORDINATION',
};

/** The categories of one sector, in the order of {@link DATA_CATEGORIES}. */
export function categoriesOfSector(sector: Sector): readonly DataCategory[] {
  return DATA_CATEGORIES.filter((category) => SECTOR_OF_CATEGORY[category] === sector);
}
