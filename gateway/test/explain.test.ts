import { ANALYST, PSYCHIATRIST } from './support/people.js';
import { QUIET } from './support/installation.js';
import { startWorld, type AskOptions, type World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld({ observability: { ...QUIET, explainRoles: ['PSYCHIATRIST'] } });
});
afterAll(() => world.stop());
afterEach(() => world.graph.reset());

const QUERY = 'query Explained($first: Int) { citizens { name diagnoses(first: $first) services { act } } }';

async function explained(query = QUERY, options: AskOptions = {}) {
  const answer = await world.ask(query, { ...options, headers: { 'x-sammen-explain': '1' } });
  const { explain, ...extensions } = answer.body.extensions!;
  return { ...answer, explain, extensions };
}

describe('a request with the header x-sammen-explain', () => {
  it('is answered as without it, and with how it was carried out', async () => {
    const plain = await world.ask(QUERY, { variables: { first: 1 } });
    const { body, extensions, explain } = await explained(QUERY, { variables: { first: 1 } });
    expect([body.data, extensions]).toEqual([plain.body.data, plain.body.extensions]);
    expect(plain.text).not.toContain('explain');
    expect(explain.plan).toMatch(
      /^one after another\n {2}fetch 1 from citizen\n {4}query[^]*citizens[^]*at the same time\n/,
    );
    expect(explain.plan).toMatch(/fetch 3 from psychiatry at citizens\.@\n[^]*diagnoses\(first: \$first\)/);
    expect(
      explain.fetches.map(({ fetch, source, entities, sent, fault, attempts }: any) => [
        fetch,
        source,
        entities,
        sent,
        fault,
        attempts,
      ]),
    ).toEqual([
      [1, 'citizen', null, null, null, 1],
      [2, 'municipality', 3, 3, null, 1],
      [3, 'psychiatry', 3, 3, null, 1],
    ]);
    for (const { at, waitedMs, ms } of explain.fetches)
      expect(at + waitedMs + ms).toBeLessThanOrEqual(explain.totalMs + 0.1);
    expect(explain.fetches[1].at).toBeGreaterThanOrEqual(explain.fetches[0].ms);
  });

  it('says which stages it went through, in their order, and what was known already', async () => {
    await explained('{ psychiatryStatus }');
    const { explain } = await explained('{ psychiatryStatus }');
    expect(explain.known).toEqual({ document: true, plan: true });
    const stages = explain.stages.map(({ stage }: { stage: string }) => stage);
    expect(stages.filter((stage: string, at: number) => stages.indexOf(stage) === at)).toEqual(
      expect.arrayContaining([
        'authenticate',
        'purpose',
        'admit',
        'plan',
        'execute',
        'recheck',
        'withheld',
        'failures',
      ]),
    );
    const { explain: first } = await explained('query New { psychiatryStatus }');
    expect(first.known).toEqual({ document: false, plan: false });
  });

  it('says which stage withheld how much: subgraphs, the gateway before fetching, the re-check', async () => {
    world.graph.override({
      'Query.citizens': (_parent, _args, context) => {
        const permitted = { c1: ['IDENTITY', 'SOCIAL_SERVICE'], c2: ['IDENTITY'], c3: ['IDENTITY'] } as const;
        context.newGrants.push(world.graph.decisionPoint.grant(context.received, permitted));
        return [{ id: 'c1' }, { id: 'c2' }, { id: 'c3' }];
      },
      'Citizen.name': ({ id }, _args, context, info) => (id === 'c1' ? context.withhold(info, 'IDENTITY') : id),
    });
    const { body, explain } = await explained('{ citizens { name services { act } } }');
    expect(body.extensions!['consent'].withheld).toHaveLength(3);
    expect(explain.withheld).toEqual({ subgraphs: 1, beforeFetching: 2, recheck: 0 });
    expect(explain.fetches[1]).toMatchObject({ source: 'municipality', entities: 3, sent: 1 });
  });

  it('I-3: says no number of entities when a subgraph gave what it had to withhold', async () => {
    world.graph.override({
      'Query.citizens': (_parent, _args, context) => {
        context.newGrants.push(world.graph.decisionPoint.grant(context.received, { c1: ['IDENTITY'] }));
        return [{ id: 'c1' }];
      },
      'Citizen.friends': () => ['c7', 'c8', 'c9'].map((id) => ({ id })),
    });
    const { explain, body } = await explained('{ citizens { name friends { services { act } } } }');
    expect(body.data.citizens[0].friends).toBeNull();
    expect(explain.withheld.recheck).toBeGreaterThan(0);
    expect(explain.fetches.map(({ entities, sent }: any) => [entities, sent])).toEqual(
      explain.fetches.map(() => [null, null]),
    );
  });

  it('I-3: is the same however many citizens a list leaves out, but for times', async () => {
    const withDenied = async (denied: number) => {
      world.graph.override({
        'Query.citizens': (_parent, _args, context) => {
          const hidden = Array.from({ length: denied }, (_, index) => [`c${index + 10}`, []] as const);
          const permitted = { c1: ['IDENTITY', 'SOCIAL_SERVICE'], ...Object.fromEntries(hidden) } as const;
          context.newGrants.push(world.graph.decisionPoint.grant(context.received, permitted));
          return [{ id: 'c1' }];
        },
      });
      const { explain } = await explained('{ citizens { name services { act } } }');
      return JSON.parse(JSON.stringify(explain), (key, value) => (/^(at|ms|\w+Ms)$/.test(key) ? 'time' : value));
    };
    await withDenied(0);
    expect(await withDenied(40)).toEqual(await withDenied(1));
  });

  it('says of a fetch that failed how, and how often it was tried', async () => {
    world.graph.psychiatry.misbehave((_request, response) => !!response.writeHead(500).end());
    const { explain } = await explained('{ psychiatryStatus }');
    expect(explain.fetches).toMatchObject([{ source: 'psychiatry', fault: 'STATUS', sent: null }]);
  });

  it('I-8: holds no value of a variable, no id and no value of an answer', async () => {
    const { explain } = await explained('query Explained($id: ID!) { citizen(id: $id) { id name diagnoses } }', {
      variables: { id: 'c5' },
    });
    const told = JSON.stringify(explain);
    expect(told).toContain('citizen(id: $id)');
    expect(told).not.toMatch(/c5|F20|Name of|staff-|eyJ/);
  });
});

