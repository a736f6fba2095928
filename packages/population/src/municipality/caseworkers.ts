/** Who handles a citizen's case in a unit: few people share the programme's citizens, so that every persona has a caseload. */
import type { Random } from '../core/random.js';
import type { Person } from '../records/personRecords.js';
import { municipalStaffCount, staffOf } from '../staff.js';
import type { StaffMember } from '../staff.js';

/** Slugs of municipal units with casework. */
export type CaseworkUnit = 'social' | 'misuse' | 'housing' | 'job-centre' | 'authority';

/** The caseworker in a unit of a municipality. Draws once. */
export function caseworkerIn(
  municipalityCode: string,
  unit: CaseworkUnit,
  person: Person,
  random: Random,
): StaffMember {
  const point = random.unit();
  const unitId = `municipality-${municipalityCode}/${unit}`;
  if (person.index < 4) return staffOf(unitId, 0);
  if (person.profile.recipe === 'TEN_IN_EACH') return staffOf(unitId, point < 0.65 ? 0 : point < 0.85 ? 1 : 2);
  return staffOf(unitId, Math.floor(point * municipalStaffCount(municipalityCode)));
}
