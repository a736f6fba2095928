import type {
  Actor,
  Block,
  CitizenFacts,
  Consent,
  EmergencyAccess,
  Relation,
  Representative,
  Role,
} from '@sammen/consent';

/** Small, valid facts to vary from; `NOON` is the moment that everything here is about. */
export const NOON = Date.UTC(2026, 2, 2, 11);
export const HOUR = 3_600_000;
export const CITIZEN = 'citizen-1';
export const ESBJERG = 'municipality-0561';
export const REGION = 'region-syddanmark';
export const NGO = 'ngo-bedre-psykiatri';

const HOME: Record<Role, Pick<Actor, 'organisationId' | 'organisationKind' | 'unitId'>> = {
  CITIZEN: { organisationId: null, organisationKind: 'NONE', unitId: null },
  GUARDIAN: { organisationId: null, organisationKind: 'NONE', unitId: null },
  PSYCHIATRIST: { organisationId: REGION, organisationKind: 'REGION', unitId: `${REGION}/psychiatry-esbjerg/ward-1` },
  WARD_NURSE: { organisationId: REGION, organisationKind: 'REGION', unitId: `${REGION}/psychiatry-esbjerg/ward-1` },
  SOCIAL_WORKER: { organisationId: ESBJERG, organisationKind: 'MUNICIPALITY', unitId: `${ESBJERG}/social` },
  HOUSING_OFFICER: { organisationId: ESBJERG, organisationKind: 'MUNICIPALITY', unitId: `${ESBJERG}/housing` },
  JOB_CONSULTANT: { organisationId: ESBJERG, organisationKind: 'MUNICIPALITY', unitId: `${ESBJERG}/job-centre` },
  KEY_MANAGER: { organisationId: ESBJERG, organisationKind: 'MUNICIPALITY', unitId: `${ESBJERG}/authority` },
  MENTOR: { organisationId: NGO, organisationKind: 'NGO', unitId: null },
  VOLUNTEER: { organisationId: NGO, organisationKind: 'NGO', unitId: null },
  NGO_COORDINATOR: { organisationId: NGO, organisationKind: 'NGO', unitId: null },
  LEADER: { organisationId: ESBJERG, organisationKind: 'MUNICIPALITY', unitId: null },
  ANALYST: { organisationId: REGION, organisationKind: 'REGION', unitId: null },
  DATA_PROTECTION_OFFICER: { organisationId: ESBJERG, organisationKind: 'MUNICIPALITY', unitId: null },
};

export function actorOf(role: Role, changes: Partial<Actor> = {}): Actor {
  const id = `actor-${role.toLowerCase()}`;
  return { id, role, citizenId: role === 'CITIZEN' ? CITIZEN : null, ...HOME[role], ...changes };
}

export function factsOf(changes: Partial<CitizenFacts> = {}): CitizenFacts {
  return {
    citizenId: CITIZEN,
    consents: [],
    blocks: [],
    relations: [],
    representatives: [],
    emergencyAccesses: [],
    policyVersion: '1',
    ...changes,
  };
}

const CHOICE = {
  version: 1,
  sources: [],
  validFrom: NOON - 24 * HOUR,
  recordedAt: NOON - 24 * HOUR,
  withdrawnAt: null,
};

type Needed<T> = Partial<T> & Pick<T & Consent, 'recipients' | 'categories' | 'purposes'>;

export function consentOf(changes: Needed<Consent>): Consent {
  return { id: 'consent-1', ...CHOICE, validTo: NOON + 24 * HOUR, lifts: [], ...changes };
}

export function blockOf(changes: Needed<Block>): Block {
  return { id: 'block-1', ...CHOICE, validTo: null, declines: null, ...changes };
}

export function relationOf(changes: Partial<Relation> & Pick<Relation, 'kind' | 'organisationId'>): Relation {
  return {
    id: 'relation-1',
    unitId: null,
    actorId: null,
    planKind: null,
    validFrom: NOON - 24 * HOUR,
    validTo: null,
    ...changes,
  };
}

export function mandate(changes: Partial<Representative> = {}): Representative {
  return {
    id: 'mandate-1',
    actorId: 'actor-guardian',
    categories: ['FINANCIAL_SUPPORT'],
    validFrom: NOON - HOUR,
    validTo: NOON + HOUR,
    ...changes,
  };
}

export function emergencyOf(changes: Partial<EmergencyAccess> = {}): EmergencyAccess {
  return {
    id: 'emergency-1',
    actorId: 'actor-psychiatrist',
    kind: 'VITAL_INTEREST',
    reason: 'Unconscious on arrival',
    categories: ['SOCIAL_SERVICE', 'HOUSING'],
    openedAt: NOON - HOUR / 2,
    expiresAt: NOON + HOUR / 2,
    ...changes,
  };
}
