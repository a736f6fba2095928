/** The show-case shares with authorities, but neither diagnoses nor housing benefit; the job consultant is blocked from assessment and meetings. */
import type { DataCategory } from '@sammen/consent';
import type { Person } from '../records/personRecords.js';
import { blockOf, consentOf } from './choices.js';
import type { Choices } from './consents.js';

const SHARED: readonly DataCategory[] = [
  'IDENTITY',
  'CONTACT',
  'REPRESENTATIVES',
  'ADMISSION_NOTICE',
  'ADMISSION',
  'ASSESSMENT',
  'TREATMENT',
  'SOCIAL_SERVICE',
  'HOUSING',
  'FINANCIAL_SUPPORT',
  'EMPLOYMENT',
  'MENTORSHIP',
  'VOLUNTEER_VISIT',
  'PSYCHO_EDUCATION',
  'PLAN',
  'MEETING',
  'CARE_TEAM',
];

/** Three consents, one of them about to lapse, and a block: key manager and social worker see nearly all, the mentor the plan, the volunteer own visits, others nothing. */
export function showcaseChoices(person: Person): Choices {
  const { lastDay } = person.profile;
  const municipality = `municipality-${person.municipalityCode}`;
  const authorities = consentOf(person, 0, {
    recipients: [
      { organisationId: municipality },
      { unitId: person.profile.departmentId, role: 'PSYCHIATRIST' },
      { unitId: `${person.profile.departmentId}/ward-1` },
    ],
    categories: SHARED,
    purposes: ['TREATMENT', 'CARE_COORDINATION', 'SOCIAL_CASEWORK', 'EMPLOYMENT_CASEWORK'],
    legalBasis: 'HEALTH_DATA_OTHER_PURPOSE',
    given: lastDay - 45,
  });
  const mentor = consentOf(person, 1, {
    recipients: [{ organisationId: 'ngo-peer-vestkysten', role: 'MENTOR' }],
    categories: ['IDENTITY', 'CONTACT', 'PLAN', 'CARE_TEAM'],
    purposes: ['PEER_SUPPORT'],
    legalBasis: 'PEER_SUPPORT',
    given: lastDay - 44,
  });
  const block = blockOf(person, 0, {
    recipients: [{ unitId: `${municipality}/job-centre` }],
    categories: ['ASSESSMENT', 'MEETING'],
    purposes: ['EMPLOYMENT_CASEWORK', 'CARE_COORDINATION'],
    given: lastDay - 30,
  });
  const lapsing = consentOf(person, 2, {
    recipients: [{ organisationId: 'ngo-broen-esbjerg', role: 'NGO_COORDINATOR' }],
    categories: ['IDENTITY', 'CONTACT'],
    purposes: ['PEER_SUPPORT'],
    legalBasis: 'PEER_SUPPORT',
    given: lastDay - 346,
  });
  return { consents: [authorities, mentor, lapsing], blocks: [block] };
}
