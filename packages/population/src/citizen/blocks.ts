/** A block names somebody and something: a job centre and psychiatry, a region and the mentor, a caseworker and nearly all. */
import { organisationIdOf, staffOf } from '../staff.js';
import type { Random } from '../core/random.js';
import { EDGE_CASES } from '../edgeCases.js';
import type { BlockRecord } from '../records/citizenRecords.js';
import type { Person } from '../records/personRecords.js';
import { blockOf } from './choices.js';
import type { BlockTerms } from './choices.js';

/** One block of a citizen, made on a day. */
export function blocksOf(person: Person, random: Random, given: number): readonly BlockRecord[] {
  const municipality = `municipality-${person.municipalityCode}`;
  const region = organisationIdOf(person.profile.departmentId);
  if (person.index === EDGE_CASES.blocksPersonaSocialWorker) {
    const { actorId } = staffOf(`${municipality}/social`, 0);
    return [
      blockOf(person, 0, {
        recipients: [{ actorId }],
        categories: ['SOCIAL_SERVICE', 'ASSESSMENT', 'TREATMENT', 'ADMISSION', 'DIAGNOSIS', 'PLAN', 'MEETING'],
        purposes: ['SOCIAL_CASEWORK', 'CARE_COORDINATION'],
        given,
      }),
    ];
  }
  const choices: readonly BlockTerms[] = [
    {
      recipients: [{ unitId: `${municipality}/job-centre` }],
      categories: ['ASSESSMENT', 'PLAN', 'MEETING'],
      purposes: ['EMPLOYMENT_CASEWORK', 'CARE_COORDINATION'],
      given,
    },
    {
      recipients: [{ organisationId: region }], // every unit of the region
      categories: ['MENTORSHIP', 'EMPLOYMENT'],
      purposes: ['TREATMENT', 'CARE_COORDINATION'],
      given,
    },
    {
      recipients: [{ organisationId: municipality, role: 'HOUSING_OFFICER' }],
      categories: ['ADMISSION_NOTICE'],
      purposes: ['HOUSING_CASEWORK'],
      given,
      declines: 'HOSPITAL_NOTIFICATION',
    },
    {
      recipients: [{ organisationId: municipality, role: 'SOCIAL_WORKER' }],
      categories: ['DIAGNOSIS', 'TREATMENT'],
      purposes: ['SOCIAL_CASEWORK', 'CARE_COORDINATION'],
      given,
    },
  ];
  return [blockOf(person, 0, random.pick(choices))];
}
