/** Random families of tables: few or many people, skewed, with and without pairs and sums. */
import fc from 'fast-check';
import { defineMeasure, type Measure } from '@sammen/statistics';
import type { Unit } from './countUnits.js';

/** A measure and the units that are counted. */
export interface Family {
  readonly measure: Measure;
  readonly units: readonly Unit[];
}

const named = (letter: string, size: number): string[] => Array.from({ length: size }, (_, n) => `${letter}${n}`);

/** Which of so many values, the later ones rarer. */
const skewed = (size: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.nat(size - 1) },
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constant(Math.min(1, size - 1)) },
  );

/** Families small enough for a solver in a test; smaller ones with sums, which double what it has to think about. */
export const someFamily = (hasSums: boolean): fc.Arbitrary<Family> =>
  fc
    .record({
      municipalities: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: hasSums ? 2 : 3 }),
      sizes: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: hasSums ? 2 : 3 }),
      hasPair: fc.boolean(),
      isBounded: fc.boolean(),
      units: fc.integer({ min: 4, max: 160 }),
    })
    .chain(({ municipalities, sizes, hasPair, isBounded, units }) => {
      const areas = municipalities.flatMap((size, r) =>
        named(`m${r}`, size).map((municipality) => ({ municipality, region: `r${r}` })),
      );
      const dimensions = sizes.map((size, d) => ({ name: `d${d}`, values: named('v', size) }));
      const measure = defineMeasure({
        name: 'random',
        areas,
        dimensions,
        pairs: hasPair && sizes.length > 1 ? [['d0', 'd1']] : [],
        sums: hasSums ? [{ name: 'days', least: 1, most: isBounded ? 90 : Infinity }] : [],
      });
      const unit = fc
        .record({
          area: skewed(areas.length),
          values: fc.tuple(...sizes.map(skewed)),
          citizen: fc.option(fc.nat(Math.ceil(units / 2)), { nil: undefined, freq: 3 }),
          days: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 90 })),
        })
        .map(({ area, values, citizen, days }): Unit => ({
          values: { ...areas[area]!, ...Object.fromEntries(values.map((value, d) => [`d${d}`, `v${value}`])) },
          ...(citizen === undefined ? {} : { citizen }),
          sums: { days },
        }));
      return fc.array(unit, { minLength: units, maxLength: units }).map((list) => ({ measure, units: list }));
    });
