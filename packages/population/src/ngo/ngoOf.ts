/** All that NGOs know about one citizen. */
import type { NgoRecords } from '../records/ngoRecords.js';
import type { Person } from '../records/personRecords.js';
import { enrolmentsOf } from './enrolments.js';
import { mentorshipsOf, volunteerMatchesOf } from './matches.js';

/** The NGOs' records of a person; empty lists for most of the larger population. */
export function ngoOf(person: Person): NgoRecords {
  return {
    mentorships: mentorshipsOf(person),
    volunteerMatches: volunteerMatchesOf(person),
    enrolments: enrolmentsOf(person),
  };
}
