import { createServer, type IncomingMessage } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { trace } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { SPAN_ATTRIBUTES } from '@sammen/telemetry';
import { PSYCHIATRIST } from './support/people.js';
import { install, startGatewayProcess } from './support/process.js';
import { startWorld, type World } from './support/world.js';

const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }));

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
afterEach(() => (world.graph.reset(), exporter.reset()));

/** Everything that was traced while `act` ran; the span of a request ends when its answer has gone out. */
async function traced(act: () => Promise<unknown>, requests = 1): Promise<readonly ReadableSpan[]> {
  exporter.reset();
  await act();
  const roots = () => exporter.getFinishedSpans().filter(({ name }) => name === 'request').length;
  for (let tries = 0; roots() < requests && tries < 100; tries += 1) await new Promise((done) => setTimeout(done, 10));
  return exporter.getFinishedSpans();
}

const named = (spans: readonly ReadableSpan[], name: string) => spans.filter((span) => span.name === name);
const QUERY = '{ citizens { name services { act } } }';

describe('the trace of a request', () => {
  it('has the request at its root, and below it what was done for it', async () => {
    const spans = await traced(() => world.ask(`query Traced ${QUERY}`));
    const [root] = named(spans, 'request');
    expect(root!.parentSpanContext).toBeUndefined();
    const below = spans.filter((span) => span !== root);
    for (const { parentSpanContext } of below) expect(parentSpanContext!.spanId).toBe(root!.spanContext().spanId);
    expect(new Set(spans.map((span) => span.spanContext().traceId)).size).toBe(1);
    const names = new Set(below.map(({ name }) => name));
    for (const name of ['parse', 'validate', 'authenticate onArrival', 'plan onOperation', 'fetch', 'execute', 'shape'])
      expect(names).toContain(name);
    expect(names).toContain('recheck onResult');
    expect(named(spans, 'fetch').map(({ attributes }) => attributes['sammen.source'])).toEqual([
      'citizen',
      'municipality',
    ]);
    expect(root!.attributes).toMatchObject({ 'http.response.status_code': 200, 'sammen.fetches': 2 });
  });

  it('says of a document that is known that neither it nor its plan was made again', async () => {
    await world.ask(`query Known ${QUERY}`);
    const spans = await traced(() => world.ask(`query Known ${QUERY}`));
    expect(named(spans, 'parse')).toEqual([]);
    expect(named(spans, 'plan onOperation')[0]!.attributes).toEqual({ 'sammen.known': true });
  });

  it('goes on in the subgraphs, one span for each fetch', async () => {
    const spans = await traced(() => world.ask(QUERY));
    const sent = world.graph.all.flatMap(({ received }) => received.map(({ headers }) => headers['traceparent']));
    const expected = named(spans, 'fetch').map((span) => {
      const { traceId, spanId } = span.spanContext();
      return `00-${traceId}-${spanId}-01`;
    });
    expect(sent.toSorted()).toEqual(expected.toSorted());
  });

  it('marks a fetch that failed with its fault', async () => {
    world.graph.municipality.misbehave((_request, response) => !!response.writeHead(500).end('canary'));
    const [, fetch] = named(await traced(() => world.ask(QUERY)), 'fetch');
    expect(fetch!.attributes).toMatchObject({ 'sammen.source': 'municipality', 'sammen.fault': 'STATUS' });
    expect(fetch!.status).toEqual({ code: 2 });
  });

  it('I-8: belongs to no trace that a client names, and carries nothing else of what it says', async () => {
    const traceId = '01010199010101019901010101990101';
    const headers = {
      traceparent: `00-${traceId}-0101019901010199-01`,
      tracestate: 'canary=0101019901',
      baggage: 'citizen=canary',
    };
    const spans = await traced(() => world.ask(QUERY, { headers }));
    for (const span of spans) {
      expect(span.spanContext().traceId).not.toBe(traceId);
      expect(span.links).toEqual([]);
    }
    for (const { received } of world.graph.all)
      for (const { headers: got } of received) expect(JSON.stringify(got)).not.toMatch(/canary|0101019901/);
  });
});

