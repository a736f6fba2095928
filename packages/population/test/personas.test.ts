import { DATA_CATEGORIES, decide, ORGANISATION_KINDS_OF_ROLE, purposesOf, ROLES } from '@sammen/consent';
import type { DataCategory } from '@sammen/consent';
import {
  citizenFactsOf,
  citizenIdOf,
  EDGE_CASES,
  PERSONA_NAMES,
  PERSONAS,
  personasOf,
  personOf,
} from '@sammen/population';
import type { PersonaName } from '@sammen/population';

const at = Date.parse('2026-11-01T09:00:00Z');
const facts = Array.from({ length: 260 }, (_, index) => citizenFactsOf(personOf(1, index)));

const answers = new Map<string, readonly DataCategory[]>();

/** What a persona may see of a citizen. */
function seen(name: PersonaName, index: number): readonly DataCategory[] {
  const { actor, purpose } = PERSONAS[name];
  const of = facts[index]!;
  const question = `${name} ${index}`;
  const known = answers.get(question);
  if (known !== undefined || purpose === null) return known ?? [];
  const answer = DATA_CATEGORIES.filter(
    (category) => decide({ actor, purpose, citizenId: of.citizenId, category, at }, of).effect === 'PERMIT',
  );
  answers.set(question, answer);
  return answer;
}

function caseload(name: PersonaName, size = 220): readonly number[] {
  return Array.from({ length: size }, (_, index) => index).filter((index) => seen(name, index).length > 0);
}

describe('personas', () => {
  it('there is one of every role, each in a kind of organisation that has it, with the default purpose of the role', () => {
    const roles = new Set(PERSONA_NAMES.map((name) => PERSONAS[name].actor.role));
    expect([...ROLES].filter((role) => !roles.has(role))).toEqual([]);
    for (const name of PERSONA_NAMES) {
      const { actor, purpose } = PERSONAS[name];
      expect(ORGANISATION_KINDS_OF_ROLE[actor.role]).toContain(actor.organisationKind);
      expect(actor.organisationId === null).toBe(actor.organisationKind === 'NONE');
      expect(purpose).toBe(purposesOf(actor.role)[0] ?? null);
    }
  });

  it('staff are the same for every seed, the citizen is not', () => {
    expect(personasOf(5)['key-manager'].actor).toEqual(PERSONAS['key-manager'].actor);
    expect(personasOf(5).citizen.actor.citizenId).toBe(citizenIdOf(5, 0));
  });

  it.each([
    ['psychiatrist', 25],
    ['ward-nurse', 6],
    ['social-worker', 8],
    ['housing-officer', 8],
    ['job-consultant', 8],
    ['key-manager', 10],
    ['mentor', 4],
    ['volunteer', 3],
    ['ngo-coordinator', 10],
    ['leader', 8],
    ['data-protection-officer', 10],
  ] as const)('%s has at least %i citizens among the 220', (name, least) => {
    expect(caseload(name).length).toBeGreaterThanOrEqual(least);
  });

  it.each(['social-worker', 'psychiatrist', 'key-manager', 'ward-nurse'] as const)(
    '%s does not see the same of all of them',
    (name) => {
      expect(new Set(caseload(name).map((index) => seen(name, index).join())).size).toBeGreaterThanOrEqual(3);
    },
  );

  it('the key manager has 30 citizens as soon as there are 260', () => {
    expect(caseload('key-manager', 260).length).toBeGreaterThanOrEqual(30);
  });

  it('the analyst and the outsider see nobody', () => {
    expect(caseload('analyst', 260)).toEqual([]);
    expect(caseload('outsider', 260)).toEqual([]);
  });

  it('the citizen sees themselves in full and nobody else', () => {
    expect(seen('citizen', EDGE_CASES.showcase)).toEqual(DATA_CATEGORIES);
    expect(caseload('citizen')).toEqual([EDGE_CASES.showcase]);
  });

  it('the guardian sees money and housing of one citizen', () => {
    expect(caseload('guardian')).toEqual([EDGE_CASES.underGuardianship]);
    expect(seen('guardian', EDGE_CASES.underGuardianship)).toEqual([
      'IDENTITY',
      'CONTACT',
      'REPRESENTATIVES',
      'HOUSING',
      'HOUSING_BENEFIT',
      'FINANCIAL_SUPPORT',
    ]);
  });

  it('of the show-case the key manager sees all sectors but neither diagnoses nor housing benefit, the volunteer little, the outsider nothing', () => {
    const keyManager = seen('key-manager', EDGE_CASES.showcase);
    for (const category of [
      'ADMISSION',
      'ASSESSMENT',
      'SOCIAL_SERVICE',
      'EMPLOYMENT',
      'MENTORSHIP',
      'PLAN',
      'MEETING',
    ] as const)
      expect(keyManager).toContain(category);
    for (const category of ['DIAGNOSIS', 'HOUSING_BENEFIT'] as const) expect(keyManager).not.toContain(category);
    expect(seen('volunteer', EDGE_CASES.showcase)).toEqual(['IDENTITY', 'VOLUNTEER_VISIT']);
    expect(seen('outsider', EDGE_CASES.showcase)).toEqual([]);
  });

  it('a block keeps the job consultant from the meetings of the show-case, and the social worker from citizen 4', () => {
    expect(seen('job-consultant', EDGE_CASES.showcase)).not.toContain('MEETING');
    expect(seen('job-consultant', EDGE_CASES.underGuardianship)).toContain('MEETING');
    expect(seen('social-worker', EDGE_CASES.blocksPersonaSocialWorker)).not.toContain('SOCIAL_SERVICE');
  });

  it('whoever never consented, or withdrew, shares nothing of psychiatry with the key manager', () => {
    for (const index of [EDGE_CASES.neverConsented, EDGE_CASES.consentWithdrawn]) {
      expect(seen('key-manager', index)).not.toContain('TREATMENT');
      expect(seen('key-manager', index)).toContain('PLAN');
    }
  });
});
