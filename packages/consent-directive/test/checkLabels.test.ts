import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { StatutoryBasis } from '@sammen/consent';
import {
  CONSENT_SDL,
  LABEL_LAWS,
  checkLabels,
  checkLabelsAcross,
  checkStatutoryFields,
} from '@sammen/consent-directive';
import { parse } from 'graphql';

const sound = `${CONSENT_SDL}
  type Query { me: Citizen @public }
  type Mutation { admit(citizenId: ID!): Admission @consent(category: ADMISSION) }
  type Citizen @key(fields: "id") {
    id: ID! @public
    name: String @consent(category: IDENTITY)
    admissions(first: Int): AdmissionConnection @consent(category: ADMISSION)
  }
  type AdmissionConnection @consent(category: ADMISSION) {
    edges: [AdmissionEdge!]
    pageInfo: PageInfo
    totalCount: Int
  }
  type AdmissionEdge @consent(category: ADMISSION) { node: Admission cursor: String }
  type PageInfo @public { hasNextPage: Boolean! }
  type Admission @key(fields: "citizenId id") @consent(category: ADMISSION) {
    citizenId: ID! @public
    id: ID! @public
    ward: String
    codes: [[String!]!] @consent(category: DIAGNOSIS)
  }`;
const other = `${CONSENT_SDL}
  type Citizen @key(fields: "id") { id: ID! @public name: String @external @consent(category: IDENTITY) }`;

const violations = (sdl: string) => checkLabels(sdl, 'psychiatry').map(({ law, coordinate }) => `${law} ${coordinate}`);
/** A sound schema with something more, or something else. */
const withMore = (more: string) => violations(`${sound}\n${more}`);
const withInstead = (text: string, instead: string) => {
  expect(sound).toContain(text);
  return violations(sound.replace(text, instead));
};

