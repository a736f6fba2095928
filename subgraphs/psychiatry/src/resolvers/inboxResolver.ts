import {
  type Connection,
  PageArguments,
  Roles,
  kitError,
  pageRequest,
  type SubgraphContext,
} from '@sammen/subgraph-kit';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { RejectedMessageConnection } from '../model/connections.js';
import { RejectedMessage } from '../model/rejectedMessage.js';

/** What the inbox could not take. */
@Resolver()
export class InboxResolver {
  @Query(() => RejectedMessageConnection, {
    description: 'Messages of hospitals that could not be taken, newest first, with the reason (afviste adviser).',
  })
  @Roles('PSYCHIATRIST', 'WARD_NURSE')
  async rejectedMessages(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { database }: SubgraphContext,
  ): Promise<Connection<RejectedMessage>> {
    const { first, afterId } = pageRequest(page);
    const messages = database.getRepository(RejectedMessage);
    const after = afterId === null ? null : await messages.findOneBy({ id: afterId });
    if (afterId !== null && after === null) throw kitError('INVALID_CURSOR', { field: 'after' });
    const query = messages.createQueryBuilder('m').orderBy('m.receivedAt', 'DESC').addOrderBy('m.id', 'DESC');
    if (after !== null)
      // Compared in the database: a Date of JavaScript has lost the microseconds.
      query.where('(m.received_at, m.id) < (SELECT received_at, id FROM inbox_rejected WHERE id = :id)', after);
    const rows = await query.limit(first + 1).getMany();
    return RejectedMessageConnection.of({
      rows: rows.slice(0, first),
      hasNextPage: rows.length > first,
      count: () => messages.count(),
    });
  }
}
