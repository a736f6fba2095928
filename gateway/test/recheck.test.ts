import type { DataCategory } from '@sammen/consent';
import type { GrantStatement } from '@sammen/identity';
import { startDecisionPoint } from './support/decisionPoint.js';
import { startForgetfulWard, type ForgetfulWard } from './support/forgetful.js';
import type { Received } from './support/subgraph.js';
import { NOTHING_WITHHELD, startWorld, type Answer, type World } from './support/world.js';

let world: World;
let ward: ForgetfulWard;
let forger: Awaited<ReturnType<typeof startDecisionPoint>>;
beforeAll(async () => {
  [ward, forger] = await Promise.all([startForgetfulWard(), startDecisionPoint()]);
  world = await startWorld({}, {}, [ward]);
});
afterAll(async () => {
  await world.stop();
  await ward.stop();
  await forger.stop();
});
afterEach(() => {
  world.graph.reset();
  world.graph.decisionPoint.serve();
  ward.lie({});
  ward.amend(null);
  world.log.length = 0;
});

type Permitted = Readonly<Record<string, readonly DataCategory[]>>;

/** The ward brings grants along that permit this, and no others come from anywhere. */
function permit(permitted: Permitted, more: Partial<GrantStatement> = {}, from = world.graph.decisionPoint): void {
  permitBy((received) => [from.grant(received, permitted, more)]);
}

function permitBy(grants: (received: Received) => readonly string[]): void {
  const bring = (subgraph: ForgetfulWard | World['graph']['citizen']) =>
    subgraph.amend((answer) => {
      const extensions = { ...(answer['extensions'] as object), grants: grants(subgraph.received.at(-1)!) };
      return { ...answer, extensions };
    });
  for (const subgraph of [ward, ...world.graph.all]) bring(subgraph);
}

const withheldOf = ({ body }: Answer): any[] => body.extensions?.['consent']?.withheld;
const reports = (event = 'consent not kept'): any[] =>
  world.log.map((line) => JSON.parse(line)).filter((line) => line.event === event);

const STAY = 'citizenId since ward leaves { from reason { text } } review { text }';
const shown = (id: string) => ({
  citizenId: id,
  since: `since of ${id}`,
  ward: `ward of ${id}`,
  leaves: [{ from: `leave of ${id}`, reason: { text: `reason of ${id}` } }],
  review: { text: `review of ${id}` },
});
const EVERYTHING = ['ADMISSION_NOTICE', 'ADMISSION', 'DIAGNOSIS', 'PLAN', 'MENTORSHIP', 'IDENTITY'] as const;

describe('an honest answer', () => {
  it('loses nothing, gains nothing and keeps its order', async () => {
    permit({ c1: EVERYTHING, c2: EVERYTHING, c3: EVERYTHING });
    const { text } = await world.ask(`{ page { nodes { ${STAY} } } citizen(id: "c1") { stay { id } name } }`);
    expect(text.trimEnd()).toBe(
      JSON.stringify({
        data: {
          page: { nodes: ['c1', 'c2', 'c3'].map(shown) },
          citizen: { stay: { id: 'stay-c1' }, name: 'Name of c1' },
        },
        extensions: NOTHING_WITHHELD,
      }),
    );
    expect(reports()).toEqual([]);
  });
});

