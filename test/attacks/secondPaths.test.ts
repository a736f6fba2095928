/** A second way to a guarded value, past the field that guards it: none is there, none can be composed, and what two sources hold is guarded by both. */
import { composeSchemas } from '../../packages/cli/src/composition/composeSchemas.js';
import { CONSENT_SDL } from '@sammen/consent-directive';
import { buildASTSchema, isObjectType, parse, type ConstDirectiveNode } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citizenNo, inPerson, stranger, useAttacker, withheldOf } from '../support/attacker.js';
import { root } from '../support/testFolders.js';

const { ask, sql } = useAttacker();
const doctor = stranger('psychiatrist', 'staff-attack-paths');

describe('the graph that is served', () => {
  const schema = buildASTSchema(parse(readFileSync(join(root, 'gateway/supergraph.graphql'), 'utf8')), {
    assumeValid: true,
  });
  const valueOf = (node: ConstDirectiveNode, name: string) =>
    node.arguments?.find((one) => one.name.value === name)?.value as { value?: unknown } | undefined;
  const joins = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({
        coordinate: `${type.name}.${field.name}`,
        guarded: [field.astNode, type.astNode].some((node) =>
          node?.directives?.some(({ name }) => name.value === 'consent'),
        ),
        open: field.astNode?.directives?.some(({ name }) => name.value === 'public') ?? false,
        joins: (field.astNode?.directives ?? []).filter(({ name }) => name.value === 'join__field'),
        types: (type.astNode?.directives ?? []).filter(({ name }) => name.value === 'join__type'),
      })),
    );

  it('I-9: gives every guarded field from one source, and hands none along by @provides or @override', () => {
    const several = joins
      .filter(({ guarded, open }) => guarded && !open)
      .filter(({ joins: fields, types }) => {
        const own = fields.filter((node) => valueOf(node, 'external')?.value !== true && valueOf(node, 'graph'));
        const graphs = new Set((fields.length > 0 ? own : types).map((node) => valueOf(node, 'graph')?.value));
        return graphs.size > 1;
      });
    expect(several.map(({ coordinate }) => coordinate)).toEqual([]);
    const handed = joins.filter(({ joins: fields }) =>
      fields.some((node) => ['provides', 'override', 'overrideLabel'].some((name) => valueOf(node, name))),
    );
    expect(handed.map(({ coordinate }) => coordinate)).toEqual([]);
  });
});

describe('a subgraph that would open a second path', () => {
  const owner = `${CONSENT_SDL} type Query { me: Citizen @public }
    type Citizen @key(fields: "id") { id: ID! @public name: String @shareable @consent(category: IDENTITY) stay: Stay @consent(category: ADMISSION) }
    type Stay @key(fields: "citizenId id") @consent(category: ADMISSION) { citizenId: ID! @public id: ID! @public ward: String @shareable }`;
  const compose = (types: string) => {
    const other = `${CONSENT_SDL.replace('"@override"', '"@override", "@interfaceObject"')} type Query { other: String @public } ${types}`;
    const url = 'http://127.0.0.1:1/graphql';
    return composeSchemas([
      { name: 'owner', url, sdl: owner },
      { name: 'other', url, sdl: other },
    ]).problems;
  };
  const stay = (fields: string, label = '@consent(category: ADMISSION)') =>
    `type Stay @key(fields: "citizenId id") ${label} { citizenId: ID! @public id: ID! @public ${fields} }`;

  it.each([
    [
      '@shareable under another label',
      `type Citizen @key(fields: "id") { id: ID! @public name: String @shareable @public }`,
      'Citizen.name',
    ],
    [
      '@override under another label',
      `type Citizen @key(fields: "id") { id: ID! @public name: String @override(from: "owner") @consent(category: PLAN) }`,
      'Citizen.name',
    ],
    [
      '@provides from an open field',
      `extend type Query { stays: [Stay!] @public @provides(fields: "ward") } ${stay('ward: String @external')}`,
      'Query.stays',
    ],
    [
      'a guarded type without its label',
      `type Citizen @key(fields: "id") { id: ID! @public last: Stay @public } ${stay('', '')}`,
      'Stay',
    ],
    [
      '@interfaceObject',
      'type Place @key(fields: "id") @interfaceObject { id: ID! @public ward: String @consent(category: ADMISSION) }',
      'Place.ward',
    ],
    [
      '@requires of more than it is labelled as',
      `type Citizen @key(fields: "id") { id: ID! @public name: String @external @consent(category: IDENTITY) greeting: String @requires(fields: "name") @public }`,
      'Citizen.greeting',
    ],
  ])('I-9: by %s is not composed, and is named', (_way, types, coordinate) => {
    const named = (line: string) => /^\[other(, owner)?\] /.test(line) && line.includes(`] ${coordinate}: `);
    expect(compose(types)?.filter(named)).toHaveLength(1);
  });

  it('composes when it is labelled alike', () => {
    expect(
      compose(
        `type Citizen @key(fields: "id") { id: ID! @public name: String @shareable @consent(category: IDENTITY) }`,
      ),
    ).toBeUndefined();
  });
});

describe('a record that two sources know', () => {
  it('I-1: is withheld on every way to it: as a field, as what another record rests on, and asked for directly', async () => {
    const rows = await sql('psychiatry', 'SELECT citizen_id, id FROM assessment');
    const person = Array.from({ length: 60 }, (_, n) => citizenNo(160 + n)).find(({ id }) =>
      rows.some((row) => row['citizen_id'] === id),
    )!;
    const assessment = rows.find((row) => row['citizen_id'] === person.id)!['id'];
    const query = `query Paths($id: ID!) { citizen(id: $id) { assessments { id version } socialServices(first: 5) { nodes { restsOn { id version } } } } }`;
    const own = await ask('gateway', inPerson(person), query, { id: person.id });
    expect(own.body.data!['citizen'].assessments.length).toBeGreaterThan(0);
    const theirs = await ask('gateway', doctor, query, { id: person.id });
    expect(theirs.body.data).toEqual({ citizen: { assessments: null, socialServices: null } });
    const them = [{ __typename: 'Assessment', citizenId: person.id, id: assessment }];
    const direct = `query D($them: [_Any!]!) { _entities(representations: $them) { ... on Assessment { id version } } }`;
    const [seen, denied] = [
      await ask('psychiatry', inPerson(person), direct, { them }),
      await ask('psychiatry', doctor, direct, { them }),
    ];
    expect(seen.body.data!['_entities'][0].id).toBe(assessment);
    expect(denied.body.data).toEqual({ _entities: [null] });
    expect(withheldOf(denied)).toHaveLength(1);
    const elsewhere = await ask('municipality', doctor, direct, { them });
    expect(JSON.stringify(elsewhere.body)).not.toContain(assessment);
  });
});
