import { randomUUID } from 'node:crypto';
import { employmentMeasure, isOpenToNew } from '@sammen/reference-data';
import { inputDay, lockVersion, type SubgraphContext, Writes } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { municipalityErrors } from '../errors.js';
import {
  ChangeEmploymentMeasureInput,
  EndEmploymentMeasureInput,
  StartEmploymentMeasureInput,
} from '../input/employmentMeasureInput.js';
import { effortStatus } from '../model/effortStatus.js';
import { EmploymentMeasure } from '../model/employmentMeasure.js';
import { lockOpenCase } from '../write/jobCentreCaseStory.js';
import { changedTo, dayOrNull, dayOrToday, endOf } from '../write/period.js';

/** Measures of a job-centre case: started while they are open to new cases, changed, ended. */
@Resolver(() => EmploymentMeasure)
export class EmploymentMeasureResolver {
  @Mutation(() => EmploymentMeasure, {
    nullable: true,
    description:
      'Starts a measure in an open case (bevilg indsats); refused when it takes nobody new on its first day.',
  })
  @Writes('EMPLOYMENT')
  startEmploymentMeasure(
    @Arg('input', () => StartEmploymentMeasureInput) input: StartEmploymentMeasureInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<EmploymentMeasure> {
    const { citizenId, caseId, measure, employer, hoursPerWeek, purpose } = input;
    const validFrom = inputDay(input.validFrom);
    const validTo = endOf(validFrom, dayOrNull(input.validTo));
    const known = employmentMeasure(measure);
    if (known === null || !isOpenToNew(known, validFrom))
      throw municipalityErrors('MEASURE_NOT_OPEN', { field: 'input.measure' });
    const idempotency = { actorId: actor.id, mutation: 'startEmploymentMeasure', key: input.idempotencyKey, input };
    return writer.writeOnce(idempotency, EmploymentMeasure, async (manager) => {
      const { openedOn } = await lockOpenCase(manager, citizenId, caseId);
      if (validFrom < openedOn) throw municipalityErrors('STARTS_BEFORE_CASE', { field: 'input.validFrom' });
      const content = { measure, employer, hoursPerWeek, purpose };
      const days = { validFrom, validTo, endReason: null };
      const row = { citizenId, id: randomUUID(), caseId, ...content, ...days, version: 1 };
      return manager.save(EmploymentMeasure, manager.create(EmploymentMeasure, row));
    });
  }

  @Mutation(() => EmploymentMeasure, {
    nullable: true,
    description: 'Changes a measure that has not ended (ændr indsats).',
  })
  @Writes('EMPLOYMENT')
  changeEmploymentMeasure(
    @Arg('input', () => ChangeEmploymentMeasureInput) input: ChangeEmploymentMeasureInput,
    @Ctx() { writer }: SubgraphContext,
  ): Promise<EmploymentMeasure> {
    const { citizenId, measureId: id, version } = input;
    return writer.write(async (manager) => {
      const found = await lockVersion(manager, EmploymentMeasure, { citizenId, id, version }, 'input.measureId');
      assertNotEnded(found);
      const validTo = input.validTo === undefined ? found.validTo : dayOrNull(input.validTo);
      Object.assign(found, {
        employer: changedTo(input.employer, found.employer),
        hoursPerWeek: changedTo(input.hoursPerWeek, found.hoursPerWeek),
        purpose: changedTo(input.purpose, found.purpose),
        validTo: endOf(found.validFrom, validTo),
        version: version + 1,
      });
      return manager.save(EmploymentMeasure, found);
    });
  }

  @Mutation(() => EmploymentMeasure, { nullable: true, description: 'Ends a measure (afslut indsats).' })
  @Writes('EMPLOYMENT')
  endEmploymentMeasure(
    @Arg('input', () => EndEmploymentMeasureInput) input: EndEmploymentMeasureInput,
    @Ctx() { writer }: SubgraphContext,
  ): Promise<EmploymentMeasure> {
    const { citizenId, measureId: id, version, reason } = input;
    return writer.write(async (manager) => {
      const found = await lockVersion(manager, EmploymentMeasure, { citizenId, id, version }, 'input.measureId');
      assertNotEnded(found);
      const validTo = endOf(found.validFrom, dayOrToday(input.validTo));
      const ended = Object.assign(found, { validTo, endReason: reason, version: version + 1 });
      return manager.save(EmploymentMeasure, ended);
    });
  }
}

function assertNotEnded(measure: EmploymentMeasure): void {
  if (effortStatus(measure) === 'ENDED') throw municipalityErrors('MEASURE_ENDED', { field: 'input.measureId' });
}
