/**
 * An actor's caseload: those whom they are in a relation with and may see anything of. Deciding that delivers nothing
 * but opaque ids of people whom the actor knows; what is then read of them is granted and logged like everything else.
 */
import {
  type Citizen,
  type Connection,
  type PageArguments,
  citizenReference,
  kitError,
  pageRequest,
} from '@sammen/subgraph-kit';
import { CitizenConnection } from '../model/connections.js';
import { type Asker, countVisibleCitizens, visibleCitizens } from './visibleCitizens.js';

/** A page of the caseload, by id. @throws INVALID_CURSOR, PAGE_TOO_LARGE */
export async function caseloadPage(page: PageArguments, asker: Asker): Promise<Connection<Citizen>> {
  const { first, afterId } = pageRequest(page);
  // One more tells whether there is a next page, and another that the cursor was one of this caseload.
  const visible = await visibleCitizens(asker, afterId, first + (afterId === null ? 1 : 2));
  if (afterId !== null && visible.shift() !== afterId) throw kitError('INVALID_CURSOR', { field: 'after' });
  return CitizenConnection.of({
    rows: visible.slice(0, first).map(citizenReference),
    hasNextPage: visible.length > first,
    count: () => countVisibleCitizens(asker),
  });
}
