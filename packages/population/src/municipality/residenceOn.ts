/** A municipal record belongs to the municipality that the citizen lived in when it began, and ends when they move away. */
import { dayOf } from '../core/time.js';
import type { Person } from '../records/personRecords.js';

/** The municipality on a day, and the day on which the citizen moved on from there, or null. */
export function residenceOn(person: Person, day: number): { readonly code: string; readonly until: number | null } {
  let code = person.residences[0]?.municipalityCode ?? person.municipalityCode;
  for (const residence of person.residences) {
    if (dayOf(residence.validFrom) > day) return { code, until: dayOf(residence.validFrom) };
    code = residence.municipalityCode;
  }
  return { code, until: null };
}
