/** An answer is rows that are published already, found by index; nothing is counted for it. */
import { municipality, regionByCode } from '@sammen/reference-data';
import type { DataSource } from 'typeorm';
import type { Measure, MeasureWords, OwnDimension } from './measure.js';
import { kitError } from '../errors.js';
import { StatisticRow, StatisticTable } from './statisticTable.js';
import type { TableName } from './tables.js';

/** Which rows of a measure: a table, its newest quarters, and one region or all. */
export interface TableQuestion {
  readonly table: TableName;
  readonly quarters: number;
  readonly region: string | null;
  readonly municipality: string | null;
}

/** Exported for the test that holds its plan. */
export const ROWS_SQL = `
  WITH newest AS (
    SELECT measure, period, released_at FROM statistic_release WHERE measure = $1 ORDER BY period DESC LIMIT $2)
  SELECT c.period, c.region, c.municipality, c.age_group AS "ageGroup", c.gender, c.kind, c.value, c.suppressed,
    n.released_at AS "releasedAt"
  FROM newest n JOIN statistic_cell c ON c.measure = n.measure AND c.table_name = $3 AND c.period = n.period
  WHERE ($4::text IS NULL OR c.region = $4) AND ($5::text IS NULL OR c.municipality = $5)
  ORDER BY c.period, c.position LIMIT $6`;

/** More rows than this are not answered at once. */
export const MOST_ROWS = 6_000;

type CellRow = Pick<
  StatisticRow,
  'period' | 'region' | 'municipality' | 'ageGroup' | 'gender' | 'kind' | 'value' | 'suppressed' | 'releasedAt'
>;

/** Reads published rows; a measure that is not released yet has none. */
export async function readTable(
  database: DataSource,
  measure: Measure,
  { field, da, en }: MeasureWords,
  own: OwnDimension,
  { table, quarters, region, municipality: place }: TableQuestion,
): Promise<StatisticTable> {
  // One more than is answered, so that too many are noticed.
  const cells: CellRow[] = await database.query(ROWS_SQL, [field, quarters, table, region, place, MOST_ROWS + 1]);
  if (cells.length > MOST_ROWS)
    throw kitError('LIST_TOO_LARGE', { message: `The table has more than ${MOST_ROWS} rows.` });
  const kinds = new Map(measure.kinds.map((kind) => [kind.code, kind]));
  const days = new Map([...new Set(cells.map(({ period }) => period))].map((period) => [period, daysOf(period)]));
  return Object.assign(new StatisticTable(), {
    measure: field,
    definitionDanish: da,
    definitionEnglish: en,
    unit: measure.unit,
    releasedAt: cells.at(-1)?.releasedAt ?? null,
    rows: cells.map(({ kind, ...cell }) => {
      const named = kind === null ? undefined : kinds.get(kind);
      return Object.assign(new StatisticRow(), cell, days.get(cell.period), {
        kind: own === 'KIND' ? kind : null,
        diagnosisGroup: own === 'DIAGNOSIS_GROUP' ? kind : null,
        nameDanish: named?.da ?? kind,
        nameEnglish: named?.en ?? kind,
        regionName: cell.region === null ? null : (regionByCode(cell.region)?.name ?? null),
        municipalityName: cell.municipality === null ? null : (municipality(cell.municipality)?.name ?? null),
      });
    }),
  });
}

function daysOf(period: string): { firstDay: string; lastDay: string } {
  const year = Number(period.slice(0, 4));
  const month = (Number(period.slice(6)) - 1) * 3;
  const day = (monthIndex: number, date: number): string =>
    new Date(Date.UTC(year, monthIndex, date)).toISOString().slice(0, 10);
  return { firstDay: day(month, 1), lastDay: day(month + 3, 0) };
}
