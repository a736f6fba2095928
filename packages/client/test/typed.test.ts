/** Documents of gql.tada carry their types into answers and field states; what does not fit does not compile. */
import { createSammenClient, fieldState, type FieldState, type TypedDocument } from '@sammen/client';
import { graphql, type ResultOf } from '@sammen/client/graphql';
import { type Listener, startListener } from './support/listener';

const PLAN = graphql(`
  fragment PlanLine on Plan {
    kind
    status
  }
`);
const OVERVIEW = graphql(
  `
    query Overview($id: ID!) {
      citizen(id: $id) {
        fullName: name
        diagnoses {
          code
        }
        plans(first: 2) {
          totalCount
          nodes {
            ...PlanLine
          }
        }
      }
    }
  `,
  [PLAN],
);

let gateway: Listener;
beforeAll(async () => void (gateway = await startListener()));
afterAll(() => gateway.stop());
const client = () => createSammenClient({ url: gateway.url, token: 'T', purpose: 'TREATMENT' });

/** Fails to compile when the types are not equal. */
const same = <One, Other>(
  _equal: (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false,
) => undefined;

const DATA = {
  citizen: {
    fullName: 'N',
    diagnoses: null,
    plans: { totalCount: 1, nodes: [{ kind: 'DISCHARGE_AGREEMENT', status: 'AGREED' }] },
  },
};

it('an answer has the types of its document, aliases and fragments included', async () => {
  gateway.reply({ body: { data: DATA } });
  const answer = await client().ask(OVERVIEW, { id: 'x' });
  const name: string | null | undefined = answer.data?.citizen?.fullName;
  expect(name).toBe('N');
  same<typeof answer.data, ResultOf<typeof OVERVIEW> | null>(true);
  // @ts-expect-error nobody asked for it
  expect(answer.data?.citizen?.housing).toBeUndefined();
  expect(gateway.arrived[0]!.body.query).toContain('fragment PlanLine on Plan');
});

it('a field state has the type of what stands at its path', async () => {
  gateway.reply({ body: { data: DATA } });
  const answer = await client().ask(OVERVIEW, { id: 'x' });
  const state = fieldState(answer, ['citizen', 'plans', 'nodes', 0, 'status']);
  if (state.state !== 'value') throw new Error('There is a value.');
  const status: 'AGREED' | string = state.value;
  expect(status).toBe('AGREED');
  const total = fieldState(answer, ['citizen', 'plans', 'totalCount']);
  same<typeof total, FieldState<number>>(true);
  expect(total).toEqual({ state: 'value', value: 1 });
});

it('variables that are missing or of another type do not compile', async () => {
  gateway.reply({ body: { data: DATA } });
  // @ts-expect-error the citizen has to be named
  await client().ask(OVERVIEW);
  // @ts-expect-error by an id
  await client().ask(OVERVIEW, { id: 7 });
  // @ts-expect-error by an id that is called id
  await client().ask(OVERVIEW, { citizenId: 'x' });
  const WITHOUT = graphql(`
    query Me {
      me {
        __typename
      }
    }
  `);
  await client().ask(WITHOUT);
  await client().ask(WITHOUT, {}, { deadline: 1_000 });
  expect(gateway.arrived).toHaveLength(5);
});

it('a function about any document needs no cast', async () => {
  gateway.reply({ body: { data: DATA } });
  const askAny = async <Data, Variables>(document: TypedDocument<Data, Variables>, variables: Variables) =>
    (await client().ask(document, variables)).data;
  const data = await askAny(OVERVIEW, { id: 'x' });
  same<typeof data, ResultOf<typeof OVERVIEW> | null>(true);
  expect(data?.citizen?.fullName).toBe('N');
});
