/** Which connections calls travel on: HTTP/2 shares one, HTTP/1.1 carries one call at a time, and no signature travels twice. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createSecureServer, type Http2SecureServer, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'undici';
import { AnswerReader } from '../src/execution/fetching/answerReader.js';
import { createConnections } from '../src/execution/fetching/connections.js';
import { createRequestLife } from '../src/execution/fetching/requestLife.js';
import type { SubgraphUnavailable } from '../src/execution/fetching/subgraphUnavailable.js';
import { createCertificate } from './support/certificate.js';

const LIMITS = { timeout: 3_000, maxAnswerBytes: 10_000 };
const life = createRequestLife(60_000);
afterAll(() => life.end('DONE'));

/** Posts; what it was answered, or how it failed. */
function post(pool: Pool, body: string, isMutation = false): Promise<unknown> {
  const sent = new Promise((resolve, reject) => {
    const reader = new AnswerReader(LIMITS, { life, isMutation }, resolve, reject);
    pool.dispatch({ method: 'POST', path: '/graphql', body, idempotent: true }, reader);
  });
  return sent.catch(({ fault, unanswered }: SubgraphUnavailable) => ({ fault, unanswered }));
}

const json = { 'content-type': 'application/json' };
const portOf = (server: Server | Http2SecureServer): number => (server.address() as AddressInfo).port;

describe('over TLS, where the source offers HTTP/2', () => {
  const sessions: ServerHttp2Session[] = [];
  const received: string[] = [];
  const certificate = createCertificate();
  let hold = (): Promise<unknown> => sleep(50);
  let server: Http2SecureServer;
  let pool: Pool;

  beforeAll(async () => {
    server = createSecureServer({ ...certificate, allowHTTP1: true });
    server.on('session', (session) => void sessions.push(session));
    server.on('request', async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      received.push(`${request.httpVersion} ${body}`);
      await hold();
      if (!response.stream.destroyed) response.writeHead(200, json).end(JSON.stringify({ body }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  beforeEach(() => {
    pool = createConnections(`https://127.0.0.1:${portOf(server)}`, {
      most: 4,
      connectTimeout: 3_000,
      authorities: certificate.cert,
    });
  });
  afterEach(async () => {
    await pool.destroy();
    for (const session of sessions) session.destroy();
    sessions.length = received.length = 0;
    hold = () => sleep(50);
  });
  afterAll(() => void server.close());

  it('calls share one connection, changes too', async () => {
    await post(pool, 'first');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => post(pool, `${index}`, index % 2 === 1)),
    );
    expect(answers).toEqual(Array.from({ length: 20 }, (_, index) => ({ body: `${index}` })));
    expect(sessions).toHaveLength(1);
    expect(received.every((one) => one.startsWith('2.0 '))).toBe(true);
  });

  it('a connection that the source closes while calls are under way: each was sent once', async () => {
    await post(pool, 'first');
    hold = () => new Promise(() => undefined);
    const asked = [post(pool, 'a'), post(pool, 'b', true), post(pool, 'c')];
    for (let tries = 0; received.length < 4 && tries < 300; tries += 1) await sleep(10);
    sessions[0]!.goaway();
    const failures = await Promise.all(asked);
    await sleep(100);
    expect(failures).toEqual(asked.map(() => ({ fault: 'DOWN', unanswered: expect.any(Boolean) })));
    expect(received.toSorted()).toEqual(['2.0 a', '2.0 b', '2.0 c', '2.0 first']);
    hold = () => Promise.resolve();
    expect(await post(pool, 'again')).toEqual({ body: 'again' });
  });
});

describe('over HTTP/1.1', () => {
  it('a connection is kept, and carries one call at a time', async () => {
    const running = new Map<Socket, number>();
    let most = 0;
    const server = createServer(async (request, response) => {
      const { socket } = request;
      running.set(socket, (running.get(socket) ?? 0) + 1);
      most = Math.max(most, running.get(socket)!);
      for await (const _chunk of request);
      await sleep(20);
      running.set(socket, running.get(socket)! - 1);
      response.writeHead(200, json).end('{}');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const pool = createConnections(`http://127.0.0.1:${portOf(server)}`, { most: 3, connectTimeout: 3_000 });
    for (let times = 0; times < 3; times += 1) {
      const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => post(pool, `${index}`)));
      expect(answers.every((answer) => JSON.stringify(answer) === '{}')).toBe(true);
    }
    expect([most, running.size]).toEqual([1, 3]);
    await pool.close();
    server.close();
  });
});