describe('I-9: composition', () => {
  it('takes a schema in which every field is labelled or declared public', () => {
    expect(violations(sound)).toEqual([]);
    expect(checkLabels(buildSubgraphSchema(parse(sound)), 'psychiatry')).toEqual([]);
    expect(composeServices([{ name: 'psychiatry', typeDefs: parse(sound) }]).errors).toBeUndefined();
  });

  it('names the subgraph, the coordinate, the law and what to do', () => {
    expect(checkLabels(`${sound} extend type Citizen { shoeSize: Int }`, 'psychiatry')).toEqual([
      {
        law: 'UNLABELLED',
        subgraph: 'psychiatry',
        coordinate: 'Citizen.shoeSize',
        message: `${LABEL_LAWS.UNLABELLED} Add @consent(category: …) or @public.`,
      },
    ]);
  });

  it('refuses an unlabelled field, on Citizen, below it, on a root type and on a payload', () => {
    expect(withMore('extend type Query { ward: String }')).toEqual(['UNLABELLED Query.ward']);
    expect(withMore('extend type Mutation { discharge: Payload @public } type Payload { ok: Boolean }')).toEqual([
      'UNLABELLED Payload.ok',
    ]);
    expect(withMore('extend type Citizen { care: Care @public } type Care { team: [String!] }')).toEqual([
      'UNLABELLED Care.team',
    ]);
    expect(withMore('union U = Leave extend type Citizen { u: U @public } type Leave { from: String }')).toEqual([
      'UNLABELLED Leave.from',
    ]);
  });

  it('takes a root field that says whose data it writes, or which roles may use it, and no other field', () => {
    const kit =
      'directive @writes(category: DataCategory!) on FIELD_DEFINITION directive @roles(anyOf: [String!]!) on FIELD_DEFINITION';
    expect(withMore(`${kit} extend type Mutation { leave: Admission @writes(category: ADMISSION) }`)).toEqual([]);
    expect(withMore(`${kit} extend type Query { ward: String @roles(anyOf: ["LEADER"]) }`)).toEqual([]);
    expect(withMore(`${kit} extend type Citizen { ward: String @roles(anyOf: ["LEADER"]) }`)).toEqual([
      'UNLABELLED Citizen.ward',
    ]);
    expect(withMore(`${kit} extend type Mutation { leave: Admission! @writes(category: ADMISSION) }`)).toEqual([
      'NOT_NULLABLE Mutation.leave',
    ]);
  });

  it('refuses an open field that is non-null where the object it returns may be withheld', () => {
    expect(withMore('extend type Citizen { latest: Admission @public }')).toEqual([]);
    expect(withMore('extend type Citizen { latest: Admission! @public }')).toEqual(['NOT_NULLABLE Citizen.latest']);
    expect(withMore('extend type Query { ward: [Admission!]! @public }')).toEqual([]);
  });

  it('refuses an open field that would tell which of several guarded objects there is', () => {
    expect(withMore('union U = PageInfo | Admission extend type Citizen { any: [U!] @public }')).toEqual([
      'EXISTENCE Citizen.any',
    ]);
    expect(withMore('union U = PageInfo extend type Citizen { any: [U!] @public }')).toEqual([]);
  });

  it('refuses a guarded field that is non-null, by its own label or by that of its type', () => {
    expect(withInstead('name: String', 'name: String!')).toEqual(['NOT_NULLABLE Citizen.name']);
    expect(withInstead('ward: String', 'ward: String!')).toEqual(['NOT_NULLABLE Admission.ward']);
  });

  it('refuses a guarded list whose items are nullable, at any depth', () => {
    expect(withInstead('[AdmissionEdge!]', '[AdmissionEdge]')).toEqual(['NULLABLE_ITEM AdmissionConnection.edges']);
    expect(withInstead('[[String!]!]', '[[String]!]')).toEqual(['NULLABLE_ITEM Admission.codes']);
    expect(withInstead('[[String!]!]', '[[String!]]')).toEqual(['NULLABLE_ITEM Admission.codes']);
  });

  it('refuses a guarded field on an interface, on its implementation and by @interfaceObject', () => {
    expect(withMore('interface Contact { at: String @consent(category: MEETING) }')).toEqual([
      'ON_INTERFACE Contact.at',
    ]);
    const contact = 'interface Contact { at: String } type Visit implements Contact';
    expect(withMore(`${contact} { at: String @public note: String @consent(category: MEETING) }`)).toEqual([]);
    expect(withMore(`${contact} { at: String @consent(category: MEETING) }`)).toEqual(['ON_INTERFACE Visit.at']);
    expect(withMore(`${contact} @consent(category: MEETING) { at: String }`)).toEqual(['ON_INTERFACE Visit.at']);
    expect(withMore('type Contact @interfaceObject { at: String @consent(category: MEETING) }')).toEqual([
      'ON_INTERFACE Contact.at',
    ]);
  });

  it('refuses a category that does not exist, and a field that is both public and not', () => {
    expect(withInstead('IDENTITY)', 'SHOE_SIZE)')).toEqual(['UNKNOWN_CATEGORY Citizen.name']);
    expect(withInstead('name: String', 'name: String @public')).toEqual(['CONTRADICTION Citizen.name']);
    expect(withInstead('name: String', 'name: String @consent(category: CONTACT)')).toEqual([
      'CONTRADICTION Citizen.name',
    ]);
    expect(withMore('enum Order { DIAGNOSED @consent(category: SHOE_SIZE) }')).toEqual([
      'UNKNOWN_CATEGORY Order.DIAGNOSED',
    ]);
  });

  it('refuses a schema that does not link, import, define or compose the directives', () => {
    const unlinked = sound.replace('https://sammen.example/consent/v1.0', 'https://elsewhere.example/x/v1.0');
    expect(violations(unlinked)).toEqual(['NOT_LINKED schema']);
    expect(withInstead(', "@public"])', '])')).toEqual(['NOT_LINKED schema']);
    expect(withInstead('@composeDirective(name: "@consent")', '')).toEqual(['NOT_LINKED schema']);
    const undefined_ = sound.replace('directive @public on', 'directive @elsewhere on');
    expect(violations(undefined_)).toEqual(['NOT_LINKED schema']);
  });

  it('refuses directives imported under another name, ours and those of federation', () => {
    expect(withInstead('["@consent"', '[{ name: "@consent", as: "@samtykke" }')).toEqual(['RENAMED schema']);
    expect(withInstead('v1.0", import', 'v1.0", as: "sammen", import')).toEqual(['RENAMED schema']);
    expect(withInstead('"@requires"', '{ name: "@requires", as: "@needs" }')).toEqual(['RENAMED schema']);
  });

  it('does not mind how other features are imported', () => {
    const link = '@link(url: "https://other.example/x/v1.0", as: "y", import: [{ name: "@x", as: "@z" }])';
    expect(withMore(`extend schema ${link}`)).toEqual([]);
  });

  it('refuses a key that is guarded', () => {
    expect(withMore('type Leave @key(fields: "id") @consent(category: ADMISSION) { id: ID }')).toEqual([
      'GUARDED_KEY Leave.id',
    ]);
    expect(
      withMore('type Leave @key(fields: "of { name }") @consent(category: ADMISSION) { of: Citizen @public }'),
    ).toEqual(['GUARDED_KEY Citizen.name']);
  });

  it('refuses @requires and @provides of what the selecting field is not labelled as', () => {
    const requires = (label: string, fields = 'name') =>
      withMore(`extend type Citizen { plan: String @requires(fields: "${fields}") ${label} }`);
    expect(requires('@consent(category: IDENTITY)')).toEqual([]);
    expect(requires('@consent(category: PLAN)')).toEqual(['UNCOVERED_SELECTION Citizen.plan']);
    expect(requires('@public')).toEqual(['UNCOVERED_SELECTION Citizen.plan']);
    expect(requires('@public', 'id')).toEqual([]);
    expect(requires('@consent(category: ADMISSION)', 'admissions { edges { node { codes } } }')).toEqual([
      'UNCOVERED_SELECTION Citizen.plan',
    ]);
    expect(requires('@public', '... on Citizen { name }')).toEqual(['UNCOVERED_SELECTION Citizen.plan']);
    expect(requires('@public', '... { name }')).toEqual(['UNCOVERED_SELECTION Citizen.plan']);
    expect(withMore('extend type Query { all: [Citizen!] @provides(fields: "name") @public }')).toEqual([
      'UNCOVERED_SELECTION Query.all',
    ]);
    const long = 'extend type Citizen { plan: String @federation__requires(fields: "name") @public }';
    expect(withMore(long)).toEqual(['UNCOVERED_SELECTION Citizen.plan']);
  });

  it('knows the label of a required field from the subgraph that owns it', () => {
    const external = other.replace('@consent(category: IDENTITY)', '@public');
    const asking = `${external} extend type Citizen { plan: String @requires(fields: "name") @public }`;
    const both = [
      { name: 'coordination', schema: asking },
      { name: 'citizen', schema: sound },
    ];
    for (const subgraphs of [both, both.toReversed()])
      expect(checkLabelsAcross(subgraphs).map(({ law, coordinate }) => `${law} ${coordinate}`)).toEqual([
        'UNCOVERED_SELECTION Citizen.plan',
        'CONFLICT Citizen.name',
      ]);
  });

  it('says that a selection cannot be read, rather than overlook what it selects', () => {
    expect(() => withMore('extend type Citizen { plan: String @requires(fields: "na{me") @public }')).toThrow(
      expect.objectContaining({ code: 'SCHEMA_UNREADABLE' }),
    );
  });

  it('refuses @requires on a field with arguments', () => {
    expect(
      withMore('extend type Citizen { plan(n: Int): String @requires(fields: "id") @consent(category: PLAN) }'),
    ).toEqual(['REQUIRES_WITH_ARGUMENTS Citizen.plan']);
  });
});

