/** What a page of the gateway reads before anybody is signed in. */
import { startWorld, type World } from './support/world';

const signIn = {
  issuer: 'https://issuer.test',
  clientId: 'sammen-explorer',
  scope: 'openid',
  resource: null,
  endSession: null,
};

describe('GET /settings.json', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld({ pages: { signIn, issuerKind: 'CONFIGURED' } })));
  afterAll(() => world.stop());

  it('says where to sign in and where the graph is, without a token, and is never stored', async () => {
    const response = await fetch(`${world.address}/settings.json`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(await response.json()).toEqual({ signIn, graphql: '/graphql', issuerKind: 'CONFIGURED' });
  });
});
