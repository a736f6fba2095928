import {
  type Connection,
  PageArguments,
  Public,
  kitError,
  pageRequest,
  type SubgraphContext,
} from '@sammen/subgraph-kit';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { In, IsNull, Not } from 'typeorm';
import { Admission, AdmissionStatus } from '../model/admission.js';
import { WardAdmissionConnection } from '../model/connections.js';

/** Work lists of a ward. */
@Resolver()
export class WardResolver {
  @Query(() => WardAdmissionConnection, {
    description:
      'Who is admitted to your own unit now, newest first (afsnittets indlagte). Shows and counts only stays that you may see.',
  })
  @Public()
  async wardAdmissions(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<Admission>> {
    const { actor, permits, database } = context;
    const { first, afterId } = pageRequest(page);
    if (actor.unitId === null) return WardAdmissionConnection.of({ rows: [], hasNextPage: false, count: () => 0 });
    const current = { unitId: actor.unitId, endedAt: IsNull(), status: Not(AdmissionStatus.CANCELLED) };
    const admissions = database.getRepository(Admission);
    const here = await admissions.find({
      where: current,
      select: { citizenId: true, id: true },
      order: { startedAt: 'DESC', id: 'DESC' },
    });
    const permitted = new Set(
      await permits.permitted(
        here.map(({ citizenId }) => citizenId),
        'ADMISSION_NOTICE',
      ),
    );
    const visible = here.filter(({ citizenId }) => permitted.has(citizenId));
    const start = afterId === null ? 0 : visible.findIndex(({ id }) => id === afterId) + 1;
    if (afterId !== null && start === 0) throw kitError('INVALID_CURSOR', { field: 'after' });
    const keys = visible.slice(start, start + first);
    const rows = await admissions.find({
      where: { citizenId: In(keys.map((key) => key.citizenId)), id: In(keys.map((key) => key.id)) },
      order: { startedAt: 'DESC', id: 'DESC' },
    });
    return WardAdmissionConnection.of({
      rows,
      hasNextPage: start + first < visible.length,
      count: () => visible.length,
    });
  }
}
