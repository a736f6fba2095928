import {
  RELATION_KINDS,
  ROLES,
  mayWrite,
  purposesOf,
  type CitizenFacts,
  type DataCategory,
  type RelationKind,
  type Role,
} from '@sammen/consent';
import { ESBJERG, NGO, NOON, REGION, actorOf, factsOf, relationOf } from './support/samples.js';

const may = (role: Role, category: DataCategory, facts: CitizenFacts = factsOf(), changes = {}) =>
  mayWrite(actorOf(role, changes), purposesOf(role).at(0)!, category, facts, NOON);
const related = (kind: RelationKind, organisationId: string, changes = {}) =>
  factsOf({ relations: [relationOf({ kind, organisationId, ...changes })] });
const named = (role: Role, organisationId: string, changes = {}) =>
  related('PLAN_PARTY', organisationId, { actorId: `actor-${role.toLowerCase()}`, ...changes });

const PERMIT = { effect: 'PERMIT', reason: 'OWN', basis: 'OWN:relation-1' };
const HOME: Partial<Record<Role, string>> = {
  PSYCHIATRIST: REGION,
  WARD_NURSE: REGION,
  JOB_CONSULTANT: ESBJERG,
  LEADER: ESBJERG,
  MENTOR: NGO,
  VOLUNTEER: NGO,
};

describe('what may be written in cross-sector coordination', () => {
  it('lets a social worker or key manager of the municipality where the citizen lives open a case and a plan', () => {
    const resident = related('RESIDENT_MUNICIPALITY', ESBJERG);
    for (const role of ['SOCIAL_WORKER', 'KEY_MANAGER'] as const)
      for (const category of ['PLAN', 'CARE_TEAM'] as const) {
        const purpose = 'CARE_COORDINATION';
        expect(mayWrite(actorOf(role), purpose, category, resident, NOON)).toEqual(PERMIT);
        expect(mayWrite(actorOf(role), purpose, category, factsOf(), NOON).effect).toBe('DENY');
      }
  });

  it('lets the key manager write everything about the case, also one whom the region employs', () => {
    const region = { organisationId: REGION, organisationKind: 'REGION' as const, unitId: null };
    for (const category of ['PLAN', 'MEETING', 'CARE_TEAM'] as const) {
      const own = related('KEY_MANAGER', ESBJERG, { actorId: 'actor-key_manager' });
      expect(may('KEY_MANAGER', category, own)).toEqual(PERMIT);
      const regional = related('KEY_MANAGER', REGION, { actorId: 'actor-key_manager' });
      expect(may('KEY_MANAGER', category, regional, region)).toEqual(PERMIT);
      expect(may('KEY_MANAGER', category, regional, { ...region, id: 'a-colleague' }).effect).toBe('DENY');
      expect(may('KEY_MANAGER', category, factsOf(), region).effect).toBe('DENY');
    }
  });

  it('lets the psychiatrist of the treating unit make a discharge agreement (§ 13 a), and no other psychiatrist', () => {
    const treating = related('TREATING_UNIT', REGION, { unitId: `${REGION}/psychiatry-esbjerg/ward-1` });
    expect(may('PSYCHIATRIST', 'PLAN', treating)).toEqual(PERMIT);
    expect(may('PSYCHIATRIST', 'MEETING', treating)).toEqual(PERMIT);
    expect(may('PSYCHIATRIST', 'CARE_TEAM', treating).reason).toBe('OUT_OF_SCOPE');
    const elsewhere = { unitId: `${REGION}/psychiatry-vejle/ward-1` };
    expect(may('PSYCHIATRIST', 'PLAN', treating, elsewhere).reason).toBe('NO_BASIS');
    expect(may('PSYCHIATRIST', 'PLAN').reason).toBe('NO_BASIS');
    expect(may('WARD_NURSE', 'PLAN', treating).reason).toBe('NO_BASIS');
  });

  it.each(Object.entries(HOME) as [Role, string][])(
    'lets a %s who is invited by name answer for themselves',
    (role, home) => {
      expect(may(role, 'MEETING', named(role, home))).toEqual(PERMIT);
      expect(may(role, 'MEETING', named(role, home, { actorId: 'somebody-else' })).effect).toBe('DENY');
      expect(may(role, 'MEETING', named(role, home, { validTo: NOON })).effect).toBe('DENY');
      expect(may(role, 'MEETING', named(role, 'another-organisation')).effect).toBe('DENY');
      expect(may(role, 'CARE_TEAM', named(role, home)).reason).toBe('OUT_OF_SCOPE');
    },
  );

  it('keeps plans, which volunteers are never shown, from being written by them', () => {
    expect(may('VOLUNTEER', 'PLAN', named('VOLUNTEER', NGO)).reason).toBe('OUT_OF_SCOPE');
    expect(may('MENTOR', 'PLAN', named('MENTOR', NGO))).toEqual(PERMIT);
  });

  it('does not take an organisation that is a party for each of its people', () => {
    for (const role of ['PSYCHIATRIST', 'WARD_NURSE', 'MENTOR', 'VOLUNTEER'] as const)
      expect(may(role, 'MEETING', named(role, HOME[role]!, { actorId: null })).reason).toBe('NO_BASIS');
  });

  it('lets citizens draw their map, rank and sign their plan, and say how a meeting is safe: their own only', () => {
    for (const category of ['PLAN', 'MEETING'] as const) {
      expect(may('CITIZEN', category).reason).toBe('SELF');
      expect(may('CITIZEN', category, factsOf(), { citizenId: 'citizen-2' }).effect).toBe('DENY');
    }
    expect(may('CITIZEN', 'CARE_TEAM').reason).toBe('OUT_OF_SCOPE');
  });

  it('lets no other relation and no other role write it', () => {
    const writers = new Set(['SOCIAL_WORKER', 'KEY_MANAGER', 'CITIZEN', ...Object.keys(HOME)]);
    for (const role of ROLES.filter((each) => !writers.has(each) && purposesOf(each).length > 0))
      for (const kind of RELATION_KINDS)
        for (const category of ['PLAN', 'MEETING', 'CARE_TEAM'] as const) {
          const { organisationId } = actorOf(role);
          const facts = related(kind, organisationId ?? 'none', { actorId: `actor-${role.toLowerCase()}` });
          expect(may(role, category, facts).effect).toBe('DENY');
        }
  });
});
