/** The whole flow, with the module that pages use and the issuer's real process. */
import { PERSONAS } from '@sammen/population';
import { type IssuerProcess, PAGES, startIssuerProcess } from './support/issuerProcess';
import { openPage, openWalker } from './support/walk';

const CALLBACK = `${PAGES}/sign-in`;
let issuer: IssuerProcess;
beforeAll(async () => (issuer = await startIssuerProcess()));
afterAll(() => issuer.stop());

describe('signing in', () => {
  it.each(['citizen', 'key-manager', 'analyst'] as const)('as %s gives a token of exactly that actor', async (name) => {
    const page = openPage(openWalker(PAGES), issuer.settings, CALLBACK);
    await page.signInAs(name);
    const { actor, displayName } = PERSONAS[name];
    const token = await page.signIn.accessToken();
    const verified = await issuer.verifier.verify(`Bearer ${token}`);
    expect(verified).toMatchObject({ actor, purposes: null });
    expect(page.signIn.session()).toMatchObject({ actorId: actor.id, name: displayName, role: actor.role });
  });

  it('gives the same to a page that names no resource', async () => {
    const page = openPage(openWalker(PAGES), { ...issuer.settings, resource: null, scope: 'openid' }, CALLBACK);
    await page.signInAs('leader');
    const verified = await issuer.verifier.verify(`Bearer ${await page.signIn.accessToken()}`);
    expect(verified.actor).toEqual(PERSONAS.leader.actor);
  });
});