describe('I-9: composition of several subgraphs', () => {
  const across = (schema: string) =>
    checkLabelsAcross([
      { name: 'psychiatry', schema: sound },
      { name: 'municipality', schema },
    ]);

  it('takes those that agree', () => {
    expect(across(other)).toEqual([]);
  });

  it('refuses a coordinate that carries different categories', () => {
    expect(across(other.replace('IDENTITY)', 'CONTACT)'))).toEqual([
      {
        law: 'CONFLICT',
        subgraph: 'psychiatry, municipality',
        coordinate: 'Citizen.name',
        message: `${LABEL_LAWS.CONFLICT} Agree on one: it is IDENTITY in psychiatry, CONTACT in municipality.`,
      },
    ]);
    expect(
      across(`${other} type PageInfo @consent(category: PLAN) { hasNextPage: Boolean }`).map((one) => one.coordinate),
    ).toEqual(['PageInfo', 'PageInfo.hasNextPage']);
  });

  it('names every subgraph that disagrees', () => {
    const disagreeing = other.replace('IDENTITY)', 'CONTACT)');
    const [found] = checkLabelsAcross(
      [sound, disagreeing, disagreeing].map((schema, n) => ({ name: `subgraph-${n}`, schema })),
    );
    expect(found).toMatchObject({ subgraph: 'subgraph-0, subgraph-1, subgraph-2' });
    expect(found!.message).toContain('IDENTITY in subgraph-0, CONTACT in subgraph-1 and subgraph-2.');
  });

  it('refuses an argument, input field or enum value that is labelled in one of them only', () => {
    const own = (label: string) => `
      enum Order { DIAGNOSED ${label} }
      input Filter { code: String ${label} }
      extend type Citizen { list(by: String ${label}): Int @consent(category: DIAGNOSIS) }`;
    const found = checkLabelsAcross([
      { name: 'psychiatry', schema: sound + own('@consent(category: DIAGNOSIS)') },
      { name: 'municipality', schema: other + own('') },
    ]);
    expect(found.map(({ coordinate }) => coordinate).toSorted()).toEqual([
      'Citizen.list(by:)',
      'Filter.code',
      'Order.DIAGNOSED',
    ]);
  });

  it('takes a stub of a type that another subgraph labels as a whole', () => {
    expect(
      across(`${other} type Admission @key(fields: "citizenId id") { citizenId: ID! @public id: ID! @public }`),
    ).toEqual([]);
  });
});

describe('the fields that a law opens', () => {
  const basis = { code: 'LAW_X', categories: ['ADMISSION'], fields: ['Citizen.admissions'] } as never as StatutoryBasis;
  const check = (changes: Partial<StatutoryBasis>, schema = sound) =>
    checkStatutoryFields([{ name: 'psychiatry', schema }], [{ ...basis, ...changes }]).map(
      ({ law, subgraph, coordinate }) => `${law} ${subgraph} ${coordinate}`,
    );

  it('are those that its list names', () => {
    expect(check({})).toEqual([]);
  });

  it('refuse another field of Citizen with a category that the law opens', () => {
    expect(check({}, `${sound} extend type Citizen { ward: String @consent(category: ADMISSION) }`)).toEqual([
      'LAW_FIELDS psychiatry Citizen.ward',
    ]);
  });

  it('refuse a field that does not exist, or is of another category', () => {
    expect(check({ fields: [...basis.fields, 'Citizen.shoeSize'] })).toEqual(['LAW_FIELDS  Citizen.shoeSize']);
    expect(check({ fields: [...basis.fields, 'Citizen.name'] })).toEqual(['LAW_FIELDS psychiatry Citizen.name']);
  });
});
