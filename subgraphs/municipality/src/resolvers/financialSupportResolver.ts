import { randomUUID } from 'node:crypto';
import { inputDay, lockVersion, type SubgraphContext, today, Writes } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { municipalityErrors } from '../errors.js';
import { EndFinancialSupportInput, GrantFinancialSupportInput } from '../input/financialSupportInput.js';
import { effortStatus } from '../model/effortStatus.js';
import { FinancialSupport } from '../model/financialSupport.js';
import { reportCaseworker } from '../write/caseworkerRelation.js';
import { dayOrNull, dayOrToday, endOf } from '../write/period.js';
import { responsibleUnit } from '../write/responsibleUnit.js';

/** Help in money: granted once or by the month, and ended. */
@Resolver(() => FinancialSupport)
export class FinancialSupportResolver {
  @Mutation(() => FinancialSupport, { nullable: true, description: 'Grants financial support (bevilg).' })
  @Writes('FINANCIAL_SUPPORT')
  grantFinancialSupport(
    @Arg('input', () => GrantFinancialSupportInput) input: GrantFinancialSupportInput,
    @Ctx() context: SubgraphContext,
  ): Promise<FinancialSupport> {
    const { actor, writer } = context;
    const { citizenId, kind, frequency, amountOere, purpose } = input;
    if (frequency === 'MONTHLY' && kind !== 'ADDITIONAL_EXPENSES')
      throw municipalityErrors('SUPPORT_FREQUENCY_WRONG', { field: 'input.frequency' });
    const unitId = responsibleUnit(actor, input.unitId);
    const validFrom = inputDay(input.validFrom);
    const validTo = frequency === 'ONCE' ? dayAfter(validFrom) : endOf(validFrom, dayOrNull(input.validTo));
    const idempotency = { actorId: actor.id, mutation: 'grantFinancialSupport', key: input.idempotencyKey, input };
    return writer.writeOnce(idempotency, FinancialSupport, (manager) => {
      const money = { kind, amountOere, frequency, purpose };
      const days = { decidedOn: today(), validFrom, validTo, endReason: null };
      const row = { citizenId, id: randomUUID(), unitId, ...money, ...days, version: 1 };
      return saveSupport(context, manager, manager.create(FinancialSupport, row));
    });
  }

  @Mutation(() => FinancialSupport, { nullable: true, description: 'Ends financial support (afslut).' })
  @Writes('FINANCIAL_SUPPORT')
  endFinancialSupport(
    @Arg('input', () => EndFinancialSupportInput) input: EndFinancialSupportInput,
    @Ctx() context: SubgraphContext,
  ): Promise<FinancialSupport> {
    const { citizenId, supportId: id, version, reason } = input;
    return context.writer.write(async (manager) => {
      const support = await lockVersion(manager, FinancialSupport, { citizenId, id, version }, 'input.supportId');
      if (effortStatus(support) === 'ENDED') throw municipalityErrors('SUPPORT_ENDED', { field: 'input.supportId' });
      const validTo = endOf(support.validFrom, dayOrToday(input.validTo));
      return saveSupport(
        context,
        manager,
        Object.assign(support, { validTo, endReason: reason, version: version + 1 }),
      );
    });
  }
}

/** What is paid once is over on the day after. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

async function saveSupport(
  context: SubgraphContext,
  manager: EntityManager,
  support: FinancialSupport,
): Promise<FinancialSupport> {
  const saved = await manager.save(FinancialSupport, support);
  await reportCaseworker(context, manager, { ...saved, since: saved.decidedOn, until: saved.validTo });
  return saved;
}
