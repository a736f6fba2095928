import { Citizen, Consent, type SubgraphContext, Writes, citizenReference, kitError } from '@sammen/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { CitizenLoaders } from '../loaders.js';
import { StatisticsObjection } from '../model/statisticsObjection.js';

type Context = SubgraphContext<CitizenLoaders>;

/** The citizen says that they shall not be counted, and changes their mind. Releases that were made stand. */
@Resolver(() => Citizen)
export class StatisticsObjectionResolver {
  @FieldResolver(() => StatisticsObjection, {
    nullable: true,
    description:
      'The objection that stands against the use of the data for statistics (indsigelse mod brug til statistik); null when there is none.',
  })
  @Consent('CONSENTS')
  async statisticsObjection(@Root() { id }: Citizen, @Ctx() { loaders }: Context): Promise<StatisticsObjection | null> {
    return (await loaders.statisticsObjections.load(id))[0] ?? null;
  }

  @Mutation(() => Citizen, {
    nullable: true,
    description:
      'Objects to the use of the citizen’s data for statistics (gør indsigelse). Figures that are released later leave them out; objecting twice changes nothing.',
  })
  @Writes('CONSENTS')
  async objectToStatistics(
    @Arg('citizenId', () => ID, { description: 'Whose data.' }) citizenId: string,
    @Ctx() { writer, actor }: Context,
  ): Promise<Citizen> {
    await writer.write(async (manager) => {
      const known: unknown[] = await manager.query(`SELECT FROM person WHERE citizen_id = $1`, [citizenId]);
      if (known.length === 0) throw kitError('NOT_ALLOWED');
      await manager.query(
        `INSERT INTO statistics_objection (citizen_id, objected_by) VALUES ($1, $2)
         ON CONFLICT (citizen_id) WHERE withdrawn_at IS NULL DO NOTHING`,
        [citizenId, actor.id],
      );
    });
    return citizenReference(citizenId);
  }

  @Mutation(() => Citizen, {
    nullable: true,
    description: 'Takes the objection against statistics back (træk indsigelsen tilbage).',
  })
  @Writes('CONSENTS')
  async withdrawStatisticsObjection(
    @Arg('citizenId', () => ID, { description: 'Whose data.' }) citizenId: string,
    @Ctx() { writer, actor }: Context,
  ): Promise<Citizen> {
    await writer.write((manager) =>
      manager.query(
        `UPDATE statistics_objection SET withdrawn_at = clock_timestamp(), withdrawn_by = $2
         WHERE citizen_id = $1 AND withdrawn_at IS NULL`,
        [citizenId, actor.id],
      ),
    );
    return citizenReference(citizenId);
  }
}
