/** Ways on which a guarded value could be reached past its guard: refused when subgraphs are composed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONSENT_SDL, LABEL_LAWS, checkLabelsAcross } from '@sammen/consent-directive';

const sound = `${CONSENT_SDL}
  type Query { me: Citizen @public }
  type Citizen @key(fields: "id") { id: ID! @public stay: Stay @public visit: Visit @consent(category: MEETING) }
  type Stay @key(fields: "citizenId id") @consent(category: ADMISSION) {
    citizenId: ID! @public
    id: ID! @public
    leaves: [Leave!]
  }
  type Leave @consent(category: ADMISSION) { from: String }
  type Visit @consent(category: MEETING) { at: String citizen: Citizen! @public }`;

const across = (...schemas: readonly string[]) =>
  checkLabelsAcross(schemas.map((schema, n) => ({ name: `s${n}`, schema }))).map(
    ({ law, subgraph, coordinate }) => `${law} ${subgraph} ${coordinate}`,
  );
const withMore = (more: string) => across(`${sound}\n${more}`);
const other = (types: string) => `${CONSENT_SDL} type Citizen @key(fields: "id") { id: ID! @public } ${types}`;

describe('I-9: a guarded value whose citizen nobody could tell', () => {
  it('is none where objects say it by citizenId, citizen or the object above, or a root field by its arguments', () => {
    expect(across(sound)).toEqual([]);
    expect(
      withMore(
        'extend type Query { stays: [Stay!]! @public visits: Visits! @public } type Visits @public { nodes: [Visit!]! }',
      ),
    ).toEqual([]);
    expect(withMore('extend type Query { leaves(citizenId: ID!): [Leave!] @consent(category: ADMISSION) }')).toEqual(
      [],
    );
    expect(
      withMore('type Mutation { leave(input: Leaving!): Leave @public } input Leaving { citizenId: ID! }'),
    ).toEqual([]);
  });

  it('is refused at an open list, at any depth, in unions and interfaces, and at what mutations return', () => {
    expect(withMore('extend type Query { leaves: [Leave!]! @public }')).toEqual(['NO_OWNER s0 Query.leaves']);
    expect(
      withMore('extend type Query { page: Page! @public } type Page @public { items: [Page!] leaves: [Leave!]! }'),
    ).toEqual(['NO_OWNER s0 Page.leaves']);
    expect(
      withMore('extend type Query { page: Page! @public } type Page @public { note: String @consent(category: PLAN) }'),
    ).toEqual(['NO_OWNER s0 Page.note']);
    expect(
      withMore(
        'interface Thing { id: ID } type Note implements Thing @public { id: ID text: String @consent(category: PLAN) } extend type Query { things: [Thing!] @public }',
      ),
    ).toEqual(['NO_OWNER s0 Note.text']);
    expect(withMore('type Mutation { leave(id: ID!): Leave @public }')).toEqual(['NO_OWNER s0 Mutation.leave']);
    expect(withMore('extend type Query { newest: [Leave!] @consent(category: ADMISSION) }')).toEqual([
      'NO_OWNER s0 Query.newest',
    ]);
  });

  it('is refused when the field that would tell is guarded, hidden or wants arguments', () => {
    const stay = (fields: string) =>
      withMore(`extend type Query { days: [Day!]! @public } type Day @consent(category: PLAN) { ${fields} }`);
    expect(stay('citizenId: ID! @public')).toEqual([]);
    expect(stay('citizenRef: ID! @public')).toEqual([]);
    expect(stay('citizenId: ID')).toEqual(['NO_OWNER s0 Query.days']);
    expect(stay('citizenId: ID! @public @inaccessible')).toEqual(['NO_OWNER s0 Query.days']);
    expect(stay('citizen(of: ID!): Citizen @public')).toEqual(['NO_OWNER s0 Query.days']);
    expect(stay('citizen: String @public')).toEqual(['NO_OWNER s0 Query.days']);
  });

  it('is refused where one subgraph leads to an open type and another puts something guarded into it', () => {
    const leads = other('type Query { board: Board @public } type Board @shareable @public { title: String }');
    const puts = other('type Board @shareable @public { title: String plan: String @consent(category: PLAN) }');
    expect(across(leads, puts)).toEqual(['NO_OWNER s1 Board.plan']);
  });
});

describe('I-9: a filter over guarded data', () => {
  const query = (label: string, more = '') =>
    withMore(
      `extend type Citizen { visits(by: Order, where: Filter): Int ${label} } enum Order { AT CODE @consent(category: DIAGNOSIS) } input Filter { and: [Filter!] note: String ${more} }`,
    );

  it('is refused unless the field is of that category: a count would tell', () => {
    expect(query('@consent(category: DIAGNOSIS)')).toEqual([]);
    expect(query('@public')).toEqual(['UNCOVERED_INPUT s0 Citizen.visits']);
    expect(query('@consent(category: MEETING)')).toEqual(['UNCOVERED_INPUT s0 Citizen.visits']);
    expect(query('@consent(category: DIAGNOSIS)', '@consent(category: PLAN)')).toEqual([
      'UNCOVERED_INPUT s0 Citizen.visits',
    ]);
    expect(withMore('extend type Query { visits(code: String @consent(category: DIAGNOSIS)): Int @public }')).toEqual([
      'UNCOVERED_INPUT s0 Query.visits',
    ]);
  });

  it('knows the label from the subgraph that gives it', () => {
    const plain = other('enum Order { CODE } type Query { count(by: Order): Int @public }');
    const labelled = other('enum Order { CODE @consent(category: DIAGNOSIS) }');
    expect(across(plain, labelled)).toEqual(['UNCOVERED_INPUT s0 Query.count', 'CONFLICT s0, s1 Order.CODE']);
  });
});

describe('I-9: a second path', () => {
  it('by a type that another subgraph guards as a whole is refused where its objects are handed out', () => {
    const stub = 'type Stay @key(fields: "citizenId id", resolvable: false) { citizenId: ID! @public id: ID! @public }';
    expect(across(sound, other(stub))).toEqual([]);
    expect(across(sound, other(`${stub} extend type Citizen { last: Stay @public }`))).toEqual([
      'CONFLICT s0, s1 Stay',
    ]);
    expect(
      across(sound, other(`${stub} union Any = Stay extend type Citizen { last: Any @consent(category: PLAN) }`)),
    ).toEqual(['CONFLICT s0, s1 Stay']);
    const labelled = stub.replace('false) {', 'false) @consent(category: ADMISSION) {');
    expect(across(sound, other(`${labelled} extend type Citizen { last: Stay @public }`))).toEqual([]);
  });

  it('by extending another subgraph’s value type is refused unless the new field is labelled', () => {
    expect(across(sound, other('type Leave { reason: String }'))).toEqual(['UNLABELLED s1 Leave.reason']);
    expect(across(sound, other('type Leave { from: String @public }'))).toEqual(['CONFLICT s0, s1 Leave.from']);
  });

  it('by @shareable or @override is refused when the copy is labelled otherwise', () => {
    const copy = (label: string) =>
      `${CONSENT_SDL} type Citizen @key(fields: "id") { id: ID! @public visit: Visit ${label} } type Visit @consent(category: MEETING) { at: String }`;
    expect(across(sound, copy('@shareable @consent(category: MEETING)'))).toEqual([]);
    expect(across(sound, copy('@shareable @public'))).toEqual(['CONFLICT s0, s1 Citizen.visit']);
    expect(across(sound, copy('@override(from: "s0") @consent(category: PLAN)'))).toEqual([
      'CONFLICT s0, s1 Citizen.visit',
    ]);
    expect(across(sound, copy('@override(from: "s0", label: "percent(1)")'))).toEqual([
      'UNLABELLED s1 Citizen.visit',
      'CONFLICT s0, s1 Citizen.visit',
    ]);
  });

  it('by @inaccessible is refused as if it were accessible: the subgraph itself can be asked', () => {
    expect(withMore('extend type Citizen { hidden: String @inaccessible }')).toEqual(['UNLABELLED s0 Citizen.hidden']);
    expect(withMore('extend type Citizen { hidden: String! @inaccessible @consent(category: PLAN) }')).toEqual([
      'NOT_NULLABLE s0 Citizen.hidden',
    ]);
  });

  it('by @interfaceObject is refused under every name of the directive', () => {
    for (const name of ['interfaceObject', 'federation__interfaceObject'])
      expect(withMore(`type Place @${name} { rooms: Int @consent(category: HOUSING) }`)).toEqual([
        'ON_INTERFACE s0 Place.rooms',
      ]);
  });

  it('by selecting an open field that leads to a guarded object is refused: that it exists is data', () => {
    const field = (label: string) =>
      withMore(`extend type Citizen { plan: String @requires(fields: "stay { id }") ${label} }`);
    expect(field('@consent(category: ADMISSION)')).toEqual([]);
    expect(field('@consent(category: PLAN)')).toEqual(['UNCOVERED_SELECTION s0 Citizen.plan']);
    expect(withMore('type Bed @key(fields: "of { stay { id } }") @public { of: Citizen }')).toEqual([
      'GUARDED_KEY s0 Stay',
    ]);
  });

  it('by @fromContext is refused altogether', () => {
    const context =
      'extend type Citizen { plan(name: String @federation__fromContext(field: "$c { name }")): String @public }';
    expect(withMore(context)).toEqual(['FROM_CONTEXT s0 Citizen.plan(name:)']);
  });
});

it('every law has an example here or in checkLabels.test.ts that breaks it', () => {
  const examples = ['checkPaths.test.ts', 'checkLabels.test.ts'].map((file) =>
    readFileSync(join(__dirname, file), 'utf8'),
  );
  for (const law of Object.keys(LABEL_LAWS)) expect(examples.join('')).toContain(`${law} `);
});
