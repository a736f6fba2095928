/** Getting hold of somebody's sign-in, or of their signing out: at the development issuer's real process, by HTTP. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askForTokens, codeFor } from '../../packages/development-issuer/test/support/askForTokens';
import {
  environmentOf,
  type IssuerProcess,
  PAGES,
  runIssuer,
  startIssuerProcess,
} from '../../packages/development-issuer/test/support/issuerProcess';
import { openPage, openWalker } from '../../packages/development-issuer/test/support/walk';

const CALLBACK = `${PAGES}/sign-in`;
let issuer: IssuerProcess;
beforeAll(async () => (issuer = await startIssuerProcess()));
afterAll(() => issuer.stop());

const refresh = (token: string, headers = {}) =>
  askForTokens(issuer, { grant_type: 'refresh_token', refresh_token: token }, headers);

async function signedIn(persona: string) {
  const walker = openWalker(PAGES);
  const page = openPage(walker, issuer.settings, CALLBACK);
  await page.signInAs(persona);
  return { walker, page };
}

async function isKnown(walker: ReturnType<typeof openWalker>): Promise<boolean> {
  const page = openPage(walker, issuer.settings, CALLBACK);
  await page.signIn.signIn({ prompt: 'none' });
  return (await page.last()).url.includes('code=');
}

it('I-4: no code is given without a proof of whoever asked for it, and none is exchanged without', async () => {
  const { walker } = await signedIn('key-manager');
  const asked = { response_type: 'code', client_id: 'sammen-explorer', redirect_uri: CALLBACK, scope: 'openid' };
  const landed = await walker.visit(`${issuer.url}/auth?${new URLSearchParams(asked)}`);
  expect(landed.url).not.toContain('code=');
  const { code_verifier: _left, ...overheard } = await codeFor(issuer, 'key-manager');
  expect((await askForTokens(issuer, overheard)).body).toMatchObject({ error: 'invalid_grant' });
});

it('I-4: a copied refresh token brings nothing beside the person, and costs the thief what they had', async () => {
  const { body: mine } = await askForTokens(issuer, await codeFor(issuer, 'key-manager'));
  const { body: stolen } = await refresh(mine['refresh_token']!);
  expect(stolen['access_token']).toEqual(expect.any(String));
  expect((await refresh(mine['refresh_token']!)).body).toMatchObject({ error: 'invalid_grant' });
  expect((await refresh(stolen['refresh_token']!)).body).toMatchObject({ error: 'invalid_grant' });
});

it('another website reads no token, even with a refresh token in its hands', async () => {
  const { body } = await askForTokens(issuer, await codeFor(issuer, 'volunteer'));
  const answer = await refresh(body['refresh_token']!, { origin: 'https://evil.example' });
  expect(answer.body['access_token']).toBeUndefined();
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

it('I-4: whoever sits in another browser of somebody who signs out is out too', async () => {
  const thief = await signedIn('psychiatrist');
  const { page } = await signedIn('psychiatrist');
  expect(await isKnown(thief.walker)).toBe(true);
  await page.signIn.signOut();
  await page.last();
  expect(await isKnown(thief.walker)).toBe(false);
});

it('an address that somebody is made to visit signs nobody out', async () => {
  const { walker } = await signedIn('psychiatrist');
  await walker.visit(`${issuer.url}/session/end?client_id=sammen-explorer`);
  await walker.visit(`${issuer.url}/session/end`);
  expect(await isKnown(walker)).toBe(true);
});

it('a name of somebody else’s that points at this machine gets no answer', async () => {
  const { port } = new URL(issuer.url);
  for (const path of ['/.well-known/openid-configuration', '/auth?client_id=sammen-explorer']) {
    const asked = request({ port, host: '127.0.0.1', path, headers: { host: 'evil.example' } }).end();
    const [answer] = await once(asked, 'response');
    answer.resume();
    expect(answer.statusCode).toBe(421);
  }
});

it('I-4: in production nobody can choose who to be', async () => {
  const keys = mkdtempSync(join(tmpdir(), 'sammen-issuer-'));
  const { child, code, said } = await runIssuer({ ...environmentOf(0, keys), NODE_ENV: 'production' });
  if (code === null) child.kill('SIGKILL');
  rmSync(keys, { recursive: true, force: true });
  expect(code).toBe(1);
  expect(said.join('')).toContain('DEVELOPMENT_ISSUER_REFUSED');
});
