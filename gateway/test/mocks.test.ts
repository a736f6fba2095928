/** Something that only stands for a subgraph says so: a gateway passes it on, and in production takes it for none. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { startWorld, type World } from './support/world.js';

const QUERY = '{ psychiatryStatus municipalityStatus }';
const asMock = (answer: Record<string, unknown>) => ({
  ...answer,
  extensions: { ...(answer['extensions'] as object), mock: true },
});

describe('outside production', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());

  it('the answer of a mock counts, and the client is told whose records are made up', async () => {
    world.graph.psychiatry.amend(asMock);
    const { body } = await world.ask(QUERY);
    expect(body.data).toEqual({ psychiatryStatus: 'open', municipalityStatus: 'open' });
    expect(body.extensions!['mock']).toEqual(['psychiatry']);
    world.graph.psychiatry.amend(null);
    expect((await world.ask(QUERY)).body.extensions).not.toHaveProperty('mock');
  });
});

describe('in production', () => {
  let world: World;
  // Keys in files are for development; here they are served, as an issuer does.
  const issuer = createServer((_request, response) =>
    response
      .setHeader('content-type', 'application/json')
      .end(readFileSync(join(dirname(world.supergraphFile), 'jwks.json'))),
  );
  beforeAll(async () => {
    await new Promise<void>((done) => issuer.listen(0, '127.0.0.1', done));
    const jwksUrl = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/`;
    const oidc = { issuer: 'https://issuer.test', audience: 'sammen', jwksUrl };
    world = await startWorld({ production: true, oidc });
  });
  afterAll(async () => {
    await world.stop();
    issuer.closeAllConnections();
    await new Promise((done) => issuer.close(done));
  });

  it('I-4: the answer of a mock counts as none; the others’ arrive', async () => {
    expect((await world.ask(QUERY)).body.data).toEqual({ psychiatryStatus: 'open', municipalityStatus: 'open' });
    world.graph.psychiatry.amend(asMock);
    const { body } = await world.ask(QUERY);
    expect(body.data).toEqual({ psychiatryStatus: null, municipalityStatus: 'open' });
    expect(body.errors).toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE', source: 'psychiatry' }),
      }),
    ]);
    expect(body.extensions).not.toHaveProperty('mock');
  });
});
