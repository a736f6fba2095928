import { employmentMeasures } from './employmentMeasures.js';
import { financialSupports } from './financialSupports.js';
import { housingBenefits } from './housingBenefits.js';
import { socialServices } from './socialServices.js';

/** What municipalities count for analysts. */
export const statistics = {
  by: 'KIND',
  measures: [socialServices, housingBenefits, financialSupports, employmentMeasures],
} as const;
