import {
  CONTROLLED_CATEGORIES,
  DATA_CATEGORIES,
  ENTRUSTED_WRITES,
  EVIDENCE_OF_RELATION,
  ORGANISATION_KINDS,
  ORGANISATION_KINDS_OF_ROLE,
  POLICY_VERSION,
  PURPOSES,
  RELATION_KINDS,
  RELATION_MAKING_WRITES,
  ROLES,
  ROLE_CAPS,
  STATUTORY_BASES,
  WRITE_RIGHTS,
  categoriesOfSector,
  decide,
  isWithinCap,
  purposesOf,
  type CitizenFacts,
  type OrganisationKind,
  type Purpose,
} from '@sammen/consent';
import { BOOKS, isOpen } from './support/books.js';
import {
  CITIZEN,
  HOUR,
  NOON,
  actorOf,
  blockOf,
  consentOf,
  emergencyOf,
  factsOf,
  mandate,
  relationOf,
} from './support/samples.js';

/** Every table against its second book, and what the tables promise together. */

const everything = (role: (typeof ROLES)[number]): CitizenFacts => {
  const { id, organisationId } = actorOf(role);
  const all = { recipients: [{ role }], categories: DATA_CATEGORIES, purposes: PURPOSES };
  return factsOf({
    consents: [consentOf({ ...all, lifts: ['block-1'], recordedAt: NOON - HOUR })],
    blocks: [blockOf(all)],
    representatives: [mandate({ actorId: id, categories: DATA_CATEGORIES })],
    emergencyAccesses: [emergencyOf({ actorId: id, categories: DATA_CATEGORIES })],
    relations: RELATION_KINDS.map((kind) =>
      relationOf({
        id: `relation-${kind}`,
        kind,
        organisationId: organisationId ?? 'none',
        actorId: id,
        planKind: 'COORDINATION_PLAN',
      }),
    ),
  });
};

describe('the caps', () => {
  const cells = ROLES.flatMap((role) =>
    PURPOSES.flatMap((purpose) => DATA_CATEGORIES.map((category) => [role, purpose, category] as const)),
  );

  it('I-5: are the cells of the book, and what lies outside yields to nothing: no consent, law, mandate, relation, emergency', () => {
    for (const [role, purpose, category] of cells) {
      const answer = decide(
        { actor: actorOf(role), purpose, citizenId: CITIZEN, category, at: NOON },
        everything(role),
      );
      const inBook = isOpen('caps', role, purpose, category);
      const isRight = inBook
        ? answer.effect === 'PERMIT'
        : answer.effect === 'DENY' && answer.reason === 'OUT_OF_SCOPE';
      if (!isRight || isWithinCap(role, purpose, category) !== inBook)
        expect([role, purpose, category, answer]).toEqual([inBook]);
    }
    expect(BOOKS.caps.size).toBeGreaterThan(0);
  });

  it('give each role its purposes, the default first', () => {
    const defaults = Object.fromEntries(ROLES.map((role) => [role, purposesOf(role)[0]]));
    expect(defaults).toEqual({
      CITIZEN: 'SELF_ACCESS',
      GUARDIAN: 'REPRESENTATION',
      PSYCHIATRIST: 'TREATMENT',
      WARD_NURSE: 'TREATMENT',
      SOCIAL_WORKER: 'SOCIAL_CASEWORK',
      HOUSING_OFFICER: 'HOUSING_CASEWORK',
      JOB_CONSULTANT: 'EMPLOYMENT_CASEWORK',
      KEY_MANAGER: 'CARE_COORDINATION',
      MENTOR: 'PEER_SUPPORT',
      VOLUNTEER: 'PEER_SUPPORT',
      NGO_COORDINATOR: 'PEER_SUPPORT',
      LEADER: 'CARE_COORDINATION',
      ANALYST: undefined,
      DATA_PROTECTION_OFFICER: 'OVERSIGHT',
    });
    for (const role of ROLES) expect(PURPOSES).toEqual(expect.arrayContaining([...purposesOf(role)]));
  });

  it('never show a CPR number to a role that an NGO can have, nor any psychiatry to a volunteer', () => {
    const inNgo = ROLES.filter((role) => ORGANISATION_KINDS_OF_ROLE[role].includes('NGO'));
    expect(inNgo).toEqual(['MENTOR', 'VOLUNTEER', 'NGO_COORDINATOR', 'ANALYST', 'DATA_PROTECTION_OFFICER']);
    for (const role of inNgo)
      for (const purpose of PURPOSES) expect(isWithinCap(role, purpose, 'CPR_NUMBER')).toBe(false);
    for (const category of categoriesOfSector('PSYCHIATRY'))
      for (const purpose of PURPOSES) expect(isWithinCap('VOLUNTEER', purpose, category)).toBe(false);
  });

  it('list each category once', () => {
    for (const caps of Object.values(ROLE_CAPS))
      for (const list of Object.values(caps)) expect(new Set(list).size).toBe(list.length);
  });
});

it('no table names what is no category, and the version of the policy is a number', () => {
  const tables = [
    ...Object.values(ROLE_CAPS).flatMap((caps) => Object.values(caps)),
    ...Object.values(CONTROLLED_CATEGORIES),
    ...Object.values(EVIDENCE_OF_RELATION),
    ...Object.values(WRITE_RIGHTS),
    ...Object.values(RELATION_MAKING_WRITES),
    ...Object.values(ENTRUSTED_WRITES).flatMap((entrusted) => Object.values(entrusted)),
    ...STATUTORY_BASES.map(({ categories }) => categories),
  ];
  const named = [...new Set(tables.flat())];
  expect(named.filter((category) => !DATA_CATEGORIES.includes(category))).toEqual([]);
  expect(POLICY_VERSION).toMatch(/^[1-9][0-9]*$/);
});

