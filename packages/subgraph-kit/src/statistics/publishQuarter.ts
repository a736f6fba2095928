/**
 * From counts to what may be told: the whole family of a measure is suppressed at once, whatever anybody will ask
 * (packages/statistics). No count leaves by another way (INVARIANT I-15).
 */
import { type CountedCell, type Measure as Family, type PublishedCell, averageOf, publish } from '@sammen/statistics';
import type { Measure } from './measure.js';
import {
  AGE_GROUPS,
  AMOUNT,
  DIMENSIONS,
  type Dimension,
  GENDERS,
  PART_TABLES,
  PART_VALUES,
  TABLES,
  TABLE_NAMES,
  type TableName,
} from './tables.js';

/** One row of a published table. */
export interface PublishedRow extends Readonly<Record<Dimension, string | null>> {
  /** The field of the graph that shows it: the measure, or its part. */
  readonly measure: string;
  readonly table: TableName;
  readonly value: number | null;
  readonly suppressed: boolean;
}

const TABLE_OF: ReadonlyMap<string, TableName> = new Map(
  TABLE_NAMES.map((table) => [[...TABLES[table]].toSorted().join(), table]),
);

/** All rows of a measure in a quarter, and of its part, table by table in the order they are shown in. */
export function publishQuarter(measure: Measure, family: Family, counted: readonly CountedCell[]): PublishedRow[] {
  const regions = new Map(family.areas.map(({ municipality, region }) => [municipality, region]));
  const rows = publish(family, counted).cells.flatMap((cell) => rowOf(measure, cell, regions) ?? []);
  const orders = ordersOf(measure);
  return rows
    .map((row) => ({ row, place: DIMENSIONS.map((name) => placeIn(orders[name], row[name])).join() }))
    .toSorted((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ row }) => row);
}

/** Undefined for a cell that only protects others, such as what is left beside the part. */
function rowOf(measure: Measure, cell: PublishedCell, regions: ReadonlyMap<string, string>): PublishedRow | undefined {
  const { part, ...key } = cell.key;
  const table = TABLE_OF.get(Object.keys(key).toSorted().join());
  if (table === undefined || part === PART_VALUES[1]) return undefined;
  if (part !== undefined && !PART_TABLES.some((each) => each === table)) return undefined;
  const { municipality = null, ageGroup = null, gender = null, kind = null } = key;
  return {
    measure: part === undefined ? measure.field : measure.part!.field,
    table,
    region: municipality === null ? (key['region'] ?? null) : regions.get(municipality)!,
    ...{ municipality, ageGroup, gender, kind },
    ...valueOf(measure, cell),
  };
}

/** An average of nothing is no number; one decimal is what days of several people are good for. */
function valueOf({ unit }: Measure, cell: PublishedCell): Pick<PublishedRow, 'value' | 'suppressed'> {
  const average = averageOf(cell, AMOUNT);
  const value =
    unit === 'COUNT' ? cell.count : unit === 'DAYS' ? cell.sums[AMOUNT]! : average && Math.round(average * 10) / 10;
  return { value, suppressed: value === null };
}

type Orders = Readonly<Record<Dimension, readonly string[] | null>>;

/** Places sort by their codes; the rest as declared. */
function ordersOf({ kinds }: Measure): Orders {
  const declared = kinds.map(({ code }) => code);
  return { region: null, municipality: null, ageGroup: AGE_GROUPS, gender: GENDERS, kind: declared };
}

function placeIn(order: readonly string[] | null, value: string | null): string {
  if (value === null) return '';
  return order === null ? value : String(order.indexOf(value)).padStart(3, '0');
}
