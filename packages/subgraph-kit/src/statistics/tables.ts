/**
 * The fixed tables of every measure. Whatever can be asked is one of them, or some rows of one; none is made for a
 * question, so nobody can cut citizens out by asking twice.
 */
import { type Area, type Measure as Family, defineMeasure } from '@sammen/statistics';
import type { Measure, OwnDimension } from './measure.js';

/** Dimensions of a table beside the quarter. `kind` is the measure's own. */
export const DIMENSIONS = ['region', 'municipality', 'ageGroup', 'gender', 'kind'] as const;

/** One of {@link DIMENSIONS}. */
export type Dimension = (typeof DIMENSIONS)[number];

/** The tables by name: by what a row is told from the next. A municipality's row names its region too. */
export const TABLES = {
  COUNTRY: [],
  REGION: ['region'],
  MUNICIPALITY: ['municipality'],
  AGE_GROUP: ['ageGroup'],
  REGION_AND_AGE_GROUP: ['region', 'ageGroup'],
  MUNICIPALITY_AND_AGE_GROUP: ['municipality', 'ageGroup'],
  GENDER: ['gender'],
  REGION_AND_GENDER: ['region', 'gender'],
  MUNICIPALITY_AND_GENDER: ['municipality', 'gender'],
  AGE_GROUP_AND_GENDER: ['ageGroup', 'gender'],
  KIND: ['kind'],
  REGION_AND_KIND: ['region', 'kind'],
  MUNICIPALITY_AND_KIND: ['municipality', 'kind'],
} as const satisfies Readonly<Record<string, readonly Dimension[]>>;

/** Name of one of {@link TABLES}. */
export type TableName = keyof typeof TABLES;

/** All of {@link TABLES}, in order. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** The tables of a measure that is part of another. */
export const PART_TABLES = ['COUNTRY', 'REGION', 'MUNICIPALITY', 'KIND'] as const satisfies readonly TableName[];

/** Age groups by the age that somebody reaches in the year; the bounds are where the next group begins. */
export const AGE_BOUNDS = [18, 25, 35, 45, 55, 65] as const;

/** The groups between {@link AGE_BOUNDS}. */
export const AGE_GROUPS = ['0-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'] as const;

/** As the citizen's register says. */
export const GENDERS = ['FEMALE', 'MALE'] as const;

/** Values of the dimension that tells a part from the rest. */
export const PART_VALUES = ['PART', 'REST'] as const;

/** What a table is called in the graph: the own dimension has its proper name there. */
export function tableNameInGraph(table: TableName, own: OwnDimension): string {
  return table.replace('KIND', own);
}

/** The name of what a measure of days adds up. */
export const AMOUNT = 'amount';

/** All tables of a measure in a quarter, as one family that is suppressed as a whole. */
export function familyOf({ field, kinds, part, unit, each }: Measure, areas: readonly Area[]): Family {
  const { least, most } = each ?? { least: 0, most: Infinity };
  return defineMeasure({
    name: field,
    areas,
    dimensions: [
      { name: 'ageGroup', values: AGE_GROUPS },
      { name: 'gender', values: GENDERS },
      { name: 'kind', values: kinds.map(({ code }) => code) },
      ...(part === undefined ? [] : [{ name: 'part', values: PART_VALUES }]),
    ],
    pairs: [['ageGroup', 'gender'], ...(part === undefined ? [] : [['kind', 'part'] as const])],
    sums: unit === 'COUNT' ? [] : [{ name: AMOUNT, least, most }],
  });
}
