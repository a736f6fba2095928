/** All test files share one system: a citizen that one of them writes about is nobody else's. */
import { read, TESTS } from './support/repository';

/** The citizens of the NGO's own tests, by `citizenNumber`, begin here. */
const NGO_FROM = Number(/citizenIdOf\(1, (\d+) \+ number\)/.exec(read('subgraphs/ngo/test/support/people.ts'))?.[1]);

const namedIn = (file: string): number[] => [
  ...new Set([...read(file).matchAll(/\bcitizenNo\((\d+)\)/g)].map(([, number]) => Number(number))),
];

it('no two test files name the same citizen', () => {
  const filesOf = new Map<number, string[]>();
  for (const file of TESTS)
    for (const number of namedIn(file)) filesOf.set(number, [...(filesOf.get(number) ?? []), file]);
  expect(filesOf.size).toBeGreaterThan(50);
  expect([...filesOf].filter(([, files]) => files.length > 1)).toEqual([]);
});

it('the citizens of the NGO’s own tests are no others’', () => {
  expect(NGO_FROM).toBeGreaterThan(100);
  expect(TESTS.flatMap(namedIn).filter((number) => number >= NGO_FROM)).toEqual([]);
});