describe('who may ask for it', () => {
  it('is the roles that the installation names; others are told so before the body is read', async () => {
    const headers = { 'x-sammen-explain': '1' };
    const { status, body } = await world.ask('', { as: ANALYST, purpose: null, headers, body: 'not even JSON' });
    expect(status).toBe(403);
    expect(body.errors![0]!.extensions).toEqual({ code: 'EXPLAIN_NOT_ALLOWED', next: expect.any(String) });
    expect((await world.ask(QUERY, { as: null, headers })).status).toBe(401);
    expect((await world.ask('{ psychiatryStatus }', { as: PSYCHIATRIST, headers })).status).toBe(200);
  });

  it('is nobody where no role is named', async () => {
    const quiet = await startWorld();
    try {
      const answer = await quiet.ask('{ psychiatryStatus }', { headers: { 'x-sammen-explain': '1' } });
      expect(answer.status).toBe(403);
    } finally {
      await quiet.stop();
    }
  });

  it('matters only to those who ask: the header left out, empty or 0 explains nothing', async () => {
    for (const word of ['', '0']) {
      const { status, text } = await world.ask('{ psychiatryStatus }', {
        as: ANALYST,
        purpose: null,
        headers: { 'x-sammen-explain': word },
      });
      expect([status, text.includes('explain')]).toEqual([200, false]);
    }
  });
});
