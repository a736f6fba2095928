import { DISABILITY_REFORM } from '@sammen/reference-data';
import type { SubgraphContext } from '@sammen/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { municipalityErrors } from '../errors.js';
import type { HousingBenefitKind, IncomeKind } from '../model/codes.js';
import { ELIGIBLE_DWELLINGS } from '../model/dwellingKind.js';
import { HousingBenefit } from '../model/housingBenefit.js';
import { reportCaseworker } from './caseworkerRelation.js';

/** What of the Housing Benefit Act (boligstøtteloven) can be checked with what an application says. Not legal advice. */

/** Old-age pensioners and those on disability pension from before the reform get boligydelse, all others boligsikring. */
export function benefitKindFor(incomeKind: IncomeKind, pensionFrom: string | null): HousingBenefitKind {
  const oldPension = incomeKind === 'DISABILITY_PENSION' && pensionFrom !== null && pensionFrom < DISABILITY_REFORM;
  return incomeKind === 'STATE_PENSION' || oldPension ? 'BOLIGYDELSE' : 'BOLIGSIKRING';
}

/** Housing benefit is paid month by month. @throws NOT_FIRST_OF_MONTH */
export function firstOfMonth(day: string, field: string): string {
  if (!day.endsWith('-01')) throw municipalityErrors('NOT_FIRST_OF_MONTH', { field });
  return day;
}

/** 1 January after a day: the accounts of housing benefit are made up once a year. */
export function nextNewYear(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}-01-01`;
}

/** A benefit as it would be paid. @throws BENEFIT_DWELLING_NOT_ELIGIBLE, BENEFIT_EXCEEDS_RENT, RECALCULATION_TOO_EARLY */
export function assertPayable(benefit: HousingBenefit): void {
  if (!ELIGIBLE_DWELLINGS.includes(benefit.dwelling)) throw municipalityErrors('BENEFIT_DWELLING_NOT_ELIGIBLE');
  if ((benefit.monthlyAmountOere ?? 0) > benefit.rentBasisOere)
    throw municipalityErrors('BENEFIT_EXCEEDS_RENT', { field: 'input.monthlyAmountOere' });
  if (benefit.recalculationOn !== null && benefit.recalculationOn <= benefit.validFrom)
    throw municipalityErrors('RECALCULATION_TOO_EARLY', { field: 'input.recalculationOn' });
}

/** Saves a benefit with the relation that follows from it: from the application until it is refused or has ended. */
export async function saveBenefit(
  context: SubgraphContext,
  manager: EntityManager,
  benefit: HousingBenefit,
): Promise<HousingBenefit> {
  const saved = await manager.save(HousingBenefit, benefit);
  const until = saved.status === 'REFUSED' ? saved.decidedOn : saved.validTo;
  await reportCaseworker(context, manager, { ...saved, since: saved.appliedOn, until });
  return saved;
}
