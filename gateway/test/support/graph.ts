/** A graph of three sectors in miniature, with lists, mixed lists, duplicates and a second hop. Made-up people only. */
import { CONSENT_SDL } from '@sammen/consent-directive';
import type { GraphQLResolveInfo } from 'graphql';
import { startDecisionPoint, type DecisionPoint } from './decisionPoint.js';
import { startSubgraph, type TestContext, type TestSubgraph } from './subgraph.js';

export const CITIZEN_SDL = `${CONSENT_SDL}
  type Query {
    citizen(id: ID!): Citizen @public
    citizens: [Citizen!]! @public
    board: [Entry!]! @public
    echo(text: String!, many: [Kind!]): String @public
  }
  enum Kind { ONE TWO }
  type Citizen @key(fields: "id") {
    id: ID! @public
    name: String @consent(category: IDENTITY)
    friend: Citizen @consent(category: CARE_TEAM)
    friends: [Citizen!] @consent(category: CARE_TEAM)
  }
  type Note @key(fields: "id") @public { id: ID!  text: String }
  union Entry = Note | Citizen`;

export const PSYCHIATRY_SDL = `${CONSENT_SDL}
  type Query { psychiatryStatus: String @public }
  type Citizen @key(fields: "id") {
    id: ID! @public
    admissions: [Admission!] @consent(category: ADMISSION)
    diagnoses(first: Int): [String!] @consent(category: DIAGNOSIS)
    unit: Unit @consent(category: TREATMENT)
  }
  type Admission @consent(category: ADMISSION) { id: ID!  ward: String  note: String }
  type Unit @key(fields: "id") @public { id: ID!  phone: String }`;

export const MUNICIPALITY_SDL = `${CONSENT_SDL}
  type Query { municipalityStatus: String @public }
  type Mutation { grantService(citizenId: ID!, act: String!): Service @consent(category: SOCIAL_SERVICE) }
  type Citizen @key(fields: "id") {
    id: ID! @public
    services: [Service!] @consent(category: SOCIAL_SERVICE)
    required: String! @public
  }
  type Note @key(fields: "id") @public { id: ID!  author: String }
  type Service @consent(category: SOCIAL_SERVICE) { id: ID!  act: String  hours: Int }`;

interface Reference {
  readonly id: string;
}

/** Tests replace single resolvers: key `Type.field`. */
export type Overrides = Record<
  string,
  (parent: any, args: any, context: TestContext, info: GraphQLResolveInfo) => unknown
>;

export interface Graph {
  readonly citizen: TestSubgraph;
  readonly psychiatry: TestSubgraph;
  readonly municipality: TestSubgraph;
  readonly all: readonly TestSubgraph[];
  readonly decisionPoint: DecisionPoint;
  /** Until {@link Graph.reset}. */
  override(overrides: Overrides): void;
  reset(): void;
  stop(): Promise<void>;
}

export async function startGraph(): Promise<Graph> {
  let overrides: Overrides = {};

  function field(coordinate: string, value: (parent: any, args: any) => unknown) {
    return (parent: unknown, args: unknown, context: TestContext, info: GraphQLResolveInfo) =>
      overrides[coordinate] ? overrides[coordinate](parent, args, context, info) : value(parent, args);
  }
  function fields(type: string, values: Record<string, (parent: any, args: any) => unknown>) {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, field(`${type}.${name}`, value)]));
  }
  const decisionPoint = await startDecisionPoint();
  const { grantAll } = decisionPoint;
  const reference = { __resolveReference: ({ id }: Reference) => ({ id }) };

  const citizen = await startSubgraph(
    'citizen',
    CITIZEN_SDL,
    {
      Query: fields('Query', {
        citizen: (_, { id }) => ({ id }),
        citizens: () => ['c1', 'c2', 'c3'].map((id) => ({ id })),
        board: () => [
          { __typename: 'Note', id: 'n1' },
          { __typename: 'Citizen', id: 'c1' },
          { __typename: 'Note', id: 'n2' },
          { __typename: 'Citizen', id: 'c2' },
        ],
        echo: (_, { text }) => text,
      }),
      Citizen: {
        ...reference,
        ...fields('Citizen', {
          name: ({ id }) => `Name of ${id}`,
          friend: () => ({ id: 'c9' }),
          friends: () => [{ id: 'c9' }, { id: 'c8' }],
        }),
      },
      Note: { ...reference, ...fields('Note', { text: ({ id }) => `Text of ${id}` }) },
      Entry: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    },
    grantAll,
  );
  const psychiatry = await startSubgraph(
    'psychiatry',
    PSYCHIATRY_SDL,
    {
      Query: fields('Query', { psychiatryStatus: () => 'open' }),
      Citizen: {
        ...reference,
        ...fields('Citizen', {
          admissions: ({ id }) => [
            { id: `${id}-a1`, ward: 'north', note: 'calm' },
            { id: `${id}-a2`, ward: 'south', note: 'tired' },
          ],
          diagnoses: () => ['F20.0'],
          unit: () => ({ id: 'u1' }),
        }),
      },
      Admission: fields('Admission', { note: ({ note }) => note }),
      Unit: { ...reference, ...fields('Unit', { phone: ({ id }) => `phone of ${id}` }) },
    },
    grantAll,
  );
  const municipality = await startSubgraph(
    'municipality',
    MUNICIPALITY_SDL,
    {
      Query: fields('Query', { municipalityStatus: () => 'open' }),
      Mutation: fields('Mutation', { grantService: (_, { act }) => ({ id: 's9', act, hours: 2 }) }),
      Citizen: {
        ...reference,
        ...fields('Citizen', {
          services: ({ id }) => [{ id: `${id}-s1`, act: 'SEL 85', hours: 4 }],
          required: () => 'here',
        }),
      },
      Note: { ...reference, ...fields('Note', { author: ({ id }) => `Author of ${id}` }) },
    },
    grantAll,
  );

  const all = [citizen, psychiatry, municipality];
  return {
    citizen,
    psychiatry,
    municipality,
    all,
    decisionPoint,
    override: (more) => void (overrides = { ...overrides, ...more }),
    reset() {
      overrides = {};
      for (const subgraph of all) {
        subgraph.misbehave(null);
        subgraph.amend(null);
        subgraph.received.length = 0;
      }
    },
    async stop() {
      await Promise.all([decisionPoint.stop(), ...all.map((subgraph) => subgraph.stop())]);
    },
  };
}
