import { defineSubgraph } from '@sammen/subgraph-kit';
import { municipalityErrors } from './errors.js';
import { municipalityLoaders } from './loaders.js';
import { CreateJobCentre1750000000001 } from './migrations/createJobCentre.js';
import { CreateMunicipality1750000000000 } from './migrations/createMunicipality.js';
import { EmploymentMeasure } from './model/employmentMeasure.js';
import { FinancialSupport } from './model/financialSupport.js';
import { Housing } from './model/housing.js';
import { HousingBenefit } from './model/housingBenefit.js';
import { IncomePeriod } from './model/incomePeriod.js';
import { JobCentreCase } from './model/jobCentreCase.js';
import { JobCentreFollowUp } from './model/jobCentreFollowUp.js';
import { SocialService } from './model/socialService.js';
import { references } from './references.js';
import { CitizenResolver } from './resolvers/citizenResolver.js';
import { EmploymentMeasureResolver } from './resolvers/employmentMeasureResolver.js';
import { FinancialSupportResolver } from './resolvers/financialSupportResolver.js';
import { HousingBenefitResolver } from './resolvers/housingBenefitResolver.js';
import { HousingResolver } from './resolvers/housingResolver.js';
import { JobCentreCaseResolver } from './resolvers/jobCentreCaseResolver.js';
import { JobCentreCaseWriteResolver } from './resolvers/jobCentreCaseWriteResolver.js';
import { JobCentreFollowUpResolver } from './resolvers/jobCentreFollowUpResolver.js';
import { OverdueFollowUpResolver } from './resolvers/overdueFollowUpResolver.js';
import { SocialServiceResolver } from './resolvers/socialServiceResolver.js';
import { statistics } from './statistics/index.js';

/** The municipality: social services, housing, housing benefit, financial support, work and income. */
export const municipality = defineSubgraph({
  name: 'municipality',
  entities: [
    SocialService,
    Housing,
    HousingBenefit,
    FinancialSupport,
    JobCentreCase,
    IncomePeriod,
    EmploymentMeasure,
    JobCentreFollowUp,
  ],
  migrations: [CreateMunicipality1750000000000, CreateJobCentre1750000000001],
  resolvers: [
    CitizenResolver,
    SocialServiceResolver,
    HousingResolver,
    HousingBenefitResolver,
    FinancialSupportResolver,
    JobCentreCaseResolver,
    JobCentreCaseWriteResolver,
    EmploymentMeasureResolver,
    JobCentreFollowUpResolver,
    OverdueFollowUpResolver,
  ],
  references,
  loaders: municipalityLoaders,
  constraints: {
    social_service_ends_after_start: () => municipalityErrors('ENDS_BEFORE_START', { field: 'input.validTo' }),
    housing_ends_after_start: () => municipalityErrors('ENDS_BEFORE_START', { field: 'input.validTo' }),
    housing_residence_named: () => municipalityErrors('HOUSING_DETAILS_WRONG', { field: 'input.place' }),
    housing_no_home: () => municipalityErrors('HOUSING_DETAILS_WRONG', { field: 'input.kind' }),
    housing_one_at_a_time: () => municipalityErrors('HOUSING_OVERLAPS', { field: 'input.validFrom' }),
    benefit_ends_after_start: () => municipalityErrors('ENDS_BEFORE_START', { field: 'input.validTo' }),
    benefit_kind_fits_income: () => municipalityErrors('BENEFIT_KIND_WRONG', { field: 'input.kind' }),
    benefit_within_rent: () => municipalityErrors('BENEFIT_EXCEEDS_RENT', { field: 'input.monthlyAmountOere' }),
    benefit_dwelling_eligible: () => municipalityErrors('BENEFIT_DWELLING_NOT_ELIGIBLE'),
    benefit_one_application: () => municipalityErrors('BENEFIT_APPLICATION_OPEN', { field: 'input.citizenId' }),
    benefit_one_at_a_time: () => municipalityErrors('BENEFIT_OVERLAPS', { field: 'input.benefitId' }),
    support_ends_after_start: () => municipalityErrors('ENDS_BEFORE_START', { field: 'input.validTo' }),
    support_frequency: () => municipalityErrors('SUPPORT_FREQUENCY_WRONG', { field: 'input.frequency' }),
    case_one_open: () => municipalityErrors('CASE_OPEN_ALREADY', { field: 'input.citizenId' }),
    income_one_at_a_time: () => municipalityErrors('INCOME_OVERLAPS', { field: 'input.incomeFrom' }),
    measure_ends_after_start: () => municipalityErrors('ENDS_BEFORE_START', { field: 'input.validTo' }),
    measure_open_to_new: () => municipalityErrors('MEASURE_NOT_OPEN', { field: 'input.measure' }),
    follow_up_one_a_day: () => municipalityErrors('FOLLOW_UP_EXISTS', { field: 'input.dueOn' }),
  },
  reportsRelations: true,
  statistics,
});
