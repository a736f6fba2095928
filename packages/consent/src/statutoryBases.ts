import type { Role } from './actor.js';
import type { DataCategory } from './category.js';
import type { Instant, Relation, RelationKind } from './facts.js';
import type { Purpose } from './purpose.js';

/** Rule 3: the laws that open data without a consent, each with its own closed lists. Modelled on, not legal advice. */
export interface StatutoryBasis {
  /** Goes into the basis of a decision: `LAW:<code>`. */
  readonly code: string;
  readonly law: string;
  readonly title: string;
  /** Roles that may receive, each only with one of the relations. */
  readonly roles: readonly Role[];
  readonly relations: readonly RelationKind[];
  /** Kinds of plan that a PLAN_PARTY relation must be about; empty where plans do not matter. */
  readonly planKinds: readonly NonNullable<Relation['planKind']>[];
  /** ACTOR: the relation must be the actor's own. ORGANISATION: any relation of the actor's organisation will do. */
  readonly reach: 'ACTOR' | 'ORGANISATION';
  readonly purposes: readonly Purpose[];
  readonly categories: readonly DataCategory[];
  /** The fields of `Citizen` by which those categories are reached: closed, held against the schema at composition. */
  readonly fields: readonly string[];
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
  readonly citizenMayDecline: boolean;
}

/** All statutory bases; the order does not matter, the least matching code is named. */
export const STATUTORY_BASES: readonly StatutoryBasis[] = [
  {
    code: 'HOSPITAL_NOTIFICATION',
    law: 'Health Act (sundhedsloven) § 41 (2) no. 1 and (3)',
    title: 'That the citizen is admitted, on leave or discharged, to their municipality',
    roles: ['SOCIAL_WORKER', 'KEY_MANAGER', 'HOUSING_OFFICER'],
    relations: ['RESIDENT_MUNICIPALITY', 'CASEWORKER', 'KEY_MANAGER'],
    planKinds: [],
    reach: 'ACTOR',
    purposes: ['SOCIAL_CASEWORK', 'CARE_COORDINATION', 'HOUSING_CASEWORK'],
    categories: ['ADMISSION_NOTICE'],
    fields: ['Citizen.admissions'], // Of an admission, the fields that are ADMISSION_NOTICE.
    validFrom: Date.UTC(2007, 0, 1),
    validTo: null,
    citizenMayDecline: true,
  },
  {
    code: 'PSYK_13C',
    law: 'Psychiatry Act (psykiatriloven) § 13 c',
    title: 'What is necessary for a discharge agreement or a coordination plan, between its parties',
    roles: ['PSYCHIATRIST', 'WARD_NURSE', 'SOCIAL_WORKER', 'KEY_MANAGER'],
    relations: ['PLAN_PARTY'],
    planKinds: ['DISCHARGE_AGREEMENT', 'COORDINATION_PLAN'],
    reach: 'ACTOR',
    purposes: ['PSYK_13C'],
    categories: [
      'IDENTITY',
      'CONTACT',
      'ADMISSION_NOTICE',
      'ADMISSION',
      'ASSESSMENT',
      'TREATMENT',
      'SOCIAL_SERVICE',
      'HOUSING',
      'PLAN',
      'MEETING',
      'CARE_TEAM',
    ],
    fields: [
      'Citizen.name',
      'Citizen.birthDate',
      'Citizen.deceasedOn',
      'Citizen.municipality',
      'Citizen.address',
      'Citizen.contact',
      'Citizen.admissions',
      'Citizen.assessments',
      'Citizen.treatments',
      'Citizen.treatmentContacts',
      'Citizen.socialServices',
      'Citizen.housing',
      'Citizen.coordinationCase',
      'Citizen.plans',
      'Citizen.meetings',
      'Citizen.safeSetting',
      'Citizen.keyManager',
      'Citizen.careTeam',
      'Citizen.recoveryMeasurements', // What supervising a plan goes by: whether what was agreed helps.
    ],
    validFrom: Date.UTC(2007, 0, 1),
    validTo: null,
    citizenMayDecline: false,
  },
  {
    code: 'GDPR_39',
    law: 'General Data Protection Regulation, article 39 (1) (b)',
    title: 'Who has looked, to the data protection officer of an organisation that has to do with the citizen',
    roles: ['DATA_PROTECTION_OFFICER'],
    relations: [
      'TREATING_UNIT',
      'CASEWORKER',
      'KEY_MANAGER',
      'MENTOR_MATCH',
      'VOLUNTEER_MATCH',
      'PLAN_PARTY',
      'RESIDENT_MUNICIPALITY',
      'COURSE_ENROLMENT',
      'EMERGENCY_OPENED',
    ],
    planKinds: [],
    reach: 'ORGANISATION',
    purposes: ['OVERSIGHT'],
    categories: ['ACCESS_LOG'],
    fields: ['Citizen.accessLog', 'Citizen.emergencyAccesses'],
    validFrom: Date.UTC(2018, 4, 25),
    validTo: null,
    citizenMayDecline: false,
  },
];
