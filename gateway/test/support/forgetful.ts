/** A ward whose subgraph withholds nothing, with every shape that an answer can have. */
import { CONSENT_SDL } from '@sammen/consent-directive';
import { citizenRef } from '@sammen/identity';
import { startSubgraph, type TestContext, type TestSubgraph } from './subgraph.js';

const WARD_SDL = `${CONSENT_SDL}
  type Query {
    stays: [Stay!]! @public
    page: StayPage! @public
    newest(wards: [String!] @consent(category: ADMISSION)): Stay @public
    suggestions(citizenId: ID!): [Suggestion!] @consent(category: MENTORSHIP)
    anything: [Anything!]! @public
    cases: [Case!]! @public
  }
  type Mutation {
    admit(input: AdmitInput!): Stay @public
    suggest(citizenId: ID!): Suggestion @public
  }
  input AdmitInput { citizenId: ID!  ward: String }
  type StayPage @public { totalCount: Int!  nodes: [Stay!]!  edges: [StayEdge!]! }
  type StayEdge @public { cursor: String!  node: Stay }
  type Stay @key(fields: "citizenId id") @consent(category: ADMISSION_NOTICE) {
    citizenId: ID! @public
    id: ID! @public
    since: String
    ward: String @consent(category: ADMISSION)
    leaves: [Leave!] @consent(category: ADMISSION)
    review: Review @consent(category: PLAN)
  }
  type Leave @consent(category: ADMISSION) { from: String  reason: Reason }
  type Reason @consent(category: DIAGNOSIS) { text: String }
  type Review @consent(category: PLAN) { text: String  citizen: Citizen! @public }
  type Case @consent(category: ACCESS_LOG) { citizenRef: ID! @public  text: String }
  type Suggestion @consent(category: MENTORSHIP) { text: String }
  type Citizen @key(fields: "id") { id: ID! @public  stay: Stay @consent(category: ADMISSION_NOTICE)  stays: [Stay!] @consent(category: ADMISSION_NOTICE) }
  union Anything = Stay | Citizen | Review`;

const stayOf = (citizenId: string) => ({
  __typename: 'Stay',
  citizenId,
  id: `stay-${citizenId}`,
  since: `since of ${citizenId}`,
  ward: `ward of ${citizenId}`,
  leaves: [{ from: `leave of ${citizenId}`, reason: { text: `reason of ${citizenId}` } }],
  review: { __typename: 'Review', text: `review of ${citizenId}`, citizen: { id: citizenId } },
});

/** What single resolvers answer instead. */
export type Lies = Partial<Record<'stays' | 'stay' | 'newest' | 'suggest', (asked: string) => unknown>>;

export interface ForgetfulWard extends TestSubgraph {
  lie(lies: Lies): void;
}

/** Of c1, c2 and c3 it tells whoever asks. */
export async function startForgetfulWard(): Promise<ForgetfulWard> {
  let lies: Lies = {};
  const all = () => ['c1', 'c2', 'c3'].map(stayOf);
  const reference = { __resolveReference: ({ id }: { id: string }) => ({ id }) };
  const ward = await startSubgraph('ward', WARD_SDL, {
    Query: {
      stays: all,
      page: () => ({ totalCount: 3, nodes: all(), edges: all().map((node) => ({ cursor: node.id, node })) }),
      newest: () => lies.newest?.('') ?? stayOf('c3'),
      suggestions: (_: unknown, { citizenId }: any) => [{ text: `mentor for ${citizenId}` }],
      cases: (_: unknown, _args: unknown, { received }: TestContext) =>
        ['c1', 'c2'].map((id) => ({
          citizenRef: citizenRef(id, received.headers['x-request-id'] as string),
          text: `case of ${id}`,
        })),
      anything: () => [stayOf('c1'), stayOf('c2'), { __typename: 'Citizen', id: 'c2' }, stayOf('c2').review],
    },
    Mutation: {
      admit: (_: unknown, { input }: any) => lies.stay?.(input.citizenId) ?? stayOf(input.citizenId),
      suggest: (_: unknown, { citizenId }: any) => ({ text: `mentor for ${citizenId}` }),
    },
    Citizen: {
      ...reference,
      stay: ({ id }: any) => lies.stay?.(id) ?? stayOf(id),
      stays: ({ id }: any) => lies.stays?.(id) ?? [stayOf(id)],
    },
    Stay: { __resolveReference: ({ citizenId }: any) => stayOf(citizenId) },
    Anything: { __resolveType: ({ __typename }: any) => __typename },
  });
  return { ...ward, lie: (more) => void (lies = more) };
}
