/** How many mentors, volunteers and courses an NGO has: few around the first 220, more around the larger population. */
import { DEFAULT_SIZE } from '../populationOptions.js';

/** Sizes of an NGO's pools. The small pool is the beginning of the large one. */
export interface Pool {
  readonly mentors: number;
  readonly volunteers: number;
  /** Groups of three courses each: one finished, one running, one planned. */
  readonly courseGroups: number;
}

const SMALL: Pool = { mentors: 6, volunteers: 6, courseGroups: 1 };
const LARGE: Pool = { mentors: 60, volunteers: 60, courseGroups: 20 };

/** The pool that a citizen's matches are drawn from. */
export function poolOfCitizen(index: number): Pool {
  return index < DEFAULT_SIZE ? SMALL : LARGE;
}

/** The pool of a population of this size: contains everybody whom its citizens are matched with. */
export function poolOfSize(size: number): Pool {
  return size <= DEFAULT_SIZE ? SMALL : LARGE;
}
