import fc from 'fast-check';
import { distinct, keyOf } from '../src/execution/run/distinctRepresentations.js';

/** Few characters, those of the key's own form among them, so that two values nearly look alike often. */
const text = fc.string({ unit: fc.constantFrom('a', '1', ' ', '"'), maxLength: 4 });
const scalar = fc.oneof(text, fc.constantFrom('null', 'true', '1'), fc.integer({ min: 0, max: 11 }), fc.boolean());
const value = fc.oneof(scalar, fc.constant(null), fc.record({ a: scalar }), fc.array(scalar, { maxLength: 2 }));
const representation = fc.dictionary(fc.constantFrom('a', 'a1', 'id'), value, { noNullPrototype: true });

it('two representations count as one exactly when they say the same', () => {
  fc.assert(
    fc.property(representation, representation, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(keyOf(one) === keyOf(other)).toBe(isSame);
    }),
    { numRuns: 20_000 },
  );
});

it('an object that lacks what is needed is not asked about', () => {
  const entities = [{ id: 'c1' }, { name: 'nobody' }, { id: 'c1' }, { id: 'c2' }];
  const found = distinct(entities, ({ id }) => (id === undefined ? undefined : { __typename: 'Citizen', id }));
  expect(found.representations.map(({ id }) => id)).toEqual(['c1', 'c2']);
  expect(found.targets.map((ones) => ones.map((one) => entities.indexOf(one as never)))).toEqual([[0, 2], [3]]);
});
