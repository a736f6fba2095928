import { mayWrite, type CitizenFacts, type DataCategory, type Role } from '@sammen/consent';
import { NGO, NOON, actorOf, factsOf, relationOf } from './support/samples.js';

const may = (role: Role, category: DataCategory, facts: CitizenFacts = factsOf(), changes = {}) =>
  mayWrite(actorOf(role, changes), role === 'CITIZEN' ? 'SELF_ACCESS' : 'PEER_SUPPORT', category, facts, NOON);
const match = (kind: 'MENTOR_MATCH' | 'VOLUNTEER_MATCH', actorId: string | null) =>
  factsOf({ relations: [relationOf({ kind, organisationId: NGO, actorId })] });

describe('what may be written in an NGO', () => {
  it('lets a mentor record about the citizen they are matched with, and about nobody else', () => {
    expect(may('MENTOR', 'MENTORSHIP', match('MENTOR_MATCH', 'actor-mentor')).effect).toBe('PERMIT');
    expect(may('MENTOR', 'MENTORSHIP', match('MENTOR_MATCH', 'another-mentor')).effect).toBe('DENY');
    expect(may('MENTOR', 'MENTORSHIP', match('MENTOR_MATCH', null)).effect).toBe('DENY');
    expect(may('MENTOR', 'MENTORSHIP').reason).toBe('NO_BASIS');
    expect(may('MENTOR', 'VOLUNTEER_VISIT', match('MENTOR_MATCH', 'actor-mentor')).effect).toBe('DENY');
    expect(may('MENTOR', 'PSYCHO_EDUCATION', match('MENTOR_MATCH', 'actor-mentor')).effect).toBe('DENY');
  });

  it('lets a volunteer record visits to the citizen they are matched with, and nothing else', () => {
    expect(may('VOLUNTEER', 'VOLUNTEER_VISIT', match('VOLUNTEER_MATCH', 'actor-volunteer')).effect).toBe('PERMIT');
    expect(may('VOLUNTEER', 'VOLUNTEER_VISIT', match('VOLUNTEER_MATCH', 'another-volunteer')).effect).toBe('DENY');
    expect(may('VOLUNTEER', 'MENTORSHIP', match('VOLUNTEER_MATCH', 'actor-volunteer')).effect).toBe('DENY');
  });

  it('lets nobody record once the match has ended', () => {
    const ended = { organisationId: NGO, actorId: 'actor-mentor', validTo: NOON };
    const facts = factsOf({ relations: [relationOf({ kind: 'MENTOR_MATCH', ...ended })] });
    expect(may('MENTOR', 'MENTORSHIP', facts).effect).toBe('DENY');
  });

  it('lets a coordinator match and enrol whoever turns to the organisation', () => {
    for (const category of ['MENTORSHIP', 'VOLUNTEER_VISIT', 'PSYCHO_EDUCATION'] as const)
      expect(may('NGO_COORDINATOR', category)).toEqual({
        effect: 'PERMIT',
        reason: 'OWN',
        basis: 'OWN:NEW_RELATION',
      });
    expect(may('NGO_COORDINATOR', 'CONTACT').effect).toBe('DENY');
  });

  it('lets citizens say themselves, and of themselves only, what they wish of a mentor', () => {
    expect(may('CITIZEN', 'MENTORSHIP').reason).toBe('SELF');
    expect(may('CITIZEN', 'MENTORSHIP', factsOf(), { citizenId: 'citizen-2' }).effect).toBe('DENY');
    expect(may('CITIZEN', 'VOLUNTEER_VISIT').effect).toBe('DENY');
  });
});
