/** The personas of the development issuer: each is an actor of the population with citizens to look at. */
import type { Actor, OrganisationKind, Purpose, Role } from '@sammen/consent';
import { organisation } from '@sammen/reference-data';
import { citizenIdOf } from './core/identifiers.js';
import { EDGE_CASES } from './edgeCases.js';
import { DEFAULT_SEED } from './populationOptions.js';
import { guardianOf } from './guardian.js';
import { personOf } from './person.js';
import { staffOf } from './staff.js';

/** Names of the personas, in the order in which they are shown. */
export const PERSONA_NAMES = [
  'citizen',
  'guardian',
  'psychiatrist',
  'ward-nurse',
  'social-worker',
  'housing-officer',
  'job-consultant',
  'key-manager',
  'mentor',
  'volunteer',
  'ngo-coordinator',
  'leader',
  'analyst',
  'data-protection-officer',
  'outsider',
] as const;

/** One of {@link PERSONA_NAMES}. */
export type PersonaName = (typeof PERSONA_NAMES)[number];

/** Somebody to sign in as while developing. */
export interface Persona {
  readonly name: PersonaName;
  readonly actor: Actor;
  /** Default purpose; null for the analyst, who works without citizens. */
  readonly purpose: Purpose | null;
  readonly displayName: string;
  /** One sentence: who this is and what can be seen. */
  readonly description: string;
  /** A citizen to try; null for the analyst. For the outsider it is one who will be withheld. */
  readonly exampleCitizenId: string | null;
}

/** The unit and number of staff behind each professional persona; the generators give these people their caseloads. */
export const PERSONA_STAFF = {
  psychiatrist: ['region-syddanmark/psychiatry-esbjerg', 0],
  'ward-nurse': ['region-syddanmark/psychiatry-esbjerg/ward-1', 0],
  'social-worker': ['municipality-0561/social', 0],
  'housing-officer': ['municipality-0561/housing', 0],
  'job-consultant': ['municipality-0561/job-centre', 0],
  'key-manager': ['municipality-0561/authority', 0],
  mentor: ['ngo-peer-vestkysten/mentors', 0],
  volunteer: ['ngo-peer-vestkysten/volunteers', 0],
  'ngo-coordinator': ['ngo-peer-vestkysten', 0],
  leader: ['municipality-0561', 0],
  analyst: ['region-syddanmark', 0],
  'data-protection-officer': ['region-syddanmark', 1],
  outsider: ['municipality-0101/social', 0],
} as const satisfies Partial<Record<PersonaName, readonly [unitOrOrganisationId: string, number: number]>>;

type StaffPersona = keyof typeof PERSONA_STAFF;

const STAFF_TEXTS: Readonly<Record<StaffPersona, readonly [Role, Purpose | null, string]>> = {
  psychiatrist: ['PSYCHIATRIST', 'TREATMENT', 'Psychiatrist in Esbjerg; treats the citizens of five municipalities.'],
  'ward-nurse': ['WARD_NURSE', 'TREATMENT', 'Nurse in ward 1 in Esbjerg; sees those who are admitted there.'],
  'social-worker': [
    'SOCIAL_WORKER',
    'SOCIAL_CASEWORK',
    'Social worker in Esbjerg with a caseload of municipal support.',
  ],
  'housing-officer': ['HOUSING_OFFICER', 'HOUSING_CASEWORK', 'Handles housing and housing benefit in Esbjerg.'],
  'job-consultant': ['JOB_CONSULTANT', 'EMPLOYMENT_CASEWORK', 'Job consultant in Esbjerg.'],
  'key-manager': [
    'KEY_MANAGER',
    'CARE_COORDINATION',
    'Key manager of the most complex cases in Esbjerg; sees all sectors as far as the citizen allows.',
  ],
  mentor: ['MENTOR', 'PEER_SUPPORT', 'Mentor with lived experience; sees own mentorships.'],
  volunteer: ['VOLUNTEER', 'PEER_SUPPORT', 'Volunteer; sees own visits and very little else.'],
  'ngo-coordinator': ['NGO_COORDINATOR', 'PEER_SUPPORT', 'Matches mentors and volunteers with citizens.'],
  leader: ['LEADER', 'CARE_COORDINATION', 'Leader in Esbjerg with a mandate to decide at meetings.'],
  analyst: ['ANALYST', null, 'Works with figures; never sees a citizen.'],
  'data-protection-officer': [
    'DATA_PROTECTION_OFFICER',
    'OVERSIGHT',
    'Checks that the rules are kept in Region Syddanmark: reviews emergency accesses, and who has looked.',
  ],
  outsider: ['SOCIAL_WORKER', 'SOCIAL_CASEWORK', 'Social worker in København with no relation to anyone here.'],
};

/** A citizen each persona can try, by index; the show-case citizen unless said otherwise. */
const EXAMPLES: Partial<Record<PersonaName, number>> = { guardian: EDGE_CASES.underGuardianship };

const NO_ORGANISATION = { organisationId: null, organisationKind: 'NONE', unitId: null } as const;

/** The personas of a population. Staff are the same for every seed; the citizens are not. */
export function personasOf(seed: number): Readonly<Record<PersonaName, Persona>> {
  const entries = PERSONA_NAMES.map((name) => [name, personaOf(seed, name)] as const);
  return Object.fromEntries(entries) as Record<PersonaName, Persona>;
}

/** The personas of the default population. */
export const PERSONAS: Readonly<Record<PersonaName, Persona>> = personasOf(DEFAULT_SEED);

function personaOf(seed: number, name: PersonaName): Persona {
  const exampleCitizenId = name === 'analyst' ? null : citizenIdOf(seed, EXAMPLES[name] ?? EDGE_CASES.showcase);
  if (name === 'citizen') return citizenPersona(seed, exampleCitizenId);
  if (name === 'guardian') return guardianPersona(seed, exampleCitizenId);
  const [role, purpose, description] = STAFF_TEXTS[name];
  const [unitOrOrganisationId, number] = PERSONA_STAFF[name];
  const member = staffOf(unitOrOrganisationId, number);
  const actor = {
    id: member.actorId,
    role,
    organisationId: member.organisationId,
    organisationKind: organisation(member.organisationId)?.kind as OrganisationKind,
    unitId: member.unitId,
    citizenId: null,
  };
  return { name, actor, purpose, displayName: member.name, description, exampleCitizenId };
}

function citizenPersona(seed: number, citizenId: string | null): Persona {
  const person = personOf(seed, EDGE_CASES.showcase);
  return {
    name: 'citizen',
    actor: { ...NO_ORGANISATION, id: person.actorId, role: 'CITIZEN', citizenId },
    purpose: 'SELF_ACCESS',
    displayName: `${person.givenName} ${person.familyName}`,
    description: 'The citizen: sees everything about themselves, who may see what, and who looked.',
    exampleCitizenId: citizenId,
  };
}

function guardianPersona(seed: number, citizenId: string | null): Persona {
  const guardian = guardianOf(seed);
  return {
    name: 'guardian',
    actor: { ...NO_ORGANISATION, id: guardian.actorId, role: 'GUARDIAN', citizenId: null },
    purpose: 'REPRESENTATION',
    displayName: guardian.name,
    description: 'Guardian of another citizen for money and housing; the mandate ends there.',
    exampleCitizenId: citizenId,
  };
}
