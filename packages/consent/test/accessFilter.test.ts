import { PURPOSES, ROLES, accessFilter, passesFilter, type CitizenFacts, type DataCategory } from '@sammen/consent';
import { CITIZEN, NOON, actorOf, blockOf, consentOf, factsOf, relationOf } from './support/samples.js';

/** The row filter of lists that mix citizens, rule by rule; filterProperties.test.ts holds it against decide(). */

it('a law that is not yet in force filters nobody in', () => {
  const start = Date.UTC(2007, 0, 1);
  const facts = factsOf({ relations: [{ ...relationOf({ kind: 'CASEWORKER', organisationId: 'o' }), validFrom: 0 }] });
  const actor = actorOf('SOCIAL_WORKER', { organisationId: 'o' });
  const filter = accessFilter(actor, 'SOCIAL_CASEWORK', ['ADMISSION_NOTICE']);
  expect([start - 1, start].map((at) => passesFilter(filter, facts, at))).toEqual([false, true]);
});

it('a block filters out, and a later consent that lifts it filters in', () => {
  const about = { recipients: [{ role: 'MENTOR' as const }], categories: ['PLAN'] as const, purposes: PURPOSES };
  const consent = consentOf(about);
  const block = blockOf(about);
  const filter = accessFilter(actorOf('MENTOR'), 'PEER_SUPPORT', ['PLAN']);
  const shows = (changes: Partial<CitizenFacts>) => passesFilter(filter, factsOf(changes), NOON);
  expect(shows({ consents: [consent] })).toBe(true);
  expect(shows({ consents: [consent], blocks: [block] })).toBe(false);
  expect(shows({ consents: [{ ...consent, lifts: [block.id] }], blocks: [block] })).toBe(true);
  expect(shows({ consents: [{ ...consent, lifts: [block.id] }], blocks: [block, { ...block, id: 'b' }] })).toBe(false);
  expect(
    shows({ consents: [{ ...consent, lifts: [block.id], recordedAt: block.recordedAt - 1 }], blocks: [block] }),
  ).toBe(false);
});

describe('I-4: the filter lets nobody through', () => {
  const citizen = actorOf('CITIZEN');
  const shown = (actor: unknown, purpose: unknown, category: unknown, facts: unknown = factsOf()) =>
    passesFilter(accessFilter(actor as never, purpose as never, [category as DataCategory]), facts as never, NOON);

  it.each([
    ['an unknown role', { ...citizen, role: 'WIZARD' }, 'SELF_ACCESS', 'PLAN'],
    ['nobody', null, 'SELF_ACCESS', 'PLAN'],
    ['an unknown purpose', citizen, 'CURIOSITY', 'PLAN'],
    ['a purpose from the prototype', citizen, 'constructor', 'PLAN'],
    ['an unknown category', citizen, 'SELF_ACCESS', 'SHOE_SIZE'],
    ['another citizen', { ...citizen, citizenId: 'citizen-2' }, 'SELF_ACCESS', 'PLAN'],
    ['a citizen who is nobody', { ...citizen, citizenId: null }, 'SELF_ACCESS', 'PLAN'],
  ])('to %s', (_, actor, purpose, category) => {
    expect(shown(citizen, 'SELF_ACCESS', 'PLAN')).toBe(true);
    expect(shown(actor, purpose, category)).toBe(false);
  });

  it.each([
    ['UNKNOWN', 'UNKNOWN'],
    ['UNAVAILABLE', 'UNAVAILABLE'],
    ['missing', null],
    ['torn', { ...factsOf(), blocks: [{ id: 'block-1' }] }],
  ])('whose facts are %s', (_, facts) => {
    expect(shown(citizen, 'SELF_ACCESS', 'PLAN', facts)).toBe(false);
  });

  it('I-5: beyond the cap, and when nothing is asked', () => {
    for (const role of ROLES) expect(accessFilter(actorOf(role), 'PEER_SUPPORT', [])).toEqual({ op: 'ANY', of: [] });
    expect(JSON.stringify(accessFilter(actorOf('VOLUNTEER'), 'PEER_SUPPORT', ['DIAGNOSIS']))).toBe(
      JSON.stringify({ op: 'ANY', of: [{ op: 'ANY', of: [] }] }),
    );
    expect(accessFilter(actorOf('CITIZEN'), 'SELF_ACCESS', ['PLAN'])).toEqual({
      op: 'ANY',
      of: [{ op: 'CITIZEN', citizenId: CITIZEN }],
    });
  });
});
