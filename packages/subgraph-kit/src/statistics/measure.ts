import type { Code } from '../graph/codeEnum.js';

/** What the numbers of a measure are. */
export type StatisticUnit = 'COUNT' | 'DAYS' | 'AVERAGE_DAYS';

/** What a measure is broken down by beside place, age and gender: by diagnosis, or by what the measure itself consists of. */
export type OwnDimension = 'DIAGNOSIS_GROUP' | 'KIND';

/** What a measure is called and what it counts. */
export interface MeasureWords {
  /** The field of `Statistics`; stable, since releases are kept under it. */
  readonly field: string;
  /** What exactly is counted. */
  readonly da: string;
  readonly en: string;
}

/**
 * One measure of a sector, as its subgraph declares it. The rest (who counts, places, ages, what is held back, when it is
 * released) is the same for all of them.
 */
export interface Measure extends MeasureWords {
  readonly unit: StatisticUnit;
  /** Of days: the least and the most that one unit can bring, as everybody knows. */
  readonly each?: { readonly least: number; readonly most: number };
  /** The values of its own dimension, at least two, all of which can occur. */
  readonly kinds: readonly Code<string>[];
  /**
   * Some of the units, published as a measure of their own in fewer tables. They are suppressed together with the whole:
   * what is left over when one is taken from the other must not tell either.
   */
  readonly part?: MeasureWords;
  /**
   * Measures that count the same units, each by another dimension of its own, bear the same name here. A quarter is
   * released of all of them at once or of none: two that counted other people would tell about those by the difference.
   */
  readonly together?: string;
  /**
   * A query of what happened, to whom: columns `period`, `citizen_id`, `kind`, `units`, `amount`, and the boolean `part`
   * when there is one. It may use `quarter (period, first_day, next_day, begins, ends)`, one row for each quarter to be
   * counted. Units are counted; an amount is of whole days. A citizen may come several times. A kind that is none of
   * {@link kinds} counts as {@link OTHER_KIND} where that is declared, and not at all otherwise.
   */
  readonly events: string;
}

/** What is none of the other kinds. */
export const OTHER_KIND: Code<string> = { code: 'OTHER', da: 'Andet', en: 'Other' };

/** SQL: whether something from a day up to another one (open when null) ran in quarter `q`. */
export const RUNNING_IN_QUARTER = (from: string, until: string): string =>
  `(${from} < q.next_day AND (${until} IS NULL OR ${until} > q.first_day))`;
