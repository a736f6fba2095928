import type { Role } from './actor.js';
import { DATA_CATEGORIES, categoriesOfSector, type DataCategory } from './category.js';
import type { Purpose } from './purpose.js';

/**
 * Rule 1: what a role can ever be shown, and for which purpose. Nothing widens it: no consent, no law, no emergency.
 * INVARIANT I-5
 */

const IDENTITY: readonly DataCategory[] = ['IDENTITY', 'CPR_NUMBER', 'CONTACT', 'REPRESENTATIVES'];
const PSYCHIATRY = categoriesOfSector('PSYCHIATRY');
const MUNICIPALITY = categoriesOfSector('MUNICIPALITY');
const NGO = categoriesOfSector('NGO');
const COORDINATION = categoriesOfSector('COORDINATION');

const without = (categories: readonly DataCategory[], ...left: DataCategory[]): readonly DataCategory[] =>
  categories.filter((category) => !left.includes(category));

/** What a discharge agreement or a coordination plan (Psychiatry Act § 13 a, § 13 b) needs, and no more: no diagnosis, no money. */
const PSYK_13C: readonly DataCategory[] = [
  'IDENTITY',
  'CONTACT',
  'ADMISSION_NOTICE',
  'ADMISSION',
  'ASSESSMENT',
  'TREATMENT',
  'SOCIAL_SERVICE',
  'HOUSING',
  ...COORDINATION,
];

const PSYCHIATRIST: readonly DataCategory[] = [
  ...IDENTITY,
  ...PSYCHIATRY,
  'SOCIAL_SERVICE',
  'HOUSING',
  'EMPLOYMENT',
  'MENTORSHIP',
  'PSYCHO_EDUCATION',
  ...COORDINATION,
];
const WARD_NURSE = without(PSYCHIATRIST, 'EMPLOYMENT');
const SOCIAL_WORKER: readonly DataCategory[] = [...IDENTITY, ...PSYCHIATRY, ...MUNICIPALITY, ...NGO, ...COORDINATION];
const JOB_CONSULTANT: readonly DataCategory[] = [
  ...without(IDENTITY, 'REPRESENTATIVES'),
  'ASSESSMENT',
  'EMPLOYMENT',
  'SOCIAL_SERVICE',
  'PSYCHO_EDUCATION',
  ...COORDINATION,
];

/** Role × purpose → categories; a role's default purpose comes first. A purpose that is not listed shows nothing. */
export const ROLE_CAPS: Readonly<Record<Role, Readonly<Partial<Record<Purpose, readonly DataCategory[]>>>>> = {
  CITIZEN: { SELF_ACCESS: DATA_CATEGORIES },
  GUARDIAN: { REPRESENTATION: DATA_CATEGORIES },
  PSYCHIATRIST: { TREATMENT: PSYCHIATRIST, CARE_COORDINATION: PSYCHIATRIST, PSYK_13C },
  WARD_NURSE: { TREATMENT: WARD_NURSE, CARE_COORDINATION: WARD_NURSE, PSYK_13C },
  SOCIAL_WORKER: {
    SOCIAL_CASEWORK: without(SOCIAL_WORKER, 'DIAGNOSIS'),
    CARE_COORDINATION: SOCIAL_WORKER,
    PSYK_13C,
  },
  HOUSING_OFFICER: {
    HOUSING_CASEWORK: [
      ...without(IDENTITY, 'REPRESENTATIVES'),
      'ADMISSION_NOTICE', // A long admission can end the right to housing benefit.
      'HOUSING',
      'HOUSING_BENEFIT',
      'FINANCIAL_SUPPORT',
      'CARE_TEAM',
    ],
  },
  JOB_CONSULTANT: { EMPLOYMENT_CASEWORK: JOB_CONSULTANT, CARE_COORDINATION: JOB_CONSULTANT },
  KEY_MANAGER: { CARE_COORDINATION: without(DATA_CATEGORIES, 'CPR_NUMBER', 'CONSENTS', 'ACCESS_LOG'), PSYK_13C },
  MENTOR: { PEER_SUPPORT: ['IDENTITY', 'CONTACT', 'MENTORSHIP', 'PSYCHO_EDUCATION', ...COORDINATION] },
  VOLUNTEER: { PEER_SUPPORT: ['IDENTITY', 'VOLUNTEER_VISIT', 'MEETING', 'CARE_TEAM'] },
  NGO_COORDINATOR: { PEER_SUPPORT: ['IDENTITY', 'CONTACT', ...NGO] },
  LEADER: { CARE_COORDINATION: ['IDENTITY', ...COORDINATION] },
  ANALYST: {},
  DATA_PROTECTION_OFFICER: { OVERSIGHT: ['ACCESS_LOG'] },
};

/** Whether the role can be shown the category for the purpose at all. */
export function isWithinCap(role: Role, purpose: Purpose, category: DataCategory): boolean {
  return ROLE_CAPS[role][purpose]?.includes(category) ?? false;
}

/** The purposes a role can act for, its default first; none for a role that sees no citizen. */
export function purposesOf(role: Role): readonly Purpose[] {
  return Object.keys(ROLE_CAPS[role]) as Purpose[];
}
