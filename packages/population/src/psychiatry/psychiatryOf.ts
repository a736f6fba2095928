/** All that psychiatry knows about one citizen. */
import type { Person } from '../records/personRecords.js';
import type { PsychiatryRecords } from '../records/psychiatryRecords.js';
import { admissionsOf } from './admissions.js';
import { assessmentsOf } from './assessments.js';
import { diagnosesOf } from './diagnoses.js';
import { treatmentsOf } from './treatments.js';

/** Psychiatry's records of a person; empty lists for somebody psychiatry does not know. */
export function psychiatryOf(person: Person): PsychiatryRecords {
  if (!person.profile.sectors.includes('PSYCHIATRY'))
    return { assessments: [], diagnoses: [], admissions: [], treatments: [] };
  return {
    assessments: assessmentsOf(person),
    diagnoses: diagnosesOf(person),
    admissions: admissionsOf(person),
    treatments: treatmentsOf(person),
  };
}
