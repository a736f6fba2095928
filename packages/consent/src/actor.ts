/** What a person is in this system; exactly one per access token. */
export const ROLES = [
  'CITIZEN',
  'GUARDIAN',
  'PSYCHIATRIST',
  'WARD_NURSE',
  'SOCIAL_WORKER',
  'HOUSING_OFFICER',
  'JOB_CONSULTANT',
  'KEY_MANAGER',
  'MENTOR',
  'VOLUNTEER',
  'NGO_COORDINATOR',
  'LEADER',
  'ANALYST',
  'DATA_PROTECTION_OFFICER',
] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** What kind of body an actor works for; decides which categories that body controls. */
export const ORGANISATION_KINDS = ['REGION', 'MUNICIPALITY', 'NGO', 'NONE'] as const;

/** One of {@link ORGANISATION_KINDS}; NONE for citizens and their representatives. */
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/**
 * Where a role can be held. A token that says otherwise names nobody we know (rule 0), so that a role's cap
 * also holds for the kind of organisation: no NGO receives CPR numbers by giving somebody a municipal title.
 */
export const ORGANISATION_KINDS_OF_ROLE: Readonly<Record<Role, readonly OrganisationKind[]>> = {
  CITIZEN: ['NONE'],
  GUARDIAN: ['NONE'],
  PSYCHIATRIST: ['REGION'],
  WARD_NURSE: ['REGION'],
  SOCIAL_WORKER: ['MUNICIPALITY'],
  HOUSING_OFFICER: ['MUNICIPALITY'],
  JOB_CONSULTANT: ['MUNICIPALITY'],
  KEY_MANAGER: ['MUNICIPALITY', 'REGION'],
  MENTOR: ['NGO', 'MUNICIPALITY'],
  VOLUNTEER: ['NGO'],
  NGO_COORDINATOR: ['NGO'],
  LEADER: ['MUNICIPALITY', 'REGION'],
  ANALYST: ['REGION', 'MUNICIPALITY', 'NGO', 'NONE'],
  DATA_PROTECTION_OFFICER: ['REGION', 'MUNICIPALITY', 'NGO'],
};

/** Who asks, as vouched for by the token's issuer. */
export interface Actor {
  /** Opaque and stable; the token's subject. */
  readonly id: string;
  readonly role: Role;
  /** Null exactly when `organisationKind` is NONE. */
  readonly organisationId: string | null;
  readonly organisationKind: OrganisationKind;
  readonly unitId: string | null;
  /** Set for the role CITIZEN only: who they are in the graph. */
  readonly citizenId: string | null;
}
