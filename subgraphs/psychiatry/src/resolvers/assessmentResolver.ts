import { randomUUID } from 'node:crypto';
import { Writes, kitError, type SubgraphContext } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { psychiatryErrors } from '../errors.js';
import { RecordAssessmentInput } from '../input/assessmentInput.js';
import { Assessment } from '../model/assessment.js';

/** The region's functional description. A new version never overwrites: municipal support may rest on the old one. */
@Resolver(() => Assessment)
export class AssessmentResolver {
  @Mutation(() => Assessment, {
    nullable: true,
    description: 'Records a new version of the functional description (funktionsbeskrivelse).',
  })
  @Writes('ASSESSMENT')
  recordAssessment(
    @Arg('input', () => RecordAssessmentInput) input: RecordAssessmentInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<Assessment> {
    if (input.assessedOn.getTime() > Date.now())
      throw kitError('INVALID_INPUT', { field: 'input.assessedOn', message: 'The day lies in the future.' });
    const domains = input.domains.map(({ domain, level, note }) => ({
      domain,
      level: level ?? null,
      note: note ?? null,
    }));
    if (new Set(domains.map(({ domain }) => domain)).size < domains.length) {
      throw kitError('INVALID_INPUT', { field: 'input.domains', message: 'A domain is named twice.' });
    }
    const idempotency = { actorId: actor.id, mutation: 'recordAssessment', key: input.idempotencyKey, input };
    return writer.writeOnce(idempotency, Assessment, async (manager) => {
      const newest = await manager.maximum(Assessment, 'version', { citizenId: input.citizenId });
      if ((newest ?? 0) !== input.basedOnVersion)
        throw psychiatryErrors('ASSESSMENT_SUPERSEDED', { field: 'input.basedOnVersion' });
      const assessment = manager.create(Assessment, {
        citizenId: input.citizenId,
        id: randomUUID(),
        version: input.basedOnVersion + 1,
        assessedOn: input.assessedOn.toISOString().slice(0, 10),
        authorId: actor.id,
        author: null,
        authorRole: actor.role,
        unitId: actor.unitId ?? actor.organisationId ?? '',
        summary: input.summary,
        domains,
      });
      await manager.insert(Assessment, assessment);
      return assessment;
    });
  }
}