describe('I-1: what a subgraph forgets to withhold is dropped by the gateway', () => {
  it('at a field of an entity, and is listed as if it had been withheld', async () => {
    permit({ c1: ['ADMISSION_NOTICE'] });
    const answer = await world.ask(`{ citizen(id: "c1") { stay { since ward } name } }`);
    expect(answer.body).toEqual({
      data: { citizen: { stay: { since: 'since of c1', ward: null }, name: null } },
      extensions: {
        consent: {
          withheld: [
            ['name', 'Citizen.name', 'IDENTITY'],
            ['stay', 'ward', 'Stay.ward', 'ADMISSION'],
          ].map((entry) => ({
            path: ['citizen', ...entry.slice(0, -2)],
            coordinate: entry.at(-2),
            category: entry.at(-1),
            state: 'NO_ACCESS',
            nextStep: 'EMERGENCY_ACCESS',
          })),
        },
      },
    });
  });

  it('at a root field, where the field names the citizen and its values do not', async () => {
    const query = 'query($id: ID!) { suggestions(citizenId: $id) { text } }';
    permit({ c1: ['MENTORSHIP'] });
    const own = await world.ask(query, { variables: { id: 'c1' } });
    const other = await world.ask(query, { variables: { id: 'c2' } });
    expect(own.body.data).toEqual({ suggestions: [{ text: 'mentor for c1' }] });
    expect(other.body.data).toEqual({ suggestions: null });
    expect(withheldOf(other)).toEqual([expect.objectContaining({ path: ['suggestions'], category: 'MENTORSHIP' })]);
  });

  it('in value objects, however deep, each by its own category', async () => {
    permit({ c1: ['ADMISSION_NOTICE', 'ADMISSION'] });
    const answer = await world.ask(
      `{ citizen(id: "c1") { stay { leaves { from reason { text } } review { text } } } }`,
    );
    expect(answer.body.data.citizen.stay).toEqual({ leaves: [{ from: 'leave of c1', reason: null }], review: null });
    expect(withheldOf(answer).map(({ path }) => path.slice(2))).toEqual([['leaves', 0, 'reason'], ['review']]);
  });

  it('in lists that mix citizens, where items are left out and what follows keeps its entries', async () => {
    permit({ c1: EVERYTHING, c3: ['ADMISSION_NOTICE'] });
    const answer = await world.ask(`{ page { nodes { ${STAY} } edges { node { since } } } stays { ward } }`);
    expect(answer.body.data.page.nodes).toEqual([
      shown('c1'),
      { citizenId: 'c3', since: 'since of c3', ward: null, leaves: null, review: null },
    ]);
    expect(answer.body.data.page.edges.map(({ node }: any) => node?.since ?? null)).toEqual([
      'since of c1',
      null,
      'since of c3',
    ]);
    expect(answer.body.data.stays).toEqual([{ ward: 'ward of c1' }, { ward: null }]);
    expect(withheldOf(answer).map(({ path }) => path.join('.'))).toEqual([
      'page.edges.1.node',
      'page.nodes.1.leaves',
      'page.nodes.1.review',
      'page.nodes.1.ward',
      'stays.1.ward',
    ]);
  });

  it('behind aliases, fragments, conditions and merged selections', async () => {
    permit({ c1: ['ADMISSION_NOTICE'], c2: EVERYTHING });
    const query = `query($yes: Boolean!) {
        a: citizen(id: "c1") { ...Part x: stay { ... on Stay { y: ward @include(if: $yes) } } }
        b: citizen(id: "c2") { ...Part v: stay { citizenId: ward } }
        a: citizen(id: "c1") { x: stay { z: leaves { from } id @skip(if: $yes) } }
        c: citizen(id: "c2") { y: stay @skip(if: $yes) { ward } y: stay { of: citizenId } } }
      fragment Part on Citizen { ...Inner @include(if: $yes) } fragment Inner on Citizen { s: stays { ...Stay } }
      fragment Stay on Stay { w: ward __typename }`;
    const { body } = await world.ask(query, { variables: { yes: true } });
    expect(body.data).toEqual({
      a: { s: [{ w: null, __typename: 'Stay' }], x: { y: null, z: null } },
      b: { s: [{ w: 'ward of c2', __typename: 'Stay' }], v: { citizenId: 'ward of c2' } },
      c: { y: { of: 'c2' } },
    });
  });

  it('under names that the gateway would have used itself, and under those of prototypes', async () => {
    permit({ c2: EVERYTHING });
    const query = `{ __proto__: stays { sammen_citizenId: ward constructor: since sammen__citizenId: id } }`;
    const { body, text } = await world.ask(query);
    expect(text).toContain(
      '{"__proto__":[{"sammen_citizenId":"ward of c2","constructor":"since of c2","sammen__citizenId":"stay-c2"}]}',
    );
    expect(body.errors).toBeUndefined();
  });

  it('in unions, whatever the object is and however it says whose it is', async () => {
    permit({ c2: ['ADMISSION_NOTICE', 'PLAN'] });
    const { body } = await world.ask(
      '{ anything { ... on Stay { since w: ward } ... on Citizen { id n: name } ... on Review { text } } }',
    );
    expect(body.data.anything).toEqual([
      { since: 'since of c2', w: null },
      { id: 'c2', n: null },
      { text: 'review of c2' },
    ]);
    permit({});
    const none = await world.ask('{ anything { __typename } }');
    expect(none.body.data.anything).toEqual([{ __typename: 'Citizen' }]);
  });

  it('in objects that do not name their citizen to the client, by a word that means them in this request only', async () => {
    permit({ c2: ['ACCESS_LOG'] });
    const [one, next] = [await world.ask('{ cases { text } }'), await world.ask('{ cases { citizenRef } }')];
    expect(one.body.data).toEqual({ cases: [{ text: 'case of c2' }] });
    const [word] = next.body.data.cases.map(({ citizenRef }: any) => citizenRef);
    const third = await world.ask('{ cases { citizenRef } }');
    expect(third.body.data.cases[0].citizenRef).not.toBe(word);
    expect(word).not.toContain('c2');
  });

  it('in what mutations return, also when it does not say whose it is', async () => {
    permit({ c1: ['ADMISSION_NOTICE', 'MENTORSHIP'] });
    const query = `mutation($input: AdmitInput!, $id: ID!) { a: admit(input: $input) { since ward }
      b: admit(input: { citizenId: "c2" }) { since } c: suggest(citizenId: $id) { text } d: suggest(citizenId: "c2") { text } }`;
    const answer = await world.ask(query, { variables: { input: { citizenId: 'c1' }, id: 'c1' } });
    expect(answer.body.data).toEqual({
      a: { since: 'since of c1', ward: null },
      b: null,
      c: { text: 'mentor for c1' },
      d: null,
    });
    expect(withheldOf(answer).map(({ path }) => path.join('.'))).toEqual(['a.ward', 'b', 'd']);
  });

  it('when a filter over guarded data was used, unless that may be seen of whoever is found', async () => {
    permit({ c3: ['ADMISSION_NOTICE'] });
    const plain = await world.ask('{ newest { since } }');
    const filtered = await world.ask('{ newest(wards: ["north"]) { since } }');
    expect(plain.body.data.newest).toEqual({ since: 'since of c3' });
    expect(filtered.body.data.newest).toBeNull();
    expect(withheldOf(filtered)).toEqual([expect.objectContaining({ path: ['newest'], category: 'ADMISSION' })]);
  });
});