it('I-8: spans say what is on the list of attributes, in the form that stands there, and nothing else', async () => {
  const query =
    'query Canary_Hansen($canary: ID!) { canary_alias: citizen(id: $canary) { canary_name: name services { act } } }';
  const variables = { canary: 'canary-0101019901' };
  world.graph.override({
    'Citizen.name': () => {
      throw Object.assign(new Error('canary-message'), { extensions: { code: 'CANARY', next: 'canary' } });
    },
  });
  const spans = await traced(async () => {
    await world.ask(query, { variables });
    await world.ask('{ canary_field }');
    await world.ask(query, { variables: { canary: { canary: 1 } } });
    await world.ask(query, { as: null });
    await world.ask('', { body: 'canary' });
    world.graph.citizen.misbehave((incoming) => !!incoming.socket.destroy());
    await world.ask(query, { variables });
    await world.ask('mutation Canary { grantService(citizenId: "canary", act: "canary") { id } }');
  }, 7);
  expect(spans.length).toBeGreaterThan(40);
  const words = /^(request|fetch|parse|validate|execute|shape|[a-zA-Z]+ on[A-Z][a-z]+)$/;
  for (const { name, attributes, events, links, status } of spans) {
    expect(name).toMatch(words);
    expect([events, links, status.message]).toEqual([[], [], undefined]);
    for (const [key, value] of Object.entries(attributes)) {
      const form = SPAN_ATTRIBUTES[key as keyof typeof SPAN_ATTRIBUTES] as string | RegExp | undefined;
      expect([key, form]).not.toEqual([key, undefined]);
      if (form instanceof RegExp) expect([key, value]).toEqual([key, expect.stringMatching(form)]);
      else expect([key, typeof value]).toEqual([key, form]);
    }
  }
  const told = JSON.stringify(spans.map(({ name, attributes, resource }) => [name, attributes, resource.attributes]));
  expect(told).not.toMatch(/canary|9901|hansen/i);
  for (const secret of [PSYCHIATRIST.id, PSYCHIATRIST.organisationId!]) expect(told).not.toContain(secret);
});

it('I-14: a gateway that is told of a collector sends its spans there, and to nobody else', async () => {
  const installation = await install();
  const sent: { url: string | undefined; body: string }[] = [];
  const collector = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.setEncoding('latin1').on('data', (chunk) => (body += chunk));
    request.on('end', () => (sent.push({ url: request.url, body }), response.writeHead(200).end('{}')));
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  try {
    const environment = await installation.environment();
    const gateway = startGatewayProcess({
      ...environment,
      RECORD_FILE: installation.recordFile,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/`,
    });
    await gateway.ready;
    const answer = await fetch(`http://127.0.0.1:${environment['PORT']}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await installation.issue(PSYCHIATRIST)}`,
        'x-sammen-purpose': 'TREATMENT',
      },
      body: JSON.stringify({ query: QUERY }),
    });
    expect(answer.status).toBe(200);
    gateway.child.kill('SIGTERM');
    expect(await gateway.exit).toEqual({ code: 0, signal: null });
    expect(sent.map(({ url }) => url)).toEqual(['/v1/traces']);
    expect(sent[0]!.body).toMatch(/"service\.name","value":\{"stringValue":"gateway"\}/);
    const dialled = new Set(readFileSync(installation.recordFile, 'utf8').trim().split('\n'));
    dialled.delete('lookup 127.0.0.1');
    const { citizen, municipality, decisionPoint } = installation.graph;
    const configured = [citizen, municipality, decisionPoint].map(({ url }) => `connect ${new URL(url).host}`);
    expect([...dialled].toSorted()).toEqual([...configured, `connect 127.0.0.1:${port}`].toSorted());
  } finally {
    await new Promise((resolve) => collector.close(resolve));
    await installation.stop();
  }
});
