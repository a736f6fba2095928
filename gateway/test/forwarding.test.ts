import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { createServiceVerifier, SERVICE_CALL_HEADER } from '@sammen/identity';
import { CITIZEN, GUARDIAN, PSYCHIATRIST } from './support/people.js';
import type { Received } from './support/subgraph.js';
import { NOTHING_WITHHELD, startWorld, type World } from './support/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
afterEach(() => world.graph.reset());

const OVERVIEW = '{ citizen(id: "c1") { name admissions { ward } services { act } } }';
/** Longer than a process takes to look at a list of keys again. */
const LISTS_ARE_LOOKED_AT = 1_100;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe('a query over all sectors', () => {
  it('is answered in one piece', async () => {
    const { status, body } = await world.ask(OVERVIEW);
    expect(status).toBe(200);
    expect(body).toEqual({
      extensions: NOTHING_WITHHELD,
      data: {
        citizen: {
          name: 'Name of c1',
          admissions: [{ ward: 'north' }, { ward: 'south' }],
          services: [{ act: 'SEL 85' }],
        },
      },
    });
  });

  it('is kept by nobody on the way', async () => {
    const { headers } = await world.ask(OVERVIEW);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('what reaches a subgraph', () => {
  it('is exactly the token, the purpose, a request id, a signature and what HTTP itself needs', async () => {
    const { headers } = await world.ask(OVERVIEW, {
      headers: {
        'x-actor': 'somebody-else',
        'x-request-id': 'mine',
        'x-forwarded-for': '192.0.2.1',
        'x-sammen-grants': 'forged',
        'apollo-federation-include-trace': 'ftv1',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        cookie: 'session=1',
        origin: 'https://elsewhere.test',
      },
    });
    for (const { received, url } of world.graph.all) {
      expect(received).toHaveLength(1);
      const {
        authorization,
        'content-length': length,
        [SERVICE_CALL_HEADER]: signature,
        ...rest
      } = received[0]!.headers;
      expect(signature).toMatch(/^ey/);
      expect(authorization).toMatch(/^Bearer ey/);
      expect(Number(length)).toBeGreaterThan(0);
      expect(rest).toEqual({
        host: new URL(url).host,
        connection: 'keep-alive',
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        'x-sammen-purpose': 'TREATMENT',
        'x-request-id': headers.get('x-request-id'),
        'x-sammen-deadline-ms': '2000',
        'accept-encoding': 'identity',
      });
    }
  });

  it('is signed by the gateway for that subgraph, those bytes, that caller, once', async () => {
    await world.ask(OVERVIEW);
    for (const { received, name } of world.graph.all) {
      const [{ headers, text }] = received as [Received];
      const verifier = createServiceVerifier({
        keyFile: world.keyFileOf(name),
        jwksFile: world.config.serviceJwksFile,
        service: name,
      });
      const caller = {
        authorization: headers.authorization!,
        purpose: headers['x-sammen-purpose'] as string,
        requestId: headers['x-request-id'] as string,
      };
      const call = { method: 'POST', path: '/graphql', body: text, caller };
      const verify = (change: object) => verifier.verify(String(headers[SERVICE_CALL_HEADER]), { ...call, ...change });
      for (const change of [
        { body: `${text} ` },
        { path: '/grants' },
        { caller: undefined },
        ...Object.keys(caller).flatMap((key) => [
          { caller: { ...caller, [key]: 'other' } },
          { caller: { ...caller, [key]: null } },
        ]),
      ]) {
        await expect(verify(change)).rejects.toMatchObject({ code: 'SERVICE_CALL_INVALID' });
      }
      expect(await verify({})).toBe('gateway');
      await expect(verify({})).rejects.toMatchObject({ code: 'SERVICE_CALL_REPLAYED' });
    }
  });

  it('is not made to a subgraph whose key is not listed: that one is down, the others answer', async () => {
    const { serviceJwksFile } = world.config;
    const listed = readFileSync(serviceJwksFile, 'utf8');
    const { keys } = JSON.parse(listed) as { keys: { kid: string }[] };
    const others = keys.filter(({ kid }) => !kid.startsWith('psychiatry#'));
    expect(others).toHaveLength(keys.length - 1);
    writeFileSync(serviceJwksFile, JSON.stringify({ keys: others }));
    await setTimeout(LISTS_ARE_LOOKED_AT);
    const { body } = await world.ask(OVERVIEW);
    writeFileSync(serviceJwksFile, listed);
    await setTimeout(LISTS_ARE_LOOKED_AT);
    expect(body.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', source: 'psychiatry' } }]);
    expect(body.data!.citizen).toMatchObject({ name: 'Name of c1', services: [{ act: 'SEL 85' }] });
    expect(world.log.join('')).toContain('SERVICE_UNKNOWN');
    expect((await world.ask(OVERVIEW)).body.errors).toBeUndefined();
  });

  it('and is refused there for its signature is a source that is down, whose reason is for the log', async () => {
    world.graph.psychiatry.amend(() => ({
      errors: [{ message: 'x', extensions: { code: 'SERVICE_CALL_EXPIRED', next: 'y' } }],
    }));
    const { body } = await world.ask(OVERVIEW);
    expect(body.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', source: 'psychiatry' } }]);
    expect(JSON.stringify(body)).not.toContain('SERVICE_CALL');
    expect(world.log.join('')).toContain('SERVICE_CALL_EXPIRED');
  });

  it('I-8: is a request id of the gateway, never one that a client wrote', async () => {
    const { headers } = await world.ask('{ psychiatryStatus }', { headers: { 'x-request-id': '0101019901' } });
    expect(headers.get('x-request-id')).toMatch(UUID);
    expect(world.graph.psychiatry.received[0]!.headers['x-request-id']).toBe(headers.get('x-request-id'));
  });

  it('is nothing of the extensions that a client sends', async () => {
    const body = JSON.stringify({ query: OVERVIEW, extensions: { grants: ['forged'], categories: 'ffff', x: 1 } });
    await world.ask('', { body });
    for (const { received } of world.graph.all) {
      expect(Object.keys(received[0]!.body.extensions!)).toEqual(['grants', 'categories']);
      expect(received[0]!.body.extensions!.grants).not.toContain('forged');
    }
  });

  it('is the purpose SELF_ACCESS for a citizen and REPRESENTATION for a guardian who name none', async () => {
    await world.ask('{ psychiatryStatus }', { as: CITIZEN, purpose: null });
    await world.ask('{ psychiatryStatus }', { as: GUARDIAN, purpose: null });
    const purposes = world.graph.psychiatry.received.map(({ headers }) => headers['x-sammen-purpose']);
    expect(purposes).toEqual(['SELF_ACCESS', 'REPRESENTATION']);
  });
});

describe('grants', () => {
  const grants = (name: 'citizen' | 'psychiatry' | 'municipality') =>
    world.graph[name].received.map(({ body }) => body.extensions!.grants);

  it('of a first fetch travel along with all later fetches of the same request', async () => {
    world.graph.override({
      'Query.citizen': (_parent, { id }, context) => (context.newGrants.push('grant-1'), { id }),
    });
    await world.ask(OVERVIEW);
    expect(grants('citizen')).toEqual([[]]);
    expect(grants('psychiatry')).toEqual([['grant-1']]);
    expect(grants('municipality')).toEqual([['grant-1']]);
  });

  it('add up over the steps of a plan', async () => {
    world.graph.override({
      'Query.citizen': (_parent, { id }, context) => (context.newGrants.push('grant-1'), { id }),
      'Citizen.friend': (_parent, _args, context) => (context.newGrants.push('grant-2'), { id: 'c9' }),
      'Citizen.unit': (_parent, _args, context) => (context.newGrants.push('grant-3'), { id: 'u1' }),
    });
    await world.ask('{ citizen(id: "c1") { friend { services { act } } unit { phone } } }');
    expect(grants('municipality')[0]).toEqual(expect.arrayContaining(['grant-1', 'grant-2']));
  });

  it('of many citizens travel too, and of too many the newest that a subgraph takes', async () => {
    const large = (name: string) => name.padEnd(200 * 1024, '.');
    const made = [...Array.from({ length: 120 }, (_, n) => `grant-${n}`), ...Array.from('abcdef', large)];
    world.graph.override({
      'Query.citizen': (_parent, { id }, context) => (context.newGrants.push(...made), { id }),
    });
    expect((await world.ask(OVERVIEW)).body.errors).toBeUndefined();
    expect(grants('psychiatry')).toEqual([made.slice(-5)]);
    world.graph.reset();
    made.splice(-6);
    world.graph.override({
      'Query.citizen': (_parent, { id }, context) => (context.newGrants.push(...made), { id }),
    });
    await world.ask(OVERVIEW);
    expect(grants('psychiatry').at(-1)).toEqual(made.slice(-100));
  });

  it('never reach another request, also not one that runs at the same time', async () => {
    world.graph.override({
      'Query.citizen': async (_parent, { id }, context) => {
        context.newGrants.push(`grant-of-${id}`);
        await setTimeout(20);
        return { id };
      },
    });
    const ids = Array.from({ length: 20 }, (_, index) => `c${index}`);
    await Promise.all(
      ids.map((id, index) =>
        world.ask('query($id: ID!) { citizen(id: $id) { admissions { ward } } }', {
          as: { ...PSYCHIATRIST, id: `staff-${index}` },
          variables: { id },
        }),
      ),
    );
    const seen = world.graph.psychiatry.received.map(({ body }) => {
      const [{ id }] = body.variables!['representations'] as [{ id: string }];
      return [id, body.extensions!.grants];
    });
    expect(seen.sort()).toEqual(ids.map((id) => [id, [`grant-of-${id}`]]).sort());
    expect(grants('citizen').every((list) => list!.length === 0)).toBe(true);
  });

  it('are not shown to the client', async () => {
    world.graph.override({ 'Query.citizen': (_p, { id }, context) => (context.newGrants.push('grant-1'), { id }) });
    const { text } = await world.ask(OVERVIEW);
    expect(text).not.toContain('grant');
  });
});
