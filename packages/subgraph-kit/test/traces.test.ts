/** What a subgraph's own spans say, and whose traces they become part of. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { trace } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import {
  createServiceSigner,
  createServiceVerifier,
  generateKeyFile,
  SERVICE_CALL_HEADER,
  writePublicJwks,
} from '@sammen/identity';
import { SPAN_ATTRIBUTES } from '@sammen/telemetry';
import Fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { StatementCounter } from '../src/database/statementCounter.js';
import type { DecisionQuestion } from '../src/decision/decisionPoint.js';
import { createPermits } from '../src/guard/permits.js';
import { answered } from '../src/server/answered.js';
import { keepBytes, verifySignature } from '../src/server/signedCalls.js';

const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }));

const CITIZEN = '7278594b-9b1c-8561-b05a-bbb21e0ce691';
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';
const directory = mkdtempSync(join(tmpdir(), 'sammen-traces-'));
const keyFile = join(directory, 'service-gateway.jwk.json');
const jwksFile = join(directory, 'services.jwks.json');
const calledFile = join(directory, 'service-psychiatry.jwk.json');
generateKeyFile(keyFile, 'gateway');
generateKeyFile(calledFile, 'psychiatry');
writePublicJwks(jwksFile, [keyFile, calledFile]);
const signer = createServiceSigner({ keyFile, jwksFile, service: 'gateway' });

let server: FastifyInstance;
let asked: DecisionQuestion | undefined;
beforeAll(async () => {
  server = Fastify();
  keepBytes(server);
  const callers = createServiceVerifier({ keyFile: calledFile, jwksFile, service: 'psychiatry' });
  const counter = new StatementCounter();
  const handler = answered(pino({ level: 'silent' }), async () => {
    counter.logQuery();
    counter.logQuery();
    const actor = { id: 'canary-actor', role: 'PSYCHIATRIST', organisationId: 'canary-region' } as never;
    const operation = () => ({ name: 'Canary', hash: '', categories: new Set<never>() });
    const request = { authorization: '', actor, purpose: 'TREATMENT', requestId: '', grants: [], operation } as const;
    const permits = createPermits(request, {
      async ask(question) {
        asked = question;
        throw new Error('canary-message');
      },
    });
    await permits.load(CITIZEN, 'DIAGNOSIS');
    return { canary: 'canary-value' };
  });
  server.post('/graphql', { preHandler: verifySignature(callers) }, handler);
  await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

/** One request with a trace of the caller's, and the spans that it left: the answer's, then the question's. */
async function spansOf(isSigned: boolean) {
  exporter.reset();
  const body = JSON.stringify({ query: '{ canary }' });
  const requestId = randomUUID();
  const caller = { authorization: null, purpose: null, requestId };
  const { port } = server.server.address() as { port: number };
  await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-request-id': requestId,
      traceparent: `00-${TRACE}-${SPAN}-01`,
      tracestate: 'canary=1',
      ...(isSigned
        ? {
            [SERVICE_CALL_HEADER]: signer.sign({
              method: 'POST',
              path: '/graphql',
              body,
              caller,
              to: 'psychiatry',
            }),
          }
        : {}),
    },
    body,
  });
  for (let tries = 0; exporter.getFinishedSpans().length < 2 && tries < 100; tries += 1)
    await new Promise((done) => setTimeout(done, 5));
  const spans = exporter.getFinishedSpans();
  const [answer, question] = ['answer', 'decide'].map((name) => spans.find((span) => span.name === name)!);
  return { answer: answer!, question: question!, requestId, count: spans.length };
}

it('a call that the gateway signed is part of its trace: the answer, its statements, the question to the decision point', async () => {
  const { answer, question, requestId, count } = await spansOf(true);
  expect(count).toBe(2);
  expect(answer.spanContext().traceId).toBe(TRACE);
  expect(answer.parentSpanContext!.spanId).toBe(SPAN);
  expect(answer.attributes).toEqual({
    'sammen.request_id': requestId,
    'sammen.sql_statements': 2,
    'sammen.decision_calls': 1,
    'http.route': '/graphql',
    'http.response.status_code': 200,
  });
  expect(question.parentSpanContext!.spanId).toBe(answer.spanContext().spanId);
  expect(question.attributes).toEqual({ 'sammen.fault': 'UNAVAILABLE' });
  expect(asked!.trace).toEqual(question.spanContext());
});

it('I-8: a call that nobody signed begins a trace of its own: its sender does not choose the ids', async () => {
  const { answer } = await spansOf(false);
  expect(answer.spanContext().traceId).not.toBe(TRACE);
  expect(answer.parentSpanContext).toBeUndefined();
});

it('I-8: nothing of a request, of who asks and of what went wrong stands in a span', async () => {
  for (const isSigned of [true, false]) {
    const { answer, question } = await spansOf(isSigned);
    for (const { name, attributes, events, links, status } of [answer, question]) {
      expect([events, links, status.message]).toEqual([[], [], undefined]);
      expect(JSON.stringify([name, attributes])).not.toMatch(/canary|7278594b/i);
      expect(Object.keys(attributes).filter((key) => !(key in SPAN_ATTRIBUTES))).toEqual([]);
    }
  }
});
