/** A citizen's residences follow each other without gap; the last one is today's. */
import { recordId } from './core/identifiers.js';
import { streamOf, topic } from './core/random.js';
import type { Key } from './core/random.js';
import { dayOf, isoDate } from './core/time.js';
import { PLACES } from './data/places.js';
import { EDGE_CASES, ESBJERG_CASELOAD } from './edgeCases.js';
import type { Residence } from './records/personRecords.js';

const RESIDENCE = topic('residence');

/** What residences rest on. */
export interface ResidenceInput {
  readonly index: number;
  readonly key: Key;
  readonly municipalityCode: string;
  readonly birthDate: string;
  readonly today: number;
}

/** One residence, or two for the 6 % who moved between municipalities within five years. */
export function residencesOf(input: ResidenceInput): readonly Residence[] {
  const { index, key, today } = input;
  const random = streamOf(key, RESIDENCE);
  const since = Math.max(dayOf(input.birthDate), today - random.between(1900, 9000));
  const row = (number: number, municipalityCode: string, from: number, to: number | null): Residence => ({
    id: recordId(key, RESIDENCE, number),
    municipalityCode,
    validFrom: isoDate(from),
    validTo: to === null ? null : isoDate(to),
  });
  const moved = movedOn(index, today, random.chance(0.06) ? random.between(60, 1800) : null);
  if (moved === null) return [row(0, input.municipalityCode, since, null)];
  const before = index === EDGE_CASES.movedMidCourse ? '0561' : random.pick(PLACES).code;
  if (before === input.municipalityCode) return [row(0, input.municipalityCode, since, null)];
  return [row(0, before, since, moved), row(1, input.municipalityCode, moved, null)];
}

/** Those made for a purpose stay where they are; the others move when the draw says so. */
function movedOn(index: number, today: number, daysAgo: number | null): number | null {
  if (index === EDGE_CASES.movedMidCourse) return today - 60;
  if (index < 10 || (index >= 220 && index <= ESBJERG_CASELOAD.to)) return null;
  return daysAgo === null ? null : today - daysAgo;
}