describe('roles and organisations', () => {
  const held: Record<(typeof ROLES)[number], readonly OrganisationKind[]> = {
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

  it.each(ROLES)('%s exists in its own kinds of organisation only', (role) => {
    for (const organisationKind of ORGANISATION_KINDS) {
      const organisationId = organisationKind === 'NONE' ? null : 'organisation-1';
      const actor = actorOf(role, { organisationKind, organisationId });
      const { reason } = decide(
        { actor, purpose: 'TREATMENT', citizenId: CITIZEN, category: 'PLAN', at: NOON },
        factsOf(),
      );
      expect([organisationKind, reason === 'INVALID']).toEqual([
        organisationKind,
        !held[role].includes(organisationKind),
      ]);
    }
  });
});

it('what an organisation controls is what the book says', () => {
  for (const kind of ORGANISATION_KINDS)
    for (const category of DATA_CATEGORIES)
      expect([kind, category, CONTROLLED_CATEGORIES[kind].includes(category)]).toEqual([
        kind,
        category,
        isOpen('control', kind, category),
      ]);
});

it('what a relation is evidence for is what the book says', () => {
  for (const kind of RELATION_KINDS)
    for (const category of DATA_CATEGORIES)
      expect([kind, category, EVIDENCE_OF_RELATION[kind].includes(category)]).toEqual([
        kind,
        category,
        isOpen('evidence', kind, category),
      ]);
});

describe('the statutory bases', () => {
  it('open what the book says, to roles and purposes whose cap holds it', () => {
    for (const basis of STATUTORY_BASES) {
      for (const category of DATA_CATEGORIES)
        expect(basis.categories.includes(category)).toBe(isOpen('laws', basis.code, category));
      const usable = (category: (typeof DATA_CATEGORIES)[number]) =>
        basis.roles.every((role) => basis.purposes.some((purpose: Purpose) => isWithinCap(role, purpose, category)));
      expect(basis.categories.filter((category) => !usable(category))).toEqual([]);
    }
  });

  it('are for these roles, relations, plans and purposes, and reach this far', () => {
    const authority = ['SOCIAL_WORKER', 'KEY_MANAGER'];
    const read = STATUTORY_BASES.map(({ code, roles, relations, planKinds, reach, purposes, validTo }) =>
      [code, reach, ...roles, ...relations, ...planKinds, ...purposes, validTo].join(' '),
    );
    expect(read).toEqual([
      [
        ...['HOSPITAL_NOTIFICATION', 'ACTOR', ...authority, 'HOUSING_OFFICER'],
        ...['RESIDENT_MUNICIPALITY', 'CASEWORKER', 'KEY_MANAGER'],
        ...['SOCIAL_CASEWORK', 'CARE_COORDINATION', 'HOUSING_CASEWORK', ''],
      ].join(' '),
      [
        ...['PSYK_13C', 'ACTOR', 'PSYCHIATRIST', 'WARD_NURSE', ...authority],
        ...['PLAN_PARTY', 'DISCHARGE_AGREEMENT', 'COORDINATION_PLAN', 'PSYK_13C', ''],
      ].join(' '),
      ['GDPR_39', 'ORGANISATION', 'DATA_PROTECTION_OFFICER', ...RELATION_KINDS, 'OVERSIGHT', ''].join(' '),
    ]);
  });

  it('are each named, closed in fields, and in force from a date on', () => {
    expect(new Set(STATUTORY_BASES.map(({ code }) => code)).size).toBe(STATUTORY_BASES.length);
    for (const basis of STATUTORY_BASES) {
      expect(basis.law.length * basis.title.length * basis.fields.length * basis.validFrom).toBeGreaterThan(0);
      for (const field of basis.fields) expect(field).toMatch(/^Citizen\.[a-z]\w+$/);
    }
    expect(STATUTORY_BASES.filter(({ citizenMayDecline }) => citizenMayDecline).map(({ code }) => code)).toEqual([
      'HOSPITAL_NOTIFICATION',
    ]);
  });
});

describe('the rights to write', () => {
  it.each([
    ['writes', WRITE_RIGHTS],
    ['relationMaking', RELATION_MAKING_WRITES],
  ] as const)('are those of the book (%s)', (book, table) => {
    for (const role of ROLES)
      for (const category of DATA_CATEGORIES)
        expect([role, category, table[role]?.includes(category) ?? false]).toEqual([
          role,
          category,
          isOpen(book, role, category),
        ]);
  });

  it('let a relation entrust a role with what another organisation controls, as the book says', () => {
    for (const role of ROLES)
      for (const kind of RELATION_KINDS)
        for (const category of DATA_CATEGORIES) {
          const isEntrusted = ENTRUSTED_WRITES[role]?.[kind]?.includes(category) ?? false;
          const inBook = isOpen('entrusted', role, kind, category);
          if (isEntrusted !== inBook) expect([role, kind, category, isEntrusted]).toEqual([inBook]);
          if (isEntrusted) expect(WRITE_RIGHTS[role]).toContain(category);
        }
  });

  it('lie within what the role can be shown, and those that make a relation within the rights', () => {
    for (const role of ROLES) {
      for (const category of WRITE_RIGHTS[role])
        expect(purposesOf(role).some((purpose) => isWithinCap(role, purpose, category))).toBe(true);
      for (const category of RELATION_MAKING_WRITES[role] ?? []) expect(WRITE_RIGHTS[role]).toContain(category);
    }
  });
});