describe('I-1: a subgraph that lies', () => {
  it('and answers with another citizen’s row under a permitted key gives nothing', async () => {
    permit({ c1: EVERYTHING, c2: EVERYTHING });
    const other = { citizenId: 'c2', id: 'stay-c2', since: 'since of c2', ward: 'ward of c2' };
    ward.lie({ stay: () => other, stays: (id) => [{ ...other, citizenId: id }, other] });
    const { body } = await world.ask('{ citizen(id: "c1") { stay { ward } stays { ward } } }');
    expect(body.data.citizen).toEqual({ stay: null, stays: null });
    expect(reports().map(({ coordinate, fault }) => [coordinate, fault])).toEqual([
      ['Citizen.stay', 'OTHER_CITIZEN'],
      ['Citizen.stays', 'OTHER_CITIZEN'],
    ]);
  });

  it('and does not say whose its objects are has them dropped', async () => {
    permit({ c1: EVERYTHING, '': EVERYTHING, null: EVERYTHING, undefined: EVERYTHING });
    ward.lie({ newest: () => ({ citizenId: '', id: 'x', since: 'since of somebody' }) });
    const { body } = await world.ask('{ newest { since } }');
    expect(body.data).toEqual({ newest: null });
    expect(reports()[0]).toMatchObject({ fault: 'NO_CITIZEN' });
  });

  it('about whose a row is, consistently, is believed: nobody but the sector knows its rows', async () => {
    permit({ c1: EVERYTHING });
    ward.lie({ stay: (id) => ({ citizenId: id, id: 'stay-c2', since: 'since of c2' }) });
    const { body } = await world.ask('{ citizen(id: "c1") { stay { since } } }');
    expect(body.data.citizen.stay).toEqual({ since: 'since of c2' });
  });

  it.each<[string, () => void, string]>([
    ['forged with a key of its own', () => permit({ c1: EVERYTHING }, {}, forger), 'GRANT_INVALID'],
    ['of another actor', () => permit({ c1: EVERYTHING }, { sub: 'staff-somebody-0' }), 'GRANT_NOT_BOUND'],
    ['of another organisation', () => permit({ c1: EVERYTHING }, { org: 'region-sjaelland' }), 'GRANT_NOT_BOUND'],
    ['for another purpose', () => permit({ c1: EVERYTHING }, { purpose: 'PSYK_13C' }), 'GRANT_NOT_BOUND'],
    ['of another request', () => permit({ c1: EVERYTHING }, { rid: 'another' }), 'GRANT_NOT_BOUND'],
    ['that is no grant', () => permitBy(() => ['a.b.c']), 'GRANT_INVALID'],
  ])('with a grant %s opens nothing', async (_what, bring, code) => {
    bring();
    const { body } = await world.ask('{ citizen(id: "c1") { name } }');
    expect(body.data).toEqual({ citizen: { name: null } });
    expect(reports('grant refused').map((line) => line.code)).toEqual([code]);
    expect(reports()).toHaveLength(1);
  });

  it('with a grant for writing does not make it one for reading', async () => {
    permit({}, { w: { c1: ['3fffff', '3fffff'] } });
    const { body } = await world.ask('mutation { admit(input: { citizenId: "c1" }) { since } }');
    expect(body.data).toEqual({ admit: null });
  });
});

