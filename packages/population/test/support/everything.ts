import { citizenOf, coordinationOf, municipalityOf, ngoOf, personOf, psychiatryOf } from '@sammen/population';
import type { Person, PopulationOptions } from '@sammen/population';

/** All records of a person. */
export function recordsOf(person: Person) {
  return {
    person,
    psychiatry: psychiatryOf(person),
    municipality: municipalityOf(person),
    ngo: ngoOf(person),
    coordination: coordinationOf(person),
    citizen: citizenOf(person),
  };
}

export type Records = ReturnType<typeof recordsOf>;

/** Citizens by index, each with all records. */
export function* everybody(
  seed: number,
  indices: Iterable<number>,
  options: PopulationOptions = {},
): Generator<Records> {
  for (const index of indices) yield recordsOf(personOf(seed, index, options));
}

/** Whole numbers from … to (not included), by steps. */
export function* range(from: number, to: number, step = 1): Generator<number> {
  for (let at = from; at < to; at += step) yield at;
}
