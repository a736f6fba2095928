/** Help in money beside income: monthly until it ends, or once. */
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import { isoDate } from '../core/time.js';
import type { FinancialSupportRecord } from '../records/municipalityRecords.js';
import type { Person } from '../records/personRecords.js';
import { EDGE_CASES } from '../edgeCases.js';
import { housingOfficerOf } from './housing.js';

const SUPPORT = topic('financial support');

const KINDS = [
  ['ADDITIONAL_EXPENSES', 'MONTHLY', 'Merudgifter til medicin og transport', 3, 15],
  ['SINGLE_HELP', 'ONCE', 'Tandbehandling', 15, 90],
  ['SINGLE_HELP', 'ONCE', 'Flytteudgifter', 20, 80],
  ['DEPOSIT_LOAN', 'ONCE', 'Beboerindskud til ny bolig', 120, 350],
] as const;

/** Financial supports: 35 % of the first 220, 8 % of the other adults. */
export function financialSupportsOf(person: Person): readonly FinancialSupportRecord[] {
  const { profile, index } = person;
  const random = streamOf(person.key, SUPPORT);
  const wanted = random.chance(profile.recipe === 'TEN_IN_EACH' ? 0.35 : 0.08) || index === EDGE_CASES.showcase;
  if (
    !wanted ||
    !profile.sectors.includes('MUNICIPALITY') ||
    profile.age < 18 ||
    index === EDGE_CASES.contactWithoutCpr
  )
    return [];
  const [kind, frequency, purpose, least, most] = random.pick(KINDS);
  const from = profile.lastDay - random.between(20, 500);
  const ends =
    frequency === 'ONCE'
      ? from + 1
      : random.chance(0.3) || person.deceasedOn !== null
        ? profile.lastDay - random.between(0, 15)
        : null;
  const officer = housingOfficerOf(person);
  const record: FinancialSupportRecord = {
    id: recordId(person.key, SUPPORT, 0),
    citizenId: person.id,
    organisationId: officer.organisationId,
    unitId: officer.unitId as string,
    kind,
    amount: random.between(least, most) * 100,
    frequency,
    purpose,
    status: ends === null ? 'GRANTED' : 'ENDED',
    validFrom: isoDate(from),
    validTo: ends === null ? null : isoDate(ends),
  };
  return [record];
}
