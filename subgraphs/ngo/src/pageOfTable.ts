import { type Page, type PageArguments, kitError, pageRequest, today } from '@sammen/subgraph-kit';
import { type FindOperator, type FindOptionsWhere, Raw, type Repository } from 'typeorm';

/** A page of a table that belongs to no citizen, in the order of one column; ties by id. */
export async function pageOfTable<Row extends { id: string }>(
  repository: Repository<Row>,
  where: FindOptionsWhere<Row>,
  sort: keyof Row & string,
  args: PageArguments,
): Promise<Page<Row>> {
  const { first, afterId } = pageRequest(args);
  const query = repository
    .createQueryBuilder('r')
    .where(where)
    .orderBy(`r.${sort}`)
    .addOrderBy('r.id')
    .take(first + 1);
  if (afterId !== null) {
    const last = await repository.findOneBy({ ...where, id: afterId } as FindOptionsWhere<Row>);
    if (last === null) throw kitError('INVALID_CURSOR', { field: 'after' });
    query.andWhere(`(r.${sort}, r.id) > (:value, :afterId)`, { value: last[sort], afterId });
  }
  const rows = await query.getMany();
  return {
    rows: rows.slice(0, first),
    hasNextPage: rows.length > first,
    count: () => repository.countBy(where),
  };
}

/** A last day that has not passed, or none at all. */
export function notPast(): FindOperator<string> {
  return Raw((column) => `(${column} IS NULL OR ${column} >= :today)`, { today: today() });
}
