/** What citizens allow and forbid, what they take back, who breaks the glass, and how to reach them. */
import { DATA_CATEGORIES, type Purpose, PURPOSES, SECTORS } from '@sammen/consent';
import { type ChangeKind, citizenOf, type Ground, inDays, note, oneOf, rowOf, self } from './changeKind.js';
import type { Stored } from './truth.js';

/** By the citizen, now and then by a guardian. */
function chosen(ground: Ground, input: object) {
  const byGuardian = ground.random.chance(0.08);
  const actor = byGuardian ? oneOf(ground, ['GUARDIAN']) : self(ground);
  const purpose: Purpose = byGuardian ? 'REPRESENTATION' : 'SELF_ACCESS';
  return { actor, purpose, input: { citizenId: ground.citizenId, ...input } };
}

function axes(ground: Ground) {
  const { random, actors } = ground;
  const recipients = random
    .some(
      actors.filter(({ role }) => role !== 'CITIZEN'),
      3,
    )
    .map((actor) =>
      random.pick([
        { actorId: actor.id },
        { role: actor.role },
        { role: actor.role, ...(actor.organisationId === null ? {} : { organisationId: actor.organisationId }) },
        actor.organisationId === null ? { actorId: actor.id } : { organisationId: actor.organisationId },
        actor.unitId === null ? { role: actor.role } : { unitId: actor.unitId },
      ]),
    );
  return {
    recipients,
    categories: random.some(DATA_CATEGORIES, random.pick([2, 6, 22])),
    purposes: random.some(PURPOSES, random.pick([2, 10])),
    sources: random.chance(0.8) ? [] : random.some(SECTORS, 3),
    consequencesExplained: true,
    evidence: note(ground, 'CONSENTS'),
  };
}

function currentChoice(ground: Ground, effect?: string): Stored | undefined {
  const open = (citizenOf(ground)['consents'] as any[])
    .map((reference) => rowOf(ground, reference))
    .filter((row) => row['withdrawnAt'] === null && (effect === undefined || row['effect'] === effect));
  return open.length === 0 ? undefined : ground.random.pick(open);
}

/** Changes of what is permitted. */
export const CHOICE_CHANGES: readonly ChangeKind[] = [
  {
    mutation: 'giveConsent',
    returns: 'Consent',
    groups: ['citizen'],
    weight: 6,
    draw: (ground) => {
      const block = ground.random.chance(0.3) ? currentChoice(ground, 'BLOCK') : undefined;
      const legalBasis = ground.random.pick([
        'HEALTH_DATA_FOR_TREATMENT',
        'HEALTH_DATA_OTHER_PURPOSE',
        'SOCIAL_DATA',
        'PEER_SUPPORT',
      ]);
      const lifts = block === undefined ? [] : [block['id']];
      return chosen(ground, { ...axes(ground), validTo: inDays(ground.random.pick([1, 90, 300])), legalBasis, lifts });
    },
  },
  {
    mutation: 'giveBlock',
    returns: 'Consent',
    groups: ['citizen'],
    weight: 3,
    draw: (ground) => {
      const declines = ground.random.chance(0.3) ? 'HOSPITAL_NOTIFICATION' : null;
      return chosen(ground, { ...axes(ground), ...(declines === null ? {} : { declines }) });
    },
  },
  {
    mutation: 'withdrawConsent',
    returns: 'Consent',
    groups: ['citizen'],
    weight: 5,
    draw: (ground) => {
      const choice = currentChoice(ground);
      return choice && chosen(ground, { consentId: choice['id'] });
    },
  },
  {
    mutation: 'changeConsent',
    returns: 'Consent',
    groups: ['citizen'],
    weight: 2,
    draw: (ground) => {
      const choice = currentChoice(ground);
      const { recipients, categories, purposes } = axes(ground);
      const change = ground.random.pick([{ recipients }, { categories }, { purposes }]);
      return choice && chosen(ground, { consentId: choice['id'], version: choice['version'], ...change });
    },
  },
  {
    mutation: 'openEmergencyAccess',
    returns: 'Citizen',
    groups: ['citizen'],
    weight: 2,
    draw: (ground) => ({
      actor: oneOf(ground, ['PSYCHIATRIST', 'WARD_NURSE']),
      purpose: 'TREATMENT',
      input: {
        citizenId: ground.citizenId,
        kind: ground.random.pick(['CITIZEN_AGREED_ORALLY', 'VITAL_INTEREST']),
        reason: note(ground, 'ACCESS_LOG'),
        categories: ground.random.some(DATA_CATEGORIES, 8),
      },
    }),
  },
  {
    mutation: 'updateContact',
    returns: 'Citizen',
    groups: ['citizen'],
    weight: 1,
    draw: (ground) => chosen(ground, { email: `${note(ground, 'CONTACT')}@example.org` }),
  },
];
