import type { Role } from './actor.js';
import { categoriesOfSector, type DataCategory } from './category.js';

/** Who may write what: the table beside the caps. What a role may write lies within what it can be shown. */

const NGO = categoriesOfSector('NGO');
const COORDINATION = categoriesOfSector('COORDINATION');

/**
 * Role → categories it may write. Mentors and volunteers record their own meetings and visits, for nobody else was
 * there; matching and ending is their coordinator's, which the mutations themselves see to. A citizen says what
 * experience they wish to share with a mentor, for that is opt-in. Leaders read; their key manager writes.
 */
export const WRITE_RIGHTS: Readonly<Record<Role, readonly DataCategory[]>> = {
  CITIZEN: ['CONTACT', 'CONSENTS', 'MENTORSHIP'],
  GUARDIAN: ['CONSENTS'],
  PSYCHIATRIST: ['ADMISSION_NOTICE', 'ADMISSION', 'DIAGNOSIS', 'ASSESSMENT', 'TREATMENT'],
  WARD_NURSE: ['ADMISSION_NOTICE', 'ADMISSION', 'ASSESSMENT'],
  SOCIAL_WORKER: ['SOCIAL_SERVICE', 'HOUSING', 'FINANCIAL_SUPPORT', ...COORDINATION],
  HOUSING_OFFICER: ['HOUSING', 'HOUSING_BENEFIT'],
  JOB_CONSULTANT: ['EMPLOYMENT'],
  KEY_MANAGER: COORDINATION,
  MENTOR: ['MENTORSHIP'],
  VOLUNTEER: ['VOLUNTEER_VISIT'],
  NGO_COORDINATOR: NGO,
  LEADER: [],
  ANALYST: [],
  DATA_PROTECTION_OFFICER: [],
};

/**
 * Writes that make the relation they would otherwise need: to admit, to open a course, a case or a plan, to match, to
 * enrol. A municipality's need the citizen to live there (RESIDENT_MUNICIPALITY); a region's and an NGO's need nothing.
 */
export const RELATION_MAKING_WRITES: Readonly<Partial<Record<Role, readonly DataCategory[]>>> = {
  PSYCHIATRIST: ['ADMISSION_NOTICE', 'ADMISSION', 'TREATMENT'],
  WARD_NURSE: ['ADMISSION_NOTICE', 'ADMISSION'],
  SOCIAL_WORKER: ['SOCIAL_SERVICE', 'HOUSING', 'FINANCIAL_SUPPORT', 'PLAN'],
  HOUSING_OFFICER: ['HOUSING', 'HOUSING_BENEFIT'],
  JOB_CONSULTANT: ['EMPLOYMENT'],
  KEY_MANAGER: ['PLAN'],
  NGO_COORDINATOR: NGO,
};
