/** A fault of the gateway's own, met by Apollo Server itself: a stage that throws what no stage may throw. */
import { ApolloServer } from '@apollo/server';
import { buildSchema } from 'graphql';
import { pino } from 'pino';
import { formatError } from '../src/pipeline/formatError.js';
import { operationPlugin } from '../src/pipeline/apolloHooks.js';
import { createRequestState, type GatewayContext } from '../src/pipeline/requestState.js';
import type { Stage } from '../src/pipeline/stage.js';

const SECRET = '010190-9901';
const lines: string[] = [];
const broken = (): never => {
  throw new TypeError(`no such thing: ${SECRET}`);
};

it.each<[string, Stage]>([
  ['before anything is fetched', { name: 'broken', onOperation: broken }],
  ['while it is executed', { name: 'broken', execute: async () => broken() }],
  ['on the way back', { name: 'broken', execute: async () => ({ data: {}, faults: [] }), onResult: broken }],
])('I-8: %s is masked, and whoever is on call reads where', async (_when, stage) => {
  lines.length = 0;
  const log = pino({}, { write: (line: string) => void lines.push(line) });
  const server = new ApolloServer<GatewayContext>({
    schema: buildSchema('type Query { name: String }'),
    plugins: [operationPlugin([stage], log)],
    formatError,
  });
  const state = createRequestState('request-1', 1_000, async () => undefined);
  const { body, http } = await server.executeOperation({ query: '{ name }' }, { contextValue: { state } });
  state.life.end('DONE');
  await server.stop();

  expect(http.status).toBe(500);
  const { errors } = (body as unknown as { singleResult: { errors: { extensions: { code: string; next: string } }[] } })
    .singleResult;
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(state.codes).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(JSON.parse(lines.join())).toMatchObject({
    event: 'request failed',
    requestId: 'request-1',
    kind: 'TypeError',
  });
  expect(JSON.parse(lines.join()).at[0]).toContain('ownFault.test');
  expect(JSON.stringify(body) + lines.join()).not.toContain(SECRET);
});
