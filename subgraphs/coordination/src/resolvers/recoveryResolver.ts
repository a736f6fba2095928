import { Consent, type SubgraphContext } from '@sammen/subgraph-kit';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { CoordinationLoaders } from '../loaders.js';
import { RecoveryMeasurement } from '../model/recoveryMeasurement.js';
import { changeSinceBefore } from '../recoveryChange.js';

/** What a measurement says beside the one before. */
@Resolver(() => RecoveryMeasurement)
export class RecoveryResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'By how much the total rose since the last complete measurement before, on the same scale and answered by the same; null when there is none, or an answer is missing (udvikling).',
  })
  @Consent('PLAN')
  async changeSinceBefore(
    @Root() of: RecoveryMeasurement,
    @Ctx() { loaders }: SubgraphContext<CoordinationLoaders>,
  ): Promise<number | null> {
    return changeSinceBefore(of, await loaders.recovery.load(of.citizenId));
  }
}
