import { type Page, type PageArguments, type SubgraphContext, kitError, pageRequest } from '@sammen/subgraph-kit';
import type { FindOptionsWhere } from 'typeorm';
import { AskedConsent } from '../model/askedConsent.js';
import { ConsentRequest } from '../model/consentRequest.js';

/** The requests of one asker, in the role and for the purpose that they ask with now: nobody sees a colleague's. */

type Asker = Pick<SubgraphContext, 'actor' | 'purpose' | 'database'>;

function own({ actor, purpose }: Asker): FindOptionsWhere<ConsentRequest> {
  return { actorId: actor.id, actorRole: actor.role, organisationId: actor.organisationId!, purpose };
}

/** A page of them, newest first. @throws INVALID_CURSOR, PAGE_TOO_LARGE */
export async function askedConsentsPage(asker: Asker, page: PageArguments): Promise<Page<AskedConsent>> {
  const { first, afterId } = pageRequest(page);
  const requests = asker.database.getRepository(ConsentRequest);
  const last = afterId === null ? null : await requests.findOneBy({ ...own(asker), id: afterId });
  if (afterId !== null && last === null) throw kitError('INVALID_CURSOR', { field: 'after' });
  const query = requests.createQueryBuilder('r').where(own(asker));
  if (last !== null) query.andWhere('(r.asked_at, r.id) < (:at, :id)', { at: last.askedAt, id: last.id });
  const rows = await query
    .orderBy('r.askedAt', 'DESC')
    .addOrderBy('r.id', 'DESC')
    .take(first + 1)
    .getMany();
  return {
    rows: rows.slice(0, first).map(AskedConsent.of),
    hasNextPage: rows.length > first,
    count: () => requests.countBy(own(asker)),
  };
}

/** One of them; null when there is none of that id, of theirs or of anybody (INVARIANT I-3). */
export async function askedConsent(asker: Asker, id: string): Promise<AskedConsent | null> {
  const found = await asker.database.getRepository(ConsentRequest).findOneBy({ ...own(asker), id });
  return found === null ? null : AskedConsent.of(found);
}
