import { randomUUID } from 'node:crypto';
import { inputDay, kitError, lockVersion, type SubgraphContext, today, Writes } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { municipalityErrors } from '../errors.js';
import { HoldJobCentreFollowUpInput, ScheduleJobCentreFollowUpInput } from '../input/jobCentreFollowUpInput.js';
import { JobCentreFollowUp } from '../model/jobCentreFollowUp.js';
import { lockOpenCase } from '../write/jobCentreCaseStory.js';
import { dayOrToday } from '../write/period.js';

/** Follow-up talks of a job-centre case: scheduled and held. */
@Resolver(() => JobCentreFollowUp)
export class JobCentreFollowUpResolver {
  @Mutation(() => JobCentreFollowUp, {
    nullable: true,
    description: 'Schedules a follow-up talk in an open case (planlæg opfølgning).',
  })
  @Writes('EMPLOYMENT')
  scheduleJobCentreFollowUp(
    @Arg('input', () => ScheduleJobCentreFollowUpInput) input: ScheduleJobCentreFollowUpInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<JobCentreFollowUp> {
    const { citizenId, caseId } = input;
    const dueOn = inputDay(input.dueOn);
    if (dueOn < today())
      throw kitError('INVALID_INPUT', { field: 'input.dueOn', message: 'The day of the talk has passed.' });
    const idempotency = { actorId: actor.id, mutation: 'scheduleJobCentreFollowUp', key: input.idempotencyKey, input };
    return writer.writeOnce(idempotency, JobCentreFollowUp, async (manager) => {
      const { unitId } = await lockOpenCase(manager, citizenId, caseId);
      const row = { citizenId, id: randomUUID(), caseId, unitId, dueOn, heldOn: null, version: 1 };
      return manager.save(JobCentreFollowUp, manager.create(JobCentreFollowUp, row));
    });
  }

  @Mutation(() => JobCentreFollowUp, { nullable: true, description: 'Notes that a talk was held (afholdt).' })
  @Writes('EMPLOYMENT')
  holdJobCentreFollowUp(
    @Arg('input', () => HoldJobCentreFollowUpInput) input: HoldJobCentreFollowUpInput,
    @Ctx() { writer }: SubgraphContext,
  ): Promise<JobCentreFollowUp> {
    const { citizenId, followUpId: id, version } = input;
    const heldOn = dayOrToday(input.heldOn);
    if (heldOn > today())
      throw kitError('INVALID_INPUT', { field: 'input.heldOn', message: 'The day lies in the future.' });
    return writer.write(async (manager) => {
      const talk = await lockVersion(manager, JobCentreFollowUp, { citizenId, id, version }, 'input.followUpId');
      if (talk.heldOn !== null) throw municipalityErrors('FOLLOW_UP_HELD', { field: 'input.followUpId' });
      return manager.save(JobCentreFollowUp, Object.assign(talk, { heldOn, version: version + 1 }));
    });
  }
}
