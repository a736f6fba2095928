/** The closed vocabularies of the municipality as enums of the graph; all come from the reference data. */
import {
  EMPLOYMENT_MEASURES,
  type EmploymentMeasureCode,
  GOAL_KINDS,
  type GoalKindKey,
  HOUSING_BENEFIT_KINDS,
  HOUSING_BENEFIT_STATUSES,
  type HousingBenefitKindCode,
  type HousingBenefitStatusCode,
  INCOME_KINDS,
  type IncomeKindCode,
  SOCIAL_ACTS,
  type SocialActCode,
} from '@sammen/reference-data';
import { codeEnum } from '@sammen/subgraph-kit';

/** Acts that efforts rest on. */
export const SocialAct = codeEnum<SocialActCode>('SocialAct', 'An act that an effort rests on (lov).', SOCIAL_ACTS);
export type SocialAct = SocialActCode;

/** What a goal aims at. */
export const GoalKind = codeEnum<GoalKindKey>(
  'GoalKind',
  'What a goal aims at (måltype), as in FFB.',
  GOAL_KINDS.map(({ key, da, en }) => ({ code: key, da, en })),
);
export type GoalKind = GoalKindKey;

/** What somebody lives on. */
export const IncomeKind = codeEnum<IncomeKindCode>(
  'IncomeKind',
  'What somebody lives on (forsørgelsesgrundlag).',
  INCOME_KINDS,
);
export type IncomeKind = IncomeKindCode;

/** Measures of the employment act, those that are closed to new cases included. */
export const EmploymentMeasureKind = codeEnum<EmploymentMeasureCode>(
  'EmploymentMeasureKind',
  'A measure of the employment act (beskæftigelsesindsats).',
  EMPLOYMENT_MEASURES,
);
export type EmploymentMeasureKind = EmploymentMeasureCode;

/** The two housing benefits. */
export const HousingBenefitKind = codeEnum<HousingBenefitKindCode>(
  'HousingBenefitKind',
  'Which housing benefit (boligstøtte).',
  HOUSING_BENEFIT_KINDS,
);
export type HousingBenefitKind = HousingBenefitKindCode;

/** Where a housing benefit stands. */
export const HousingBenefitStatus = codeEnum<HousingBenefitStatusCode>(
  'HousingBenefitStatus',
  'Where a housing benefit stands.',
  HOUSING_BENEFIT_STATUSES,
);
export type HousingBenefitStatus = HousingBenefitStatusCode;
