import { randomUUID } from 'node:crypto';
import { lockVersion, type SubgraphContext, today, Writes } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { IsNull, MoreThan } from 'typeorm';
import {
  ChangeJobCentreCaseInput,
  CloseJobCentreCaseInput,
  OpenJobCentreCaseInput,
} from '../input/jobCentreCaseInput.js';
import { EmploymentMeasure } from '../model/employmentMeasure.js';
import { JobCentreCase } from '../model/jobCentreCase.js';
import { JobCentreFollowUp } from '../model/jobCentreFollowUp.js';
import { assertOpen, changeIncome, saveCase } from '../write/jobCentreCaseStory.js';
import { changedTo, dayOrToday } from '../write/period.js';
import { responsibleUnit } from '../write/responsibleUnit.js';

/** What job consultants do with a case as a whole. */
@Resolver(() => JobCentreCase)
export class JobCentreCaseWriteResolver {
  @Mutation(() => JobCentreCase, {
    nullable: true,
    description: 'Opens a job-centre case (opret sag); a citizen has at most one open.',
  })
  @Writes('EMPLOYMENT')
  openJobCentreCase(
    @Arg('input', () => OpenJobCentreCaseInput) input: OpenJobCentreCaseInput,
    @Ctx() context: SubgraphContext,
  ): Promise<JobCentreCase> {
    const { actor, writer } = context;
    const { citizenId, targetGroup, incomeKind } = input;
    const unitId = responsibleUnit(actor, input.unitId);
    const idempotency = { actorId: actor.id, mutation: 'openJobCentreCase', key: input.idempotencyKey, input };
    return writer.writeOnce(idempotency, JobCentreCase, async (manager) => {
      const opened = manager.create(JobCentreCase, {
        citizenId,
        id: randomUUID(),
        unitId,
        targetGroup,
        minPlanId: input.minPlanId ?? null,
        caseworkerId: actor.id,
        caseworker: input.caseworker ?? null,
        openedOn: today(),
        closedOn: null,
        closeReason: null,
        version: 1,
      });
      const saved = await saveCase(context, manager, opened);
      await changeIncome(manager, citizenId, incomeKind, today());
      return saved;
    });
  }

  @Mutation(() => JobCentreCase, {
    nullable: true,
    description: 'Changes target group, income or unit of an open case (ændr sag).',
  })
  @Writes('EMPLOYMENT')
  changeJobCentreCase(
    @Arg('input', () => ChangeJobCentreCaseInput) input: ChangeJobCentreCaseInput,
    @Ctx() context: SubgraphContext,
  ): Promise<JobCentreCase> {
    const { citizenId, caseId: id, version, incomeKind } = input;
    return context.writer.write(async (manager) => {
      const found = assertOpen(await lockVersion(manager, JobCentreCase, { citizenId, id, version }, 'input.caseId'));
      const unitId = input.unitId ? responsibleUnit(context.actor, input.unitId) : found.unitId;
      if (unitId !== found.unitId)
        await manager.update(JobCentreFollowUp, { citizenId, caseId: id, heldOn: IsNull() }, { unitId });
      if (incomeKind) await changeIncome(manager, citizenId, incomeKind, dayOrToday(input.incomeFrom));
      Object.assign(found, {
        unitId,
        targetGroup: changedTo(input.targetGroup, found.targetGroup),
        caseworker: changedTo(input.caseworker, found.caseworker),
        version: version + 1,
      });
      return saveCase(context, manager, found);
    });
  }

  @Mutation(() => JobCentreCase, {
    nullable: true,
    description:
      'Closes a case (luk sag): running measures end today; measures and talks that were still to come are dropped.',
  })
  @Writes('EMPLOYMENT')
  closeJobCentreCase(
    @Arg('input', () => CloseJobCentreCaseInput) input: CloseJobCentreCaseInput,
    @Ctx() context: SubgraphContext,
  ): Promise<JobCentreCase> {
    const { citizenId, caseId: id, version, reason } = input;
    return context.writer.write(async (manager) => {
      const found = assertOpen(await lockVersion(manager, JobCentreCase, { citizenId, id, version }, 'input.caseId'));
      const day = today();
      const ended = { validTo: day, endReason: reason, version: () => 'version + 1' };
      const ofCase = { citizenId, caseId: id };
      await manager.delete(EmploymentMeasure, { ...ofCase, validFrom: MoreThan(day) });
      await manager.update(EmploymentMeasure, { ...ofCase, validTo: IsNull() }, ended);
      await manager.update(EmploymentMeasure, { ...ofCase, validTo: MoreThan(day) }, ended);
      await manager.delete(JobCentreFollowUp, { ...ofCase, heldOn: IsNull() });
      const closed = { closedOn: day, closeReason: reason, version: version + 1 };
      return saveCase(context, manager, Object.assign(found, closed));
    });
  }
}
