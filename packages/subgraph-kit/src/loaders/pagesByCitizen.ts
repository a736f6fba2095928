import DataLoader from 'dataloader';
import type { DataSource, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Page } from '../connection/connectionOf.js';
import { type PageArguments, type PageRequest, pageRequest } from '../connection/pageArguments.js';
import { kitError } from '../errors.js';
import { hydrate } from './hydrate.js';
import type { CitizenRow } from './rowsByCitizen.js';

/** How a citizen's rows are listed. */
export interface Listing<Row> {
  /** Newest first by this property; ties by id. The column must be NOT NULL and indexed behind citizen_id. */
  readonly newestFirstBy: keyof Row & string;
  /** A condition in SQL over the alias `r`, without parameters; the same for everybody. */
  readonly where?: string;
}

/** Pages of a table, one page per citizen, for any number of citizens in one statement (INVARIANT I-12). */
export interface Pages<Row> {
  page(citizenId: string, args: PageArguments): Promise<Page<Row>>;
}

/** A pager for the rows of one request. Each distinct (first, after) is one statement; counting is another. */
export function pagesByCitizen<Row extends CitizenRow & ObjectLiteral>(
  database: DataSource,
  entity: EntityTarget<Row>,
  listing: Listing<Row>,
): Pages<Row> {
  const metadata = database.getMetadata(entity);
  const statements = statementsFor(metadata, listing);
  const pages = new Map<string, DataLoader<string, Page<Row>>>();

  const counts = new DataLoader<string, number>(async (citizenIds) => {
    const rows: { citizen_id: string; total: number }[] = await database.query(statements.count, [citizenIds]);
    const totals = new Map(rows.map(({ citizen_id, total }) => [citizen_id, total]));
    return citizenIds.map((id) => totals.get(id) ?? 0);
  });

  const loaderFor = (request: PageRequest): DataLoader<string, Page<Row>> =>
    new DataLoader<string, Page<Row>>(async (citizenIds) => {
      const found: Record<string, unknown>[] = await database.query(statements.page, [
        citizenIds,
        request.afterId,
        request.first + 1,
      ]);
      const rows = new Map<string, Row[]>(citizenIds.map((id) => [id, []]));
      const lost = new Set<string>();
      for (const raw of found) {
        const owner = raw['page_owner'] as string;
        if (raw['cursor_lost'] === true) lost.add(owner);
        else if (raw['id'] !== null) rows.get(owner)?.push(hydrate(metadata, raw) as Row);
      }
      return citizenIds.map((citizenId): Page<Row> | Error => {
        if (lost.has(citizenId)) return kitError('INVALID_CURSOR', { field: 'after' });
        const all = rows.get(citizenId) ?? [];
        return {
          citizenId,
          rows: all.slice(0, request.first),
          hasNextPage: all.length > request.first,
          count: () => counts.load(citizenId),
        };
      });
    });

  return {
    async page(citizenId, args) {
      const request = pageRequest(args);
      const key = `${request.first}:${request.afterId ?? ''}`;
      let loader = pages.get(key);
      if (loader === undefined) {
        loader = loaderFor(request);
        pages.set(key, loader);
      }
      return loader.load(citizenId);
    },
  };
}

/** A lateral join takes the newest rows of each citizen from the index instead of sorting everybody's. */
function statementsFor<Row>(metadata: EntityMetadata, { newestFirstBy, where }: Listing<Row>) {
  const table = `"${metadata.tableName}"`;
  const sort = `"${metadata.findColumnWithPropertyName(newestFirstBy)!.databaseName}"`;
  const condition = where === undefined ? '' : `AND (${where})`;
  return {
    page: `
      SELECT c.id AS page_owner, ($2::uuid IS NOT NULL AND cur.id IS NULL) AS cursor_lost, r.*
      FROM unnest($1::uuid[]) AS c(id)
      LEFT JOIN ${table} cur ON cur.citizen_id = c.id AND cur.id = $2::uuid
      LEFT JOIN LATERAL (
        SELECT * FROM ${table} r
        WHERE r.citizen_id = c.id ${condition}
          AND ($2::uuid IS NULL OR (r.${sort}, r.id) < (cur.${sort}, cur.id))
        ORDER BY r.${sort} DESC, r.id DESC LIMIT $3
      ) r ON true`,
    count: `
      SELECT r.citizen_id, count(*)::int AS total FROM ${table} r
      WHERE r.citizen_id = ANY($1::uuid[]) ${condition} GROUP BY r.citizen_id`,
  };
}
