import { Consent, type SubgraphContext } from '@sammen/subgraph-kit';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PsychiatryLoaders } from '../loaders.js';
import { SocialService } from '../model/socialService.js';

/**
 * Whether municipal support rests on an old description. Only psychiatry knows, and only who may see the description
 * itself is told: the question, its answer and the version that it starts from carry the same category.
 */
@Resolver(() => SocialService)
export class SocialServiceResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'True when there is a newer functional description than the one the service rests on: it may have to be decided anew. Null when it rests on none.',
  })
  @Directive('@requires(fields: "assessmentVersion")')
  @Consent('ASSESSMENT')
  async newerAssessmentWarning(
    @Root() { citizenId, assessmentVersion }: SocialService,
    @Ctx() { loaders }: SubgraphContext<PsychiatryLoaders>,
  ): Promise<boolean | null> {
    if (assessmentVersion === null) return null;
    const [newest] = await loaders.assessments.load(citizenId);
    return newest !== undefined && newest.version > assessmentVersion;
  }
}
