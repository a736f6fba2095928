/** One row per synthetic record, its columns in the order that seed.ts names. Whole kroner become øre. */
import type {
  FinancialSupportRecord,
  HousingBenefitRecord,
  HousingRecord,
  IncomeRecord,
  JobCentreCaseRecord,
  SocialServiceRecord,
} from '@sammen/population';
import { effortStatus } from './model/effortStatus.js';

const OERE = 100;

/** Goals travel as JSON. */
export function serviceRow(service: SocialServiceRecord) {
  return [
    service.citizenId,
    service.id,
    service.unitId,
    service.act,
    service.paragraph,
    service.hoursPerWeek,
    service.providerName,
    service.goals.map(({ text, kind, theme }) => ({ text, kind, theme })),
    service.caseworkerActorId,
    service.caseworkerName,
    service.decidedOn,
    service.validFrom,
    service.validTo,
    service.followUpOn,
    service.endReason,
    service.assessmentId,
    service.assessmentVersion,
  ];
}

/** Who records when a citizen moved in records it on that day. */
export function housingRow(housing: HousingRecord) {
  return [
    housing.citizenId,
    housing.id,
    housing.unitId,
    housing.kind,
    housing.place,
    housing.monthlyRent === null ? null : housing.monthlyRent * OERE,
    housing.areaSquareMetres,
    housing.validFrom,
    housing.validFrom,
    housing.validTo,
  ];
}

/** What the record leaves open (application, income, decision) is made up so that the rules hold for it, too. */
export function benefitRow(benefit: HousingBenefitRecord, incomes: readonly IncomeRecord[]) {
  const { kind, status, monthlyAmount, validFrom } = benefit;
  const income = incomes.find((each) => effortStatus(each, validFrom) === 'ACTIVE');
  const disabledSince = income?.kind === 'DISABILITY_PENSION' ? income.validFrom : null;
  return [
    benefit.citizenId,
    benefit.id,
    benefit.unitId,
    kind,
    status,
    monthlyAmount === 0 ? null : monthlyAmount * OERE,
    benefit.rentBasis * OERE,
    benefit.areaSquareMetres,
    benefit.householdSize,
    'OWN_KITCHEN',
    kind === 'BOLIGYDELSE' ? 'STATE_PENSION' : (income?.kind ?? 'NONE'),
    kind === 'BOLIGYDELSE' ? validFrom : disabledSince,
    validFrom,
    status === 'APPLIED' ? null : validFrom,
    validFrom,
    benefit.validTo,
    benefit.recalculationOn,
  ];
}

/** A financial support. */
export function supportRow(support: FinancialSupportRecord) {
  return [
    support.citizenId,
    support.id,
    support.unitId,
    support.kind,
    support.amount * OERE,
    support.frequency,
    support.purpose,
    support.validFrom,
    support.validFrom,
    support.validTo,
  ];
}

/** A job-centre case, without its measures and incomes. */
export function caseRow(jobCentreCase: JobCentreCaseRecord) {
  return [
    jobCentreCase.citizenId,
    jobCentreCase.id,
    jobCentreCase.unitId,
    jobCentreCase.targetGroup,
    jobCentreCase.minPlanId,
    jobCentreCase.caseworkerActorId,
    jobCentreCase.caseworkerName,
    jobCentreCase.openedOn,
    jobCentreCase.closedOn,
  ];
}
