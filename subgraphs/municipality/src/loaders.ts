import { childRows, pagesByCitizen, rowsByCitizen, rowsByKey } from '@sammen/subgraph-kit';
import type { DataSource } from 'typeorm';
import { EmploymentMeasure } from './model/employmentMeasure.js';
import { FinancialSupport } from './model/financialSupport.js';
import { Housing } from './model/housing.js';
import { HousingBenefit } from './model/housingBenefit.js';
import { IncomePeriod } from './model/incomePeriod.js';
import { JobCentreCase } from './model/jobCentreCase.js';
import { JobCentreFollowUp } from './model/jobCentreFollowUp.js';
import { SocialService } from './model/socialService.js';

/** Every batch of the municipality subgraph; made anew for each request. */
export function municipalityLoaders(database: DataSource) {
  return {
    socialServicePages: pagesByCitizen(database, SocialService, { newestFirstBy: 'validFrom' }),
    socialService: rowsByKey(database, SocialService),
    housingOf: rowsByCitizen(database, Housing, { validFrom: 'DESC', id: 'DESC' }),
    housing: rowsByKey(database, Housing),
    housingBenefitPages: pagesByCitizen(database, HousingBenefit, { newestFirstBy: 'validFrom' }),
    housingBenefit: rowsByKey(database, HousingBenefit),
    financialSupportPages: pagesByCitizen(database, FinancialSupport, { newestFirstBy: 'validFrom' }),
    financialSupport: rowsByKey(database, FinancialSupport),
    jobCentreCases: rowsByCitizen(database, JobCentreCase, { openedOn: 'DESC', id: 'DESC' }),
    jobCentreCase: rowsByKey(database, JobCentreCase),
    incomes: rowsByCitizen(database, IncomePeriod, { validFrom: 'DESC', id: 'DESC' }),
    measures: childRows(database, EmploymentMeasure, 'caseId', { validFrom: 'DESC', id: 'DESC' }),
    followUps: childRows(database, JobCentreFollowUp, 'caseId', { dueOn: 'DESC', id: 'DESC' }),
  };
}

/** What {@link municipalityLoaders} makes. */
export type MunicipalityLoaders = ReturnType<typeof municipalityLoaders>;
