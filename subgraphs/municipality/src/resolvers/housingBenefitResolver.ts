import { randomUUID } from 'node:crypto';
import { inputDay, kitError, lockVersion, type SubgraphContext, today, Writes } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { municipalityErrors } from '../errors.js';
import {
  ApplyForHousingBenefitInput,
  DecideHousingBenefitInput,
  EndHousingBenefitInput,
  RecalculateHousingBenefitInput,
} from '../input/housingBenefitInput.js';
import { HousingBenefit } from '../model/housingBenefit.js';
import { assertPayable, benefitKindFor, firstOfMonth, nextNewYear, saveBenefit } from '../write/housingBenefitRules.js';
import { changedTo, dayOrNull, endOf } from '../write/period.js';
import { responsibleUnit } from '../write/responsibleUnit.js';

/** A housing benefit's way: applied for, granted or refused, recalculated, ended, repaid. */
@Resolver(() => HousingBenefit)
export class HousingBenefitResolver {
  @Mutation(() => HousingBenefit, {
    nullable: true,
    description: 'Registers an application for housing benefit (ansøg); one at a time.',
  })
  @Writes('HOUSING_BENEFIT')
  applyForHousingBenefit(
    @Arg('input', () => ApplyForHousingBenefitInput) input: ApplyForHousingBenefitInput,
    @Ctx() context: SubgraphContext,
  ): Promise<HousingBenefit> {
    const { actor, writer } = context;
    const { citizenId, kind, incomeKind, rentBasisOere, areaSquareMetres, householdSize, dwelling } = input;
    const unitId = responsibleUnit(actor, input.unitId);
    const pensionFrom = dayOrNull(input.pensionFrom);
    const validFrom = firstOfMonth(inputDay(input.validFrom), 'input.validFrom');
    if (benefitKindFor(incomeKind, pensionFrom) !== kind)
      throw municipalityErrors('BENEFIT_KIND_WRONG', { field: 'input.kind' });
    const idempotency = { actorId: actor.id, mutation: 'applyForHousingBenefit', key: input.idempotencyKey, input };
    return writer.writeOnce(idempotency, HousingBenefit, (manager) => {
      const application = { rentBasisOere, areaSquareMetres, householdSize, dwelling, incomeKind, pensionFrom };
      const undecided = { monthlyAmountOere: null, decidedOn: null, reason: null, validTo: null };
      const benefit = manager.create(HousingBenefit, {
        citizenId,
        id: randomUUID(),
        unitId,
        kind,
        status: 'APPLIED',
        ...application,
        appliedOn: today(),
        validFrom,
        ...undecided,
        recalculationOn: null,
        repayAmountOere: null,
        version: 1,
      });
      return saveBenefit(context, manager, benefit);
    });
  }

  @Mutation(() => HousingBenefit, {
    nullable: true,
    description: 'Grants an application with a monthly amount, or refuses it with a reason (afgør).',
  })
  @Writes('HOUSING_BENEFIT')
  decideHousingBenefit(
    @Arg('input', () => DecideHousingBenefitInput) input: DecideHousingBenefitInput,
    @Ctx() context: SubgraphContext,
  ): Promise<HousingBenefit> {
    const monthlyAmountOere = input.monthlyAmountOere ?? null;
    const reason = input.refusalReason ?? null;
    if ((monthlyAmountOere === null) === (reason === null)) {
      const message = 'Give either a monthly amount or a reason for refusal.';
      throw kitError('INVALID_INPUT', { field: 'input.monthlyAmountOere', message });
    }
    return context.writer.write(async (manager) => {
      const benefit = await lockBenefit(manager, input);
      if (benefit.status !== 'APPLIED') throw municipalityErrors('BENEFIT_DECIDED', { field: 'input.benefitId' });
      Object.assign(benefit, { decidedOn: today(), reason, version: benefit.version + 1 });
      if (monthlyAmountOere === null)
        return saveBenefit(context, manager, Object.assign(benefit, { status: 'REFUSED' }));
      const recalculationOn = dayOrNull(input.recalculationOn) ?? nextNewYear(benefit.validFrom);
      Object.assign(benefit, { status: 'GRANTED', monthlyAmountOere, recalculationOn });
      assertPayable(benefit);
      return saveBenefit(context, manager, benefit);
    });
  }

  @Mutation(() => HousingBenefit, {
    nullable: true,
    description: 'Gives a granted benefit another amount (genberegn).',
  })
  @Writes('HOUSING_BENEFIT')
  recalculateHousingBenefit(
    @Arg('input', () => RecalculateHousingBenefitInput) input: RecalculateHousingBenefitInput,
    @Ctx() context: SubgraphContext,
  ): Promise<HousingBenefit> {
    return context.writer.write(async (manager) => {
      const benefit = assertGranted(await lockBenefit(manager, input));
      Object.assign(benefit, {
        monthlyAmountOere: input.monthlyAmountOere,
        rentBasisOere: changedTo(input.rentBasisOere, benefit.rentBasisOere),
        householdSize: changedTo(input.householdSize, benefit.householdSize),
        recalculationOn: inputDay(input.recalculationOn),
        version: benefit.version + 1,
      });
      assertPayable(benefit);
      return saveBenefit(context, manager, benefit);
    });
  }

  @Mutation(() => HousingBenefit, {
    nullable: true,
    description: 'Ends a granted benefit (ophør), where too much was paid with what is to be repaid.',
  })
  @Writes('HOUSING_BENEFIT')
  endHousingBenefit(
    @Arg('input', () => EndHousingBenefitInput) input: EndHousingBenefitInput,
    @Ctx() context: SubgraphContext,
  ): Promise<HousingBenefit> {
    const day = firstOfMonth(inputDay(input.validTo), 'input.validTo');
    const repayAmountOere = input.repayAmountOere ?? null;
    return context.writer.write(async (manager) => {
      const benefit = assertGranted(await lockBenefit(manager, input));
      Object.assign(benefit, {
        status: repayAmountOere === null ? 'ENDED' : 'REPAY',
        validTo: endOf(benefit.validFrom, day),
        reason: input.reason,
        repayAmountOere,
        version: benefit.version + 1,
      });
      return saveBenefit(context, manager, benefit);
    });
  }
}

function lockBenefit(
  manager: EntityManager,
  { citizenId, benefitId: id, version }: { citizenId: string; benefitId: string; version: number },
): Promise<HousingBenefit> {
  return lockVersion(manager, HousingBenefit, { citizenId, id, version }, 'input.benefitId');
}

function assertGranted(benefit: HousingBenefit): HousingBenefit {
  if (benefit.status !== 'GRANTED') throw municipalityErrors('BENEFIT_NOT_RUNNING', { field: 'input.benefitId' });
  return benefit;
}
