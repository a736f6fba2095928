import { admissions } from './admissions.js';
import { bedDays } from './bedDays.js';
import { lengthOfStay } from './lengthOfStay.js';

/** What psychiatry counts for analysts. */
export const statistics = {
  by: 'DIAGNOSIS_GROUP',
  measures: [admissions, bedDays, lengthOfStay],
} as const;
