import {
  type Connection,
  inputDay,
  kitError,
  pageRequest,
  Public,
  type SubgraphContext,
  today,
} from '@sammen/subgraph-kit';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { In } from 'typeorm';
import { OverdueFollowUpArguments } from '../input/jobCentreFollowUpInput.js';
import { OverdueFollowUpConnection } from '../model/connections.js';
import { JobCentreFollowUp } from '../model/jobCentreFollowUp.js';

/** Keys of the talks that a unit has let pass, the oldest first; `case` only where the caseworker matters. */
const OVERDUE = `
  SELECT f.citizen_id AS "citizenId", f.id FROM job_centre_follow_up f
  WHERE f.unit_id = $1 AND f.held_on IS NULL AND f.due_on < $2 AND ($3::date IS NULL OR f.due_on >= $3::date)
    AND ($4::text IS NULL OR EXISTS (SELECT 1 FROM job_centre_case c
      WHERE c.citizen_id = f.citizen_id AND c.id = f.case_id AND c.caseworker_id = $4))
  ORDER BY f.due_on, f.id`;

/** The work list of a job centre. */
@Resolver()
export class OverdueFollowUpResolver {
  @Query(() => OverdueFollowUpConnection, {
    description:
      'Follow-up talks of your own unit that should have been held before today, the oldest first (overskredne opfølgninger). Shows and counts only those that you may see.',
  })
  @Public()
  async overdueFollowUps(
    @Args(() => OverdueFollowUpArguments) args: OverdueFollowUpArguments,
    @Ctx() { actor, permits, database }: SubgraphContext,
  ): Promise<Connection<JobCentreFollowUp>> {
    const { first, afterId } = pageRequest(args);
    const parameters = [
      actor.unitId,
      today(),
      args.dueFrom ? inputDay(args.dueFrom) : null,
      args.mine ? actor.id : null,
    ];
    const overdue: { citizenId: string; id: string }[] = await database.query(OVERDUE, parameters);
    const citizenIds = overdue.map(({ citizenId }) => citizenId);
    const permitted = new Set(await permits.permitted(citizenIds, 'EMPLOYMENT'));
    const visible = overdue.filter(({ citizenId }) => permitted.has(citizenId));
    const start = afterId === null ? 0 : visible.findIndex(({ id }) => id === afterId) + 1;
    if (afterId !== null && start === 0) throw kitError('INVALID_CURSOR', { field: 'after' });
    const keys = visible.slice(start, start + first);
    const rows = await database.getRepository(JobCentreFollowUp).find({
      where: { citizenId: In(keys.map((key) => key.citizenId)), id: In(keys.map((key) => key.id)) },
      order: { dueOn: 'ASC', id: 'ASC' },
    });
    return OverdueFollowUpConnection.of({
      rows,
      hasNextPage: start + first < visible.length,
      count: () => visible.length,
    });
  }
}
