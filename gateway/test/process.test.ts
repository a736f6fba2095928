import { readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PSYCHIATRIST } from './support/people.js';
import { freePort, install, startGatewayProcess, type GatewayProcess, type Installation } from './support/process.js';

/** A busy machine starts processes and loads schemas slowly. */
jest.setTimeout(30_000);

let installation: Installation;
const running: GatewayProcess[] = [];
beforeAll(async () => void (installation = await install()));
afterAll(() => installation.stop());
afterEach(async () => {
  for (const { child, exit } of running.splice(0)) {
    child.kill('SIGKILL');
    await exit;
  }
  installation.graph.reset();
});

async function start(settings: Record<string, string> = {}) {
  const environment = { ...(await installation.environment()), ...settings };
  const gateway = startGatewayProcess(environment);
  running.push(gateway);
  return { ...gateway, address: `http://127.0.0.1:${environment['PORT']}` };
}

const agent = new Agent({ keepAlive: true });
afterAll(() => agent.destroy());

/** One GraphQL request over a connection that the client means to keep. */
async function ask(address: string, body: unknown, token?: string): Promise<{ status: number; text: string }> {
  const bearer = token ?? (await installation.issue(PSYCHIATRIST));
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${bearer}`,
      'x-sammen-purpose': 'TREATMENT',
    };
    const sent = request(`${address}/graphql`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk)).on('end', () => resolve({ status: response.statusCode!, text }));
    });
    sent.on('error', reject).end(JSON.stringify(body));
  });
}

describe('a gateway that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT', 'disconnect'] as const)(
    'by %s answers what is in flight, takes nothing new and exits 0',
    async (signal) => {
      let arrived: () => void = () => undefined;
      const inFlight = new Promise<void>((resolve) => (arrived = resolve));
      installation.graph.override({ 'Citizen.diagnoses': async () => (arrived(), await sleep(400), ['F20.0']) });
      const { address, ready, exit, child } = await start();
      await ready;
      const answer = ask(address, { query: '{ citizen(id: "c1") { diagnoses } }' });
      await inFlight;
      if (signal === 'disconnect') child.disconnect();
      else child.kill(signal);
      await sleep(100);
      await expect(fetch(`${address}/health/live`)).rejects.toThrow();
      expect(await answer).toEqual({
        status: 200,
        text: '{"data":{"citizen":{"diagnoses":["F20.0"]}},"extensions":{"consent":{"withheld":[]}}}\n',
      });
      const answered = performance.now();
      expect(await exit).toEqual({ code: 0, signal: null });
      expect(performance.now() - answered).toBeLessThan(2_000);
    },
  );

  it('twice ends at once, whatever is in flight', async () => {
    let arrived: () => void = () => undefined;
    const inFlight = new Promise<void>((resolve) => (arrived = resolve));
    installation.graph.psychiatry.misbehave(() => (arrived(), true));
    const { address, ready, exit, child } = await start();
    await ready;
    const answer = ask(address, { query: '{ psychiatryStatus }' }).catch(() => 'cut off');
    await inFlight;
    const told = performance.now();
    child.kill('SIGTERM');
    await sleep(50);
    child.kill('SIGTERM');
    expect(await exit).toEqual({ code: 1, signal: null });
    expect(performance.now() - told).toBeLessThan(1_000);
    expect(await answer).toBe('cut off');
  });
});

describe('a gateway that cannot start', () => {
  async function expectOneLine(settings: Record<string, string>, line: RegExp) {
    const { exit, output, ready } = await start(settings);
    await expect(ready).rejects.toThrow();
    expect(await exit).toEqual({ code: 1, signal: null });
    expect(output.stderr).toMatch(line);
    expect(output.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(output.stderr).not.toContain(installation.directory);
  }

  it('because a setting is malformed names the setting, not its value', () =>
    expectOneLine({ SUBGRAPH_URLS: 'secret' }, /^sammen gateway: CONFIG_MISSING SUBGRAPH_URLS must be a JSON object/));

  it('because there is no supergraph says so', () =>
    expectOneLine(
      { SUPERGRAPH_FILE: join(installation.directory, 'none.graphql') },
      /^sammen gateway: SUPERGRAPH_UNREADABLE The supergraph file cannot be read \(ENOENT\)\. .*sammen compose/,
    ));

  it('because the supergraph is broken says so', () => {
    const file = join(installation.directory, 'broken.graphql');
    writeFileSync(file, 'type Query {\n');
    return expectOneLine({ SUPERGRAPH_FILE: file }, /^sammen gateway: SUPERGRAPH_BROKEN .*sammen compose/);
  });

  it('because the port is taken says so', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await expectOneLine({ PORT: String(port) }, /^sammen gateway: PORT_TAKEN .*\(EADDRINUSE\)/);
    await new Promise((resolve) => other.close(resolve));
  });

  it('because keys may not come from a file in production says so', () =>
    expectOneLine({ NODE_ENV: 'production' }, /^sammen gateway: ISSUER_KEYS_REFUSED /));
});

it('I-14: dials the subgraphs and the decision point and nobody else, also when its environment would have it report to a vendor', async () => {
  const { address, ready, exit, child } = await start({
    RECORD_FILE: installation.recordFile,
    APOLLO_TELEMETRY_DISABLED: 'false',
    OTEL_TRACES_EXPORTER: 'otlp',
    APOLLO_KEY: 'service:sammen:x',
    APOLLO_GRAPH_REF: 'sammen@current',
    APOLLO_SCHEMA_REPORTING: 'true',
  });
  await ready;
  const query = '{ citizen(id: "c1") { name admissions { ward } services { act } } }';
  expect((await ask(address, { query })).status).toBe(200);
  expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  await fetch(address, { headers: { accept: 'text/html' } });
  await sleep(1_500);
  child.kill('SIGTERM');
  expect(await exit).toEqual({ code: 0, signal: null });
  const dialled = new Set(readFileSync(installation.recordFile, 'utf8').trim().split('\n'));
  const { all, decisionPoint } = installation.graph;
  const configured = [...all, decisionPoint].map(({ url }) => `connect ${new URL(url).host}`);
  // The host that the gateway itself listens on is looked up by Node before it binds.
  dialled.delete('lookup 127.0.0.1');
  expect([...dialled].sort()).toEqual(configured.sort());
});

it('I-8: what it logs holds no token, no variable, no id, no document and no message of a source', async () => {
  const { address, ready, exit, child, output } = await start();
  await ready;
  const token = await installation.issue({ ...PSYCHIATRIST, id: 'staff-canary-actor' });
  const query = 'query Canary_0101019901($id: ID!) { citizen(id: $id) { name diagnoses services { act } } }';
  const variables = { id: 'canary-citizen' };
  const { graph } = installation;
  graph.override({
    'Citizen.name': (_p, _args, context, info) => (
      context.newGrants.push('canary-grant'),
      context.withhold(info, 'IDENTITY')
    ),
    'Citizen.diagnoses': () => {
      throw new Error('canary-message');
    },
  });
  await ask(address, { query, variables }, token);
  graph.municipality.misbehave((_request, response) => !!response.writeHead(500).end('canary-body'));
  await ask(address, { query, variables }, token);
  graph.municipality.misbehave((incoming) => !!incoming.socket.destroy());
  await ask(address, { query, variables }, token);
  await ask(address, { query, variables: { id: { canary: 'canary-variable' } } }, token);
  await ask(address, { query: '{ canary_field }' }, token);
  await ask(address, 'canary-body', token);
  await ask(address, { query, variables }, `${token.slice(0, -8)}canaryxx`);
  await fetch(`${address}/canary-path?query={canary}`, { headers: { 'x-request-id': 'canary-id' } });
  child.kill('SIGTERM');
  await exit;

  const all = output.stdout + output.stderr;
  const lines = output.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.filter(({ event }) => event === 'request')).toHaveLength(7);
  expect(lines.find(({ event }) => event === 'request')).toEqual({
    level: 30,
    time: expect.any(Number),
    service: 'gateway',
    name: 'gateway',
    event: 'request',
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    status: 200,
    durationMs: expect.any(Number),
    role: 'PSYCHIATRIST',
    purpose: 'TREATMENT',
    operation: 'query',
    operationName: 'Canary_#',
    fetches: 3,
    decisions: 0,
    errors: 1,
    // The canary of a grant is none, so what came with it was dropped.
    withheld: 2,
    dropped: 1,
    codes: ['SUBGRAPH_ERROR'],
  });
  // What is no JSON is refused before it is a GraphQL request.
  expect(lines.filter(({ event }) => event === 'request').map(({ codes }) => codes)).toEqual([
    ['SUBGRAPH_ERROR'],
    ['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_ERROR'],
    ['SUBGRAPH_ERROR', 'SUBGRAPH_UNAVAILABLE'],
    ['INVALID_VARIABLE'],
    ['GRAPHQL_VALIDATION_FAILED'],
    undefined,
    ['UNAUTHENTICATED'],
  ]);
  const withoutNames = all.replaceAll('"operationName":"Canary_#"', '');
  expect(withoutNames).not.toMatch(/canary/i);
  for (const part of token.split('.')) expect(all).not.toContain(part);
  expect(all).not.toMatch(/0101019901|Bearer|F20\.0|SEL 85/);
});
