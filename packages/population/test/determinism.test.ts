import { createHash } from 'node:crypto';
import {
  citizenIdOf,
  courses,
  MAX_SIZE,
  mentors,
  people,
  personOf,
  psychiatryOf,
  volunteers,
} from '@sammen/population';
import { everybody, range, recordsOf } from './support/everything.js';

const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('the same seed gives the same bytes', () => {
  it('the default population of 220 is this one, to the byte (raise GENERATOR_VERSION when it has to change)', () => {
    const hash = createHash('sha256');
    for (const each of everybody(1, range(0, 220))) hash.update(JSON.stringify(each));
    for (const each of [mentors, volunteers, courses]) hash.update(JSON.stringify([...each(1, 220)]));
    expect(hash.digest('hex')).toBe('c4bf81bf8e10edefe7be9809e4c87d9ac50286dd9eabf4cc1dfa621e706e4ac4');
  });

  it('a citizen is the same in 220, in 2,000 and alone', () => {
    const small = [...people(1, 220)].map(recordsOf).map(hashOf);
    let at = 0;
    for (const person of people(1, 2000)) {
      if (at === 220) break;
      expect(hashOf(recordsOf(person))).toBe(small[at++]);
    }
    expect(hashOf(recordsOf(personOf(1, 137)))).toBe(small[137]);
  });

  it('the order in which sectors and citizens are asked changes nothing', () => {
    const indices = [0, 7, 55, 219, 222, 400, 1500];
    const forwards = indices.map((index) => hashOf(recordsOf(personOf(3, index))));
    const backwards = [...indices].reverse().map((index) => {
      const person = personOf(3, index);
      psychiatryOf(personOf(3, 9)); // somebody else in between
      const { citizen, coordination, ngo, municipality, psychiatry } = recordsOf(person);
      return hashOf({ person, psychiatry, municipality, ngo, coordination, citizen });
    });
    expect(backwards.reverse()).toEqual(forwards);
  });

  it('another seed gives other people', () => {
    expect(citizenIdOf(2, 0)).not.toBe(citizenIdOf(1, 0));
    const names = (seed: number) =>
      [...people(seed, 50)].map((each) => each.givenName + each.familyName + each.birthDate);
    expect(names(1)).not.toEqual(names(2));
  });

  it('who somebody is does not depend on the day of seeding, when things happened does', () => {
    const [early, late] = ['2026-11-01', '2027-06-30'].map((referenceDate) =>
      recordsOf(personOf(1, 17, { referenceDate })),
    );
    const identity = ({
      person: { id, cpr, givenName, familyName, birthDate, address },
    }: NonNullable<typeof early>) => ({ id, cpr, givenName, familyName, birthDate, address });
    expect(identity(late!)).toEqual(identity(early!));
    expect(late!.psychiatry.treatments[0]!.startedOn).not.toBe(early!.psychiatry.treatments[0]!.startedOn);
  });

  it('a citizen id is a UUID of version 8', () => {
    for (const index of range(0, 100))
      expect(citizenIdOf(1, index)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('bad input is refused', () => {
  it.each([
    ['a negative index', () => personOf(1, -1)],
    ['an index that is no whole number', () => personOf(1, 1.5)],
    ['an index beyond the largest population', () => personOf(1, MAX_SIZE)],
    ['a seed that is no whole number', () => personOf(Number.NaN, 0)],
    ['a size beyond the largest population', () => people(1, MAX_SIZE + 1).next()],
    ['a date in another form', () => personOf(1, 0, { referenceDate: '1/11/2026' })],
    ['a date that is not in the calendar', () => personOf(1, 0, { referenceDate: '2026-02-30' })],
  ])('%s', (_, attempt) => {
    expect(attempt).toThrow(RangeError);
  });
});
