import {
  DATA_CATEGORIES,
  PURPOSES,
  ROLES,
  accessFilter,
  passesFilter,
  type CitizenFacts,
  type DataCategory,
  type Filter,
  type Purpose,
  type Role,
} from '@sammen/consent';
import {
  CITIZEN,
  ESBJERG,
  NOON,
  REGION,
  actorOf,
  blockOf,
  consentOf,
  emergencyOf,
  factsOf,
  mandate,
  relationOf,
} from './support/samples.js';

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

describe('each rule filters in whom it permits', () => {
  const shows = (role: Role, purpose: Purpose, category: DataCategory, changes: Partial<CitizenFacts>, at = NOON) =>
    passesFilter(accessFilter(actorOf(role), purpose, [category]), factsOf(changes), at);

  it('a representative whom the mandate covers, and no professional who holds one', () => {
    const held = (actorId: string) => ({ representatives: [mandate({ actorId })] });
    expect(shows('GUARDIAN', 'REPRESENTATION', 'FINANCIAL_SUPPORT', held('actor-guardian'))).toBe(true);
    expect(shows('GUARDIAN', 'REPRESENTATION', 'DIAGNOSIS', held('actor-guardian'))).toBe(false);
    expect(shows('GUARDIAN', 'REPRESENTATION', 'FINANCIAL_SUPPORT', {})).toBe(false);
    expect(shows('SOCIAL_WORKER', 'SOCIAL_CASEWORK', 'FINANCIAL_SUPPORT', held('actor-social_worker'))).toBe(false);
  });

  it('the municipality by law, unless the citizen declined; an officer whom nobody can decline', () => {
    const relations = [relationOf({ kind: 'RESIDENT_MUNICIPALITY', organisationId: ESBJERG })];
    const block = blockOf({
      recipients: [{ organisationId: ESBJERG }],
      categories: ['ADMISSION_NOTICE', 'ACCESS_LOG'],
      purposes: ['SOCIAL_CASEWORK', 'OVERSIGHT'],
    });
    const told = (blocks: readonly (typeof block)[]) =>
      shows('SOCIAL_WORKER', 'SOCIAL_CASEWORK', 'ADMISSION_NOTICE', { relations, blocks });
    expect(told([])).toBe(true);
    expect(told([block])).toBe(true);
    expect(told([{ ...block, declines: 'HOSPITAL_NOTIFICATION' }])).toBe(false);
    const declined = { relations, blocks: [{ ...block, declines: 'GDPR_39' }] };
    expect(shows('DATA_PROTECTION_OFFICER', 'OVERSIGHT', 'ACCESS_LOG', declined)).toBe(true);
  });

  it('whoever broke the glass, for what they opened, past a block', () => {
    const blocks = [blockOf({ recipients: [{ organisationId: REGION }], categories: ['HOUSING'], purposes: PURPOSES })];
    const opened = { emergencyAccesses: [emergencyOf()], blocks };
    expect(shows('PSYCHIATRIST', 'TREATMENT', 'HOUSING', opened)).toBe(true);
    expect(shows('PSYCHIATRIST', 'TREATMENT', 'EMPLOYMENT', opened)).toBe(false);
    expect(shows('WARD_NURSE', 'TREATMENT', 'HOUSING', opened)).toBe(false);
  });

  it('the own organisation with a relation, and not what it does not control', () => {
    const relations = [relationOf({ kind: 'TREATING_UNIT', organisationId: REGION })];
    expect(shows('PSYCHIATRIST', 'TREATMENT', 'DIAGNOSIS', { relations })).toBe(true);
    expect(shows('PSYCHIATRIST', 'TREATMENT', 'HOUSING', { relations })).toBe(false);
  });
});

it('a filter is made of what whoever compiles it knows, and of nothing else', () => {
  const seen = new Set<string>();
  const walk = (filter: Filter): void => {
    seen.add(filter.op);
    if (filter.op === 'HAS_ROW') seen.add(filter.list);
    if (filter.op === 'ANY' || filter.op === 'ALL') filter.of.forEach(walk);
    if (filter.op === 'NOT') walk(filter.filter);
  };
  for (const role of ROLES)
    for (const purpose of PURPOSES) walk(accessFilter(actorOf(role), purpose, [...DATA_CATEGORIES]));
  expect([...seen].map(String).toSorted()).toEqual([
    ...['ALL', 'ANY', 'CITIZEN', 'DURING', 'HAS_ROW', 'IS_BLOCKED', 'NOT'],
    ...['blocks', 'consents', 'emergencyAccesses', 'relations', 'representatives'],
  ]);
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
