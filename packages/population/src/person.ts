/** Who somebody is: the same for a seed and index, however many others there are and whenever it is asked. */
import { citizenKeysOf, recordId } from './core/identifiers.js';
import { streamOf, topic } from './core/random.js';
import type { Random } from './core/random.js';
import { stratifiedPoint } from './core/stratified.js';
import { dayOf, isoDate, parseDay } from './core/time.js';
import { birthOf } from './birth.js';
import { replacementCprOf } from './cpr.js';
import { FAMILY_NAMES, FEMALE_NAMES, MALE_NAMES, STREETS } from './data/names.js';
import { municipalityAt, placeOf, PROGRAMME_MUNICIPALITIES } from './data/places.js';
import { EDGE_CASES, ESBJERG_CASELOAD, LARGE_TEAM } from './edgeCases.js';
import { DEFAULT_REFERENCE_DATE, DEFAULT_SIZE, MAX_SIZE } from './populationOptions.js';
import type { PopulationOptions } from './populationOptions.js';
import { deathOf, profileOf } from './profileOf.js';
import type { Address, FormerCpr, Person } from './records/personRecords.js';
import { residencesOf } from './residences.js';

const DEFAULT_TODAY = dayOf(DEFAULT_REFERENCE_DATE);
const PERSON = topic('person');
const ACTOR = topic('actor');

const TWIN_FAMILY = 'Overgaard';
const MUNICIPALITY_BY_HAND: Readonly<Record<number, string>> = {
  [EDGE_CASES.movedMidCourse]: '0573',
  [EDGE_CASES.regionChanges2027]: '0330',
  [EDGE_CASES.twinA]: '0621',
  [EDGE_CASES.twinB]: '0621',
  [EDGE_CASES.deceasedWithOpenAgreements]: '0561',
};

/**
 * The citizen with this index. Throws RangeError when index or seed is not a whole number in range (0 ≤ index < {@link MAX_SIZE})
 * or the reference date is no date.
 */
export function personOf(seed: number, index: number, options: PopulationOptions = {}): Person {
  if (!Number.isSafeInteger(seed)) throw new RangeError('seed must be a whole number');
  if (!Number.isInteger(index) || index < 0 || index >= MAX_SIZE)
    throw new RangeError(`index must be 0 to ${MAX_SIZE - 1}`);
  const referenceDate = options.referenceDate ?? DEFAULT_REFERENCE_DATE;
  const today = options.referenceDate === undefined ? DEFAULT_TODAY : parseDay(referenceDate);
  const { id, key } = citizenKeysOf(seed, index);
  const random = streamOf(key, PERSON);
  const birth = birthOf(seed, index, random);
  const municipalityCode = municipalityOfCitizen(index, random.unit());
  const [givenName, familyName] = nameOf(index, birth.gender, random);
  const diedOn = deathOf(seed, index, key, today);
  const age = ageOn(birth.birthDate, referenceDate);
  const profile = profileOf({ seed, index, key, municipalityCode, age, today });
  const protectedPoint = random.unit();
  return {
    seed,
    index,
    referenceDate,
    id,
    actorId: `citizen-${recordId(key, ACTOR, 0)}`,
    cpr: index === EDGE_CASES.contactWithoutCpr ? null : birth.cpr,
    formerCprs: index === EDGE_CASES.replacementCprMerged ? [mergedReplacement(birth.birthDate, today)] : [],
    givenName,
    familyName,
    birthDate: birth.birthDate,
    gender: birth.gender,
    municipalityCode,
    residences: residencesOf({ index, key, municipalityCode, birthDate: birth.birthDate, today }),
    protectedAddress: (index < DEFAULT_SIZE ? stratifiedPoint(seed, 'protected', index) : protectedPoint) < 0.03,
    address: addressOf(index, municipalityCode, random),
    phone: random.chance(0.92) ? `+450${String(random.between(0, 9_999_999)).padStart(7, '0')}` : null,
    email: random.chance(0.6) ? `citizen${index}@example.org` : null,
    deceasedOn: diedOn === null ? null : isoDate(diedOn),
    profile: { ...profile, lastDay: diedOn ?? today },
    key,
  };
}

/** The first `size` citizens, one at a time: nothing is kept. Throws RangeError for a size outside 0 to {@link MAX_SIZE}. */
export function* people(
  seed: number,
  size: number,
  options: PopulationOptions = {},
): Generator<Person, void, undefined> {
  if (!Number.isInteger(size) || size < 0 || size > MAX_SIZE) throw new RangeError(`size must be 0 to ${MAX_SIZE}`);
  for (let index = 0; index < size; index++) yield personOf(seed, index, options);
}

/** Whole years from one ISO date to another. */
export function ageOn(birthDate: string, onDate: string): number {
  const years = Number(onDate.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return onDate.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function municipalityOfCitizen(index: number, point: number): string {
  if (index < DEFAULT_SIZE) return PROGRAMME_MUNICIPALITIES[Math.floor(index / 10)] as string;
  if (index >= ESBJERG_CASELOAD.from && index <= ESBJERG_CASELOAD.to) return '0561';
  if (index >= LARGE_TEAM.from && index <= LARGE_TEAM.to) return '0461';
  return MUNICIPALITY_BY_HAND[index] ?? municipalityAt(point);
}

function nameOf(index: number, gender: 'FEMALE' | 'MALE', random: Random): [given: string, family: string] {
  const given = random.pick(gender === 'FEMALE' ? FEMALE_NAMES : MALE_NAMES);
  const family = random.pick(FAMILY_NAMES);
  if (index === EDGE_CASES.medcomTestPerson) return ['Bruno', 'Elmer'];
  if (index === EDGE_CASES.twinA || index === EDGE_CASES.twinB) return [given, TWIN_FAMILY];
  if (index === EDGE_CASES.sameNameAndBirthdayA || index === EDGE_CASES.sameNameAndBirthdayB) return ['Anne', 'Holm'];
  return [given, family];
}

function addressOf(index: number, municipalityCode: string, random: Random): Address {
  const { postalCode, city } = placeOf(municipalityCode);
  const street = `${random.pick(STREETS)} ${random.between(1, 120)}`;
  const twin = index === EDGE_CASES.twinA || index === EDGE_CASES.twinB;
  return { street: twin ? 'Mønstervej 2' : street, postalCode, city };
}

function mergedReplacement(birthDate: string, today: number): FormerCpr {
  return {
    number: replacementCprOf(birthDate),
    kind: 'REPLACEMENT',
    validFrom: isoDate(today - 90),
    validTo: isoDate(today - 75),
  };
}