describe('what is reported', () => {
  it('I-8: names coordinate, source, fault, count and request, and no data', async () => {
    permit({ c1: ['ADMISSION_NOTICE'] });
    const { headers } = await world.ask('{ citizens { s: stay { ward } } }');
    const lines = reports();
    expect(lines).toEqual([
      expect.objectContaining({
        level: 50,
        code: 'CONSENT_NOT_KEPT',
        requestId: headers.get('x-request-id'),
        coordinate: 'Stay.ward',
        sources: ['ward'],
        fault: 'NO_PERMIT',
        count: 1,
      }),
      expect.objectContaining({ coordinate: 'Citizen.stay', sources: ['ward'], fault: 'NO_PERMIT', count: 2 }),
    ]);
    expect(lines[1].total).toBe(lines[0].total);
    expect(JSON.stringify(lines.map(({ requestId: _ours, ...line }) => line))).not.toMatch(/c1|c2|ward of|since of/);
    expect(reports('request').at(-1)).toMatchObject({ dropped: 3 });
  });

  it('I-4: without the decision point’s keys guarded values are withheld as unavailable, with an error', async () => {
    const second = await startWorld({ decisionPointUrl: 'http://127.0.0.1:1' });
    const { body } = await second.ask('{ citizen(id: "c1") { id name } psychiatryStatus }');
    await second.stop();
    expect(body.data).toEqual({ citizen: { id: 'c1', name: null }, psychiatryStatus: 'open' });
    expect(body.extensions!['consent'].withheld).toEqual([
      expect.objectContaining({ state: 'UNAVAILABLE', nextStep: 'NONE' }),
    ]);
    expect(body.errors!.map(({ extensions }) => extensions['code'])).toEqual(['GRANT_KEYS_UNAVAILABLE']);
  });
});
