import { connectionOf } from '@sammen/subgraph-kit';
import { FinancialSupport } from './financialSupport.js';
import { HousingBenefit } from './housingBenefit.js';
import { JobCentreFollowUp } from './jobCentreFollowUp.js';
import { SocialService } from './socialService.js';

/** Social services of one citizen. */
export const SocialServiceConnection = connectionOf(SocialService, 'SOCIAL_SERVICE');

/** Housing benefits of one citizen. */
export const HousingBenefitConnection = connectionOf(HousingBenefit, 'HOUSING_BENEFIT');

/** Financial supports of one citizen. */
export const FinancialSupportConnection = connectionOf(FinancialSupport, 'FINANCIAL_SUPPORT');

/** Overdue talks of many citizens: each is decided for its own citizen, and only what is visible is counted. */
export const OverdueFollowUpConnection = connectionOf(JobCentreFollowUp, null, 'OverdueFollowUp');
