import type { Role } from './actor.js';
import { categoriesOfSector, type DataCategory } from './category.js';
import type { RelationKind } from './facts.js';

/** Who may write what: the table beside the caps. What a role may write lies within what it can be shown. */

const NGO = categoriesOfSector('NGO');
const COORDINATION = categoriesOfSector('COORDINATION');

/**
 * Role → categories it may write. Mentors and volunteers record their own meetings and visits, for nobody else was
 * there; matching and ending is their coordinator's, which the mutations themselves see to. A citizen says what
 * experience they wish to share with a mentor, for that is opt-in. PLAN and MEETING belong to everybody who takes part:
 * the map is drawn by all sectors and the citizen, and each answers and signs for themselves. What is whose in a plan
 * or a meeting, the mutations see to; the case itself (CARE_TEAM) is its key manager's.
 */
export const WRITE_RIGHTS: Readonly<Record<Role, readonly DataCategory[]>> = {
  CITIZEN: ['CONTACT', 'CONSENTS', 'MENTORSHIP', 'PLAN', 'MEETING'],
  GUARDIAN: ['CONSENTS'],
  PSYCHIATRIST: ['ADMISSION_NOTICE', 'ADMISSION', 'DIAGNOSIS', 'ASSESSMENT', 'TREATMENT', 'PLAN', 'MEETING'],
  WARD_NURSE: ['ADMISSION_NOTICE', 'ADMISSION', 'ASSESSMENT', 'PLAN', 'MEETING'],
  SOCIAL_WORKER: ['SOCIAL_SERVICE', 'HOUSING', 'FINANCIAL_SUPPORT', ...COORDINATION],
  HOUSING_OFFICER: ['HOUSING', 'HOUSING_BENEFIT'],
  JOB_CONSULTANT: ['EMPLOYMENT', 'PLAN', 'MEETING'],
  KEY_MANAGER: COORDINATION,
  MENTOR: ['MENTORSHIP', 'PLAN', 'MEETING'],
  VOLUNTEER: ['VOLUNTEER_VISIT', 'MEETING'],
  NGO_COORDINATOR: NGO,
  LEADER: ['PLAN', 'MEETING'],
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
  SOCIAL_WORKER: ['SOCIAL_SERVICE', 'HOUSING', 'FINANCIAL_SUPPORT', 'PLAN', 'CARE_TEAM'],
  HOUSING_OFFICER: ['HOUSING', 'HOUSING_BENEFIT'],
  JOB_CONSULTANT: ['EMPLOYMENT'],
  KEY_MANAGER: ['PLAN', 'CARE_TEAM'],
  NGO_COORDINATOR: NGO,
};

/** Kind of relation → categories that it lets a role write. */
export type Entrusted = Readonly<Partial<Record<RelationKind, readonly DataCategory[]>>>;

/** Somebody named in an invitation or as a party answers, contributes and signs for themselves. */
const TAKES_PART: Entrusted = { PLAN_PARTY: ['PLAN', 'MEETING'] };

/**
 * Writes into data that another organisation controls, and the relation that charges the role with them. It must name
 * the actor; a TREATING_UNIT one need not: the consultant of the unit sees to it that a discharge agreement or a
 * coordination plan is made (Psychiatry Act § 13 a, § 13 b). None of it opens anything to be read.
 */
export const ENTRUSTED_WRITES: Readonly<Partial<Record<Role, Entrusted>>> = {
  PSYCHIATRIST: { TREATING_UNIT: ['PLAN', 'MEETING'], ...TAKES_PART },
  WARD_NURSE: TAKES_PART,
  KEY_MANAGER: { KEY_MANAGER: COORDINATION }, // One that the region employs.
  MENTOR: TAKES_PART,
  VOLUNTEER: { PLAN_PARTY: ['MEETING'] },
  LEADER: TAKES_PART,
};
