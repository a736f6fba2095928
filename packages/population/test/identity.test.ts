import { ageOn, DEFAULT_REFERENCE_DATE, EDGE_CASES, people } from '@sammen/population';
import { departmentOf, municipality } from '@sammen/reference-data';

const everyone = [...people(1, 12_000)];

describe('CPR numbers', () => {
  it('have a valid birth date and a serial 99xx, even for women and odd for men', () => {
    const wrong = everyone.filter(({ cpr, birthDate, gender }) => {
      if (cpr === null) return false;
      const date = birthDate.slice(8, 10) + birthDate.slice(5, 7) + birthDate.slice(2, 4);
      const odd = Number(cpr[9]) % 2 === 1;
      // A seventh digit of 9 means 1937–2036.
      const century = birthDate >= '1937-01-01' && birthDate < '2037-01-01';
      return !/^\d{6}99\d{2}$/.test(cpr) || cpr.slice(0, 6) !== date || odd !== (gender === 'MALE') || !century;
    });
    expect(wrong).toEqual([]);
  });

  it('are never shared, whatever the seed', () => {
    for (const seed of [1, 2, 77]) {
      const numbers = [...people(seed, 12_000)].flatMap(({ cpr }) => (cpr === null ? [] : [cpr]));
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });
});

describe('people', () => {
  it('have ids that are never shared', () => {
    expect(new Set(everyone.map((each) => each.id)).size).toBe(everyone.length);
    expect(new Set(everyone.map((each) => each.actorId)).size).toBe(everyone.length);
  });

  it('live where a department treats them; residences follow each other without gap', () => {
    const wrong = everyone.filter(({ residences, municipalityCode, birthDate }) => {
      const last = residences.at(-1);
      const served = municipality(municipalityCode) !== null && departmentOf(municipalityCode) !== null;
      const open = last?.municipalityCode === municipalityCode && last.validTo === null;
      const touching = residences.every((each, at) => at === 0 || residences[at - 1]!.validTo === each.validFrom);
      const forwards = residences.every(
        (each) => each.validFrom >= birthDate && (each.validTo ?? '9') > each.validFrom,
      );
      return !served || !open || !touching || !forwards;
    });
    expect(wrong).toEqual([]);
  });

  it('the first 220 are ten in each of 22 municipalities, Esbjerg first', () => {
    const counts = new Map<string, number>();
    for (const { municipalityCode } of everyone.slice(0, 220))
      counts.set(municipalityCode, (counts.get(municipalityCode) ?? 0) + 1);
    expect(counts.size).toBe(22);
    expect([...counts.values()].every((count) => count === 10)).toBe(true);
    expect(everyone.slice(0, 10).every((each) => each.municipalityCode === '0561')).toBe(true);
  });

  it('have telephone numbers that no subscriber has', () => {
    expect(everyone.filter(({ phone }) => phone !== null && !/^\+450\d{7}$/.test(phone))).toEqual([]);
  });
});

describe('edge cases', () => {
  const person = (name: keyof typeof EDGE_CASES) => everyone[EDGE_CASES[name]]!;

  it('the MedCom test person has the number of the HospitalNotification examples', () => {
    expect(person('medcomTestPerson')).toMatchObject({
      cpr: '2509479989',
      birthDate: '1947-09-25',
      familyName: 'Elmer',
    });
  });

  it('some turn 18, 21 and 23 soon', () => {
    for (const [name, age] of [
      ['turning18', 17],
      ['turning21', 20],
      ['turning23', 22],
    ] as const) {
      expect(ageOn(person(name).birthDate, DEFAULT_REFERENCE_DATE)).toBe(age);
      expect(ageOn(person(name).birthDate, '2026-12-31')).toBe(age + 1);
    }
  });

  it('twins share birth date, family name and address, but no number', () => {
    const [one, other] = [person('twinA'), person('twinB')];
    expect([one.birthDate, one.familyName, one.address]).toEqual([other.birthDate, other.familyName, other.address]);
    expect(one.cpr).not.toBe(other.cpr);
  });

  it('two people share name and birthday', () => {
    const [one, other] = [person('sameNameAndBirthdayA'), person('sameNameAndBirthdayB')];
    expect([one.givenName, one.familyName, one.birthDate]).toEqual([
      other.givenName,
      other.familyName,
      other.birthDate,
    ]);
    expect(one.id).not.toBe(other.id);
  });

  it('a replacement number was merged, one is known without a number, one moved in mid-course', () => {
    expect(person('replacementCprMerged').formerCprs).toHaveLength(1);
    expect(person('contactWithoutCpr').cpr).toBeNull();
    expect(person('movedMidCourse').residences.map((each) => each.municipalityCode)).toEqual(['0561', '0573']);
    expect(person('regionChanges2027').municipalityCode).toBe('0330');
  });
});
