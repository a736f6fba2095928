/** A subgraph begins nothing for a caller who waits no longer. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SammenError } from '@sammen/errors';
import Fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import type { DecisionPoint } from '../src/decision/decisionPoint.js';
import { createPermits } from '../src/guard/permits.js';
import { answered } from '../src/server/answered.js';
import { keepBytes } from '../src/server/signedCalls.js';
import { createWriter } from '../src/write/writer.js';

const CITIZEN = '7278594b-9b1c-8561-b05a-bbb21e0ce691';
const actor = { id: 'staff-1', role: 'PSYCHIATRIST', organisationId: 'region-syddanmark' } as never;

let server: FastifyInstance;
let address = '';
let work = 0;
let begun = 0;
let asked = 0;
let written = 0;
const point: DecisionPoint = {
  async ask() {
    asked += 1;
    return { token: 'token', claims: { c: {}, w: {} } };
  },
};

beforeAll(async () => {
  server = Fastify();
  keepBytes(server);
  server.setErrorHandler((error, _request, reply) => reply.code(503).send({ code: (error as SammenError).code }));
  // Never connected: a transaction that begins is seen, and goes no further.
  const database = new DataSource({ type: 'postgres' });
  database.transaction = async () => (written += 1) as never;
  const writer = createWriter(database, {}, async () => undefined);
  const handler = answered(pino({ level: 'silent' }), async () => {
    begun += 1;
    await sleep(work);
    const operation = () => ({ name: null, hash: '', categories: new Set<never>() });
    const permits = createPermits(
      { authorization: '', actor, purpose: 'TREATMENT', requestId: 'r', grants: [], operation },
      point,
    );
    await permits.load(CITIZEN, 'DIAGNOSIS');
    const write = await writer
      .write(async () => undefined)
      .then(
        () => 'written',
        (error: SammenError) => error.code,
      );
    return { unavailable: permits.isUnavailable(), write };
  });
  server.post('/graphql', handler);
  address = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());
beforeEach(() => void (work = begun = asked = written = 0));

const call = async (time?: string) => {
  const headers: Record<string, string> = time === undefined ? {} : { 'x-sammen-deadline-ms': time };
  const answer = await fetch(`${address}/graphql`, { method: 'POST', headers });
  return [answer.status, await answer.json()];
};

it.each([undefined, '5000', 'soon', '-1', ''])('works for a caller who waits %s', async (time) => {
  expect(await call(time)).toEqual([200, { unavailable: false, write: 'written' }]);
  expect([begun, asked, written]).toEqual([1, 1, 1]);
});

it('begins nothing for a caller whose time was up on arrival', async () => {
  expect(await call('0')).toEqual([503, { code: 'DEADLINE_PASSED' }]);
  expect([begun, asked, written]).toEqual([0, 0, 0]);
});

it('I-4: asks for no decision and writes nothing when the time ran out on the way', async () => {
  work = 450;
  expect(await call('400')).toEqual([200, { unavailable: true, write: 'DEADLINE_PASSED' }]);
  expect([begun, asked, written]).toEqual([1, 0, 0]);
});
