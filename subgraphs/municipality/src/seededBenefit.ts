import type { HousingBenefitRecord, IncomeRecord } from '@sammen/population';
import { effortStatus } from './model/effortStatus.js';

/** What the synthetic records leave open: an application, its income and its decision, so that the rules hold for them too. */
export function benefitRow(benefit: HousingBenefitRecord, incomes: readonly IncomeRecord[]) {
  const { kind, status, monthlyAmount, rentBasis, validFrom } = benefit;
  const income = incomes.find((each) => effortStatus(each, validFrom) === 'ACTIVE');
  const pension = income?.kind === 'DISABILITY_PENSION' ? income.validFrom : null;
  const incomeKind = kind === 'BOLIGYDELSE' ? 'STATE_PENSION' : (income?.kind ?? 'NONE');
  return [
    ...[benefit.citizenId, benefit.id, benefit.unitId, kind, status],
    ...[monthlyAmount === 0 ? null : monthlyAmount * 100, rentBasis * 100, benefit.areaSquareMetres],
    ...[benefit.householdSize, 'OWN_KITCHEN', incomeKind, kind === 'BOLIGYDELSE' ? validFrom : pension],
    ...[validFrom, status === 'APPLIED' ? null : validFrom, validFrom, benefit.validTo, benefit.recalculationOn],
  ];
}
