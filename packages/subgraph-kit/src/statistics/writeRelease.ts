import type { EntityManager } from 'typeorm';
import { groupBy } from './groupBy.js';
import type { PublishedRow } from './publishQuarter.js';
import type { Quarter } from './quarters.js';

/** Writes the published rows of a quarter, each field with its release. */
export async function writeRelease(
  manager: EntityManager,
  quarter: Quarter,
  rows: readonly PublishedRow[],
): Promise<void> {
  for (const [field, ofField] of groupBy(rows, (row) => row.measure))
    await writeField(manager, field, quarter, ofField);
}

async function writeField(
  manager: EntityManager,
  field: string,
  { period }: Quarter,
  rows: readonly PublishedRow[],
): Promise<void> {
  await manager.query(`INSERT INTO statistic_release (measure, period) VALUES ($1, $2)`, [field, period]);
  const columns = ['table', 'region', 'municipality', 'ageGroup', 'gender', 'kind', 'value', 'suppressed'] as const;
  await manager.query(
    `INSERT INTO statistic_cell
       (measure, period, position, table_name, region, municipality, age_group, gender, kind, value, suppressed)
     SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::float8[], $11::boolean[])`,
    [field, period, rows.map((_, at) => at), ...columns.map((column) => rows.map((row) => row[column]))],
  );
}
