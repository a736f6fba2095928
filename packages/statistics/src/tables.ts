/** The fixed list of a measure's tables: what is published, and what has to be counted so that it can be. */
import type { Measure } from './measure.js';

/** One table, by the names that its keys have: `['region', 'age']`; `[]` is the country's total. */
export interface TableShape {
  readonly names: readonly string[];
  /** False for what is counted only so that others can be protected. */
  readonly isPublished: boolean;
}

/**
 * What has to be counted, one entry per table: the grouping sets of one statement. Country, regions and municipalities,
 * each alone and by each dimension; pairs for the country, and (never published) for each municipality.
 */
export function countedTables({ dimensions, pairs }: Measure): readonly TableShape[] {
  const alone = [[], ...dimensions.map(({ name }) => [name])];
  const areas = [[], ['region'], ['municipality']];
  return [
    ...areas.flatMap((area) => alone.map((names) => ({ names: [...area, ...names], isPublished: true }))),
    ...pairs.map((pair) => ({ names: [...pair], isPublished: true })),
    ...pairs.map((pair) => ({ names: ['municipality', ...pair], isPublished: false })),
  ];
}

/** The tables that anybody may ask for; whatever is asked selects cells of these. */
export function publishedTables(measure: Measure): readonly TableShape[] {
  return countedTables(measure).filter(({ isPublished }) => isPublished);
}
