/** Where somebody lives changes without overlap, and agrees with the residences that were granted. */
import { lastAsked } from '../core/lastAsked.js';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { isoDate } from '../core/time.js';
import { EDGE_CASES } from '../edgeCases.js';
import type { HousingKind, HousingRecord } from '../records/municipalityRecords.js';
import type { Person } from '../records/personRecords.js';
import type { StaffMember } from '../staff.js';
import { caseworkerIn } from './caseworkers.js';
import { serviceOutlineOf } from './socialServices.js';

const HOUSING = topic('housing');
const OFFICER = topic('housing officer');

/** Who handles housing and housing benefit for a citizen. */
export const housingOfficerOf = lastAsked((person: Person): StaffMember => {
  return caseworkerIn(person.municipalityCode, 'housing', person, streamOf(person.key, OFFICER));
});

/** Whether the municipality keeps a housing record of a citizen: of everybody in the programme, of 60 % elsewhere. */
export function hasHousing(person: Person): boolean {
  const { profile, index } = person;
  if (!profile.sectors.includes('MUNICIPALITY') || index === EDGE_CASES.contactWithoutCpr) return false;
  return (
    profile.recipe === 'TEN_IN_EACH' ||
    profile.hasCase ||
    (profile.age >= 18 && streamOf(person.key, HOUSING, 1).chance(0.6))
  );
}

const PLACES = ['Botilbuddet Engen', 'Bocenter Åhusene', 'Botilbuddet Skovbrynet', 'Bofællesskabet Toften'];

/** Periods of living somewhere, oldest first. */
export const housingOf = lastAsked((person: Person): readonly HousingRecord[] => {
  if (!hasHousing(person)) return [];
  const random = streamOf(person.key, HOUSING);
  const { lastDay } = person.profile;
  const residential = serviceOutlineOf(person).find((each) => ['107', '108', '105'].includes(each.paragraph.paragraph));
  const rows: { kind: HousingKind; from: number; to: number | null }[] = [];
  const since = lastDay - random.between(950, 3000);
  if (person.profile.homelessLastYear) {
    const lost = lastDay - random.between(200, 360);
    rows.push({ kind: 'OWN_DWELLING', from: since, to: lost });
    rows.push({ kind: 'HOMELESS', from: lost, to: random.chance(0.7) ? lost + random.between(30, 180) : null });
  } else {
    rows.push({ kind: random.chance(0.9) ? 'OWN_DWELLING' : 'WITH_FAMILY', from: since, to: null });
  }
  const last = rows.at(-1);
  if (last?.kind === 'HOMELESS' && last.to !== null) rows.push({ kind: 'OWN_DWELLING', from: last.to, to: null });
  if (residential !== undefined)
    moveIn(rows, kindOf(residential.paragraph.paragraph), residential.from, residential.to);
  const diedOn = person.deceasedOn === null ? null : lastDay;
  const lived = rows.filter((row) => diedOn === null || row.from < diedOn);
  return lived.map((row, number) => recordOf(person, random, row, number, diedOn));
});

function kindOf(paragraph: string): HousingKind {
  return paragraph === '107'
    ? 'TEMPORARY_RESIDENCE'
    : paragraph === '108'
      ? 'LONG_TERM_RESIDENCE'
      : 'SUPPORTED_DWELLING';
}

/** Makes room for a stay in a residence: what lies after its start is dropped, and after it the citizen lives on their own. */
function moveIn(
  rows: { kind: HousingKind; from: number; to: number | null }[],
  kind: HousingKind,
  from: number,
  to: number | null,
): void {
  while (rows.length > 0 && (rows.at(-1) as { from: number }).from >= from) rows.pop();
  const before = rows.at(-1);
  if (before !== undefined && (before.to === null || before.to > from)) before.to = from;
  rows.push({ kind, from, to });
  if (to !== null) rows.push({ kind: 'OWN_DWELLING', from: to, to: null });
}

function recordOf(
  person: Person,
  random: Random,
  row: { kind: HousingKind; from: number; to: number | null },
  number: number,
  diedOn: number | null,
): HousingRecord {
  const officer = housingOfficerOf(person);
  const paragraph =
    { TEMPORARY_RESIDENCE: '107', LONG_TERM_RESIDENCE: '108', SUPPORTED_DWELLING: '105' }[row.kind as string] ?? null;
  const rented = row.kind !== 'HOMELESS' && row.kind !== 'WITH_FAMILY';
  const to = row.to === null || (diedOn !== null && row.to > diedOn) ? diedOn : row.to;
  return {
    id: recordId(person.key, HOUSING, number),
    citizenId: person.id,
    organisationId: officer.organisationId,
    unitId: officer.unitId as string,
    kind: row.kind,
    act: paragraph === null ? null : paragraph === '105' ? 'ALMENBOLIG' : 'SEL',
    paragraph,
    place: paragraph === null ? null : random.pick(PLACES),
    monthlyRent: rented ? random.between(28, 62) * 100 : null,
    areaSquareMetres: rented ? random.between(28, 85) : null,
    validFrom: isoDate(row.from),
    validTo: to === null ? null : isoDate(to),
  };
}
