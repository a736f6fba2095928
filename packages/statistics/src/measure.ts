/** A measure is published in a fixed set of tables; what it is crossed with is decided here, once, and by no question. */
import { statisticsError } from './errors.js';

/** What every unit has exactly one value of, such as the age group at the start of an admission. */
export interface Dimension {
  readonly name: string;
  /** All of them, in the order of display. A value that cannot occur does not belong here: there are no structural zeros. */
  readonly values: readonly string[];
}

/** One municipality, and the region around it in the period that is counted. */
export interface Area {
  readonly municipality: string;
  readonly region: string;
}

/** What is added up over the units of a cell beside their number, such as bed days. */
export interface Sum {
  readonly name: string;
  /** The least that one unit can bring, as everybody knows: 1 when a stay has at least one bed day. Not below 0. */
  readonly least: number;
  /** The most that one unit can bring, as everybody knows; Infinity when nobody does. */
  readonly most: number;
}

/** What is counted, and what it is crossed with. */
export interface Measure {
  readonly name: string;
  /** The municipalities. The earlier one stands, the rather it is left out to protect others; so smaller ones come first. */
  readonly areas: readonly Area[];
  /** Each is crossed with municipality, region and country, one at a time. */
  readonly dimensions: readonly Dimension[];
  /** Dimensions that are crossed with each other, for the whole country. A dimension belongs to one pair at most. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly sums: readonly Sum[];
}

const fail = (measure: string, what: string): Error =>
  statisticsError('STATISTICS_MISDEFINED', { message: `The measure ${measure} is not well defined: ${what}.` });

const isRepeated = (names: readonly string[]): boolean => new Set(names).size < names.length;

/** Names that a key uses for areas. */
const RESERVED: readonly string[] = ['region', 'municipality'];

/**
 * Declares a measure. Every unit (an admission, a citizen, a meeting) is counted in exactly one finest cell.
 * @throws STATISTICS_MISDEFINED naming what is wrong
 */
export function defineMeasure(
  declaration: Pick<Measure, 'name' | 'areas' | 'dimensions'> & Partial<Pick<Measure, 'pairs' | 'sums'>>,
): Measure {
  const measure: Measure = { pairs: [], sums: [], ...declaration };
  const { name, areas, dimensions, pairs, sums } = measure;
  const names = dimensions.map((dimension) => dimension.name);
  if (areas.length === 0 || isRepeated(areas.map((area) => area.municipality))) throw fail(name, 'its areas');
  if (isRepeated(names) || names.some((each) => RESERVED.includes(each))) throw fail(name, 'names of dimensions');
  for (const { name: dimension, values } of dimensions)
    if (values.length < 2 || isRepeated(values)) throw fail(name, `values of ${dimension}`);
  if (pairs.flat().some((each) => !names.includes(each)) || isRepeated(pairs.flat())) throw fail(name, 'its pairs');
  if (isRepeated(sums.map((sum) => sum.name))) throw fail(name, 'names of sums');
  for (const { name: sum, least, most } of sums)
    if (!(least >= 0 && most >= least)) throw fail(name, `bounds of ${sum}`);
  return measure;
}
