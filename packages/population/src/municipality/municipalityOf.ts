/** All that the municipality knows about one citizen. */
import type { MunicipalityRecords } from '../records/municipalityRecords.js';
import type { Person } from '../records/personRecords.js';
import { financialSupportsOf } from './financialSupports.js';
import { housingOf } from './housing.js';
import { housingBenefitsOf } from './housingBenefits.js';
import { jobCentreCaseOf } from './jobCentre.js';
import { socialServicesOf } from './socialServices.js';

/** The municipality's records of a person; empty for somebody it does not know. */
export function municipalityOf(person: Person): MunicipalityRecords {
  const housing = housingOf(person);
  return {
    socialServices: socialServicesOf(person),
    housing,
    housingBenefits: housingBenefitsOf(person, housing),
    financialSupports: financialSupportsOf(person),
    jobCentreCase: jobCentreCaseOf(person),
  };
}
