import type { DataCategory } from '@sammen/consent';
import type { SubgraphContext } from '../context.js';
import { kitError } from '../errors.js';
import type { CitizenRow, RowKey } from '../loaders/rowsByCitizen.js';
import type { Page } from './connectionOf.js';
import { type PageArguments, pageRequest } from './pageArguments.js';

/**
 * A page of a work list that mixes citizens: decided for each citizen first, then paged, so that a page is full and
 * the count counts only what is visible. `keys` is the whole list in its order; `read` fetches the rows of one page,
 * in any order. @throws LIST_TOO_LARGE when the keys span more citizens than one request may decide
 */
export async function visiblePage<Row extends CitizenRow>(
  { permits }: Pick<SubgraphContext, 'permits'>,
  category: DataCategory,
  args: PageArguments,
  keys: readonly RowKey[],
  read: (keys: readonly RowKey[]) => Promise<readonly Row[]>,
): Promise<Page<Row>> {
  const { first, afterId } = pageRequest(args);
  const permitted = new Set(
    await permits.permitted(
      keys.map(({ citizenId }) => citizenId),
      category,
    ),
  );
  const visible = keys.filter(({ citizenId }) => permitted.has(citizenId));
  const start = afterId === null ? 0 : visible.findIndex(({ id }) => id === afterId) + 1;
  if (afterId !== null && start === 0) throw kitError('INVALID_CURSOR', { field: 'after' });
  const shown = visible.slice(start, start + first);
  const rows = shown.length === 0 ? [] : await read(shown);
  const byKey = new Map(rows.map((row) => [`${row.citizenId}:${row.id}`, row]));
  return {
    rows: shown.flatMap(({ citizenId, id }) => byKey.get(`${citizenId}:${id}`) ?? []),
    hasNextPage: start + first < visible.length,
    count: () => visible.length,
  };
}
