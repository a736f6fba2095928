/** The module that pages sign in with, against the development issuer's real process and a browser without a screen. */
import { isSignInError, readGatewaySettings } from '@sammen/client/sign-in';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type IssuerProcess, PAGES, startIssuerProcess } from '../../development-issuer/test/support/issuerProcess';
import { openPage, openWalker } from '../../development-issuer/test/support/walk';

const CALLBACK = `${PAGES}/consent/sign-in`;
const LATER = 4.5 * 60_000;
let issuer: IssuerProcess;
let late = 0;
let asked: string[] = [];
let answerWith: ((url: string, init?: RequestInit) => Promise<Response | undefined> | undefined) | undefined;
const clock = () => Date.now() + late;
const watched: typeof fetch = async (input, init) => {
  const url = String(input);
  asked.push(url.replace(issuer.url, ''));
  return (await answerWith?.(url, init)) ?? fetch(input, init);
};
const open = (walker = openWalker(PAGES)) => openPage(walker, issuer.settings, CALLBACK, { clock, fetch: watched });
const codeOf = (error: unknown): string => (isSignInError(error) ? error.code : String(error));

beforeAll(async () => (issuer = await startIssuerProcess()));
beforeEach(() => {
  [late, asked, answerWith] = [0, [], undefined];
});
afterAll(() => issuer.stop());

describe('signing in', () => {
  it('keeps a state and a verifier while the page is away, and nothing at all afterwards', async () => {
    const page = open();
    await page.signIn.signIn({ locale: 'en' });
    const shown = await page.last();
    expect(shown.html).toContain('<html lang="en">');
    expect([...page.kept]).toEqual([
      ['sammen.signIn.sammen-explorer', { state: expect.any(String), verifier: expect.any(String) }],
    ]);
    const landed = await openWalker(PAGES).visit(shown.url);
    expect(landed.status).toBe(400); // Another browser does not get into the middle of it.
    expect(page.signIn.session()).toBeNull();
    await expect(page.signIn.accessToken()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await page.signInAs('mentor');
    expect(page.kept.size).toBe(0);
    expect(page.signIn.session()).toEqual({
      actorId: expect.stringContaining('ngo-peer-vestkysten'),
      name: expect.any(String),
      role: 'MENTOR',
      organisationId: 'ngo-peer-vestkysten',
      purposes: null,
      signedInAt: expect.any(Number),
    });
  });

  it('is silent when a page is loaded again, as long as the issuer knows somebody', async () => {
    const walker = openWalker(PAGES);
    await open(walker).signInAs('mentor');
    const again = open(walker);
    await again.signIn.signIn({ prompt: 'none' });
    await again.signIn.completeSignIn((await again.last()).url);
    expect(again.signIn.session()).toMatchObject({ role: 'MENTOR' });
    const stranger = open();
    await stranger.signIn.signIn({ prompt: 'none' });
    const { url } = await stranger.last();
    await expect(stranger.signIn.completeSignIn(url)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('is refused with another state, a second time, without a beginning, and when it was cancelled', async () => {
    const page = open();
    await page.signIn.signIn();
    const landed = await openLanded(page);
    const forged = new URL(landed);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect(await page.signIn.completeSignIn(forged).catch(codeOf)).toBe('NO_SIGN_IN_UNDER_WAY');
    expect(await page.signIn.completeSignIn(landed).catch(codeOf)).toBe('NO_SIGN_IN_UNDER_WAY');
    expect(asked.filter((url) => url === '/token')).toEqual([]);

    const walker = openWalker(PAGES);
    const cancelling = open(walker);
    await cancelling.signIn.signIn();
    const gone = await walker.submit(await cancelling.last(), { cancel: 'yes' });
    expect(await cancelling.signIn.completeSignIn(gone.url).catch(codeOf)).toBe('SIGN_IN_REFUSED');
    expect(cancelling.signIn.session()).toBeNull();
  });

  it('is refused when the answer names another issuer', async () => {
    const page = open();
    await page.signIn.signIn();
    const landed = new URL(await openLanded(page));
    landed.searchParams.set('iss', 'https://evil.example');
    expect(await page.signIn.completeSignIn(landed).catch(codeOf)).toBe('SIGN_IN_REFUSED');
    expect(asked.filter((url) => url === '/token')).toEqual([]);
  });
});

/** The address that a page comes back to, in the browser that it left from. */
async function openLanded(page: ReturnType<typeof open>): Promise<string> {
  const { url, kept, signIn } = { url: (await page.last()).url, ...page };
  expect(url).toContain('/interaction/');
  const [name, keepsake] = [...kept][0]!;
  const walker = openWalker(PAGES);
  const same = open(walker);
  await same.signIn.signIn();
  const shown = await same.last();
  same.kept.clear();
  const landed = new URL((await walker.submit(shown, { persona: 'mentor' })).url);
  // The same state as this page has kept, with a code that belongs to another beginning.
  landed.searchParams.set('state', keepsake.state);
  expect(kept.get(name)).toBe(keepsake);
  expect(signIn.session()).toBeNull();
  return landed.href;
}

describe('an access token', () => {
  it('is refreshed in time, once for all who ask, and nobody is told of a change', async () => {
    const page = open();
    await page.signInAs('volunteer');
    const heard: unknown[] = [];
    page.signIn.onChange((session) => heard.push(session));
    const first = await page.signIn.accessToken();
    expect(await page.signIn.accessToken()).toBe(first);
    late = LATER;
    asked = [];
    const five = await Promise.all(Array.from({ length: 5 }, () => page.signIn.accessToken()));
    expect(new Set(five).size).toBe(1);
    expect(five[0]).not.toBe(first);
    expect(asked).toEqual(['/token']);
    expect(heard).toEqual([]);
  });

  it('stays the old one as long as it counts when the issuer cannot be reached, and then says so', async () => {
    const page = open();
    await page.signInAs('volunteer');
    const first = await page.signIn.accessToken();
    answerWith = async (url) => (url.endsWith('/token') ? new Response('busy', { status: 503 }) : undefined);
    late = LATER;
    expect(await page.signIn.accessToken()).toBe(first);
    answerWith = () => Promise.reject(new TypeError('Failed to fetch'));
    late = 6 * 60_000;
    expect(await page.signIn.accessToken().catch(codeOf)).toBe('ISSUER_UNREACHABLE');
    expect(page.signIn.session()).not.toBeNull();
    answerWith = undefined;
    expect(await page.signIn.accessToken()).not.toBe(first);
  });

  it('is nobody’s any more when the issuer ended the session; whoever listens is told once', async () => {
    const page = open();
    await page.signInAs('volunteer');
    const heard: unknown[] = [];
    const stop = page.signIn.onChange((session) => heard.push(session));
    answerWith = async (url) =>
      url.endsWith('/token') ? Response.json({ error: 'invalid_grant' }, { status: 400 }) : undefined;
    late = LATER;
    const two = await Promise.all([page.signIn.accessToken().catch(codeOf), page.signIn.accessToken().catch(codeOf)]);
    expect(two).toEqual(['SESSION_ENDED', 'SESSION_ENDED']);
    expect(await page.signIn.accessToken().catch(codeOf)).toBe('NOT_SIGNED_IN');
    expect(heard).toEqual([null]);
    stop();
  });

  it('that arrives after somebody signed out is handed to nobody, and what came with it is revoked', async () => {
    const page = open();
    await page.signInAs('volunteer');
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    let answered = (): void => {};
    const renewed = new Promise<void>((resolve) => (answered = resolve));
    answerWith = async (url, init) => {
      if (!url.endsWith('/token')) return undefined;
      const answer = await fetch(url, init);
      answered();
      await held;
      return answer;
    };
    late = LATER;
    const waiting = page.signIn.accessToken().catch(codeOf);
    await renewed;
    const leaving = page.signIn.signOut();
    goOn();
    expect(await waiting).toMatch(/SESSION_ENDED/);
    await leaving;
    await page.last();
    expect(asked.filter((url) => url.endsWith('/revocation'))).toHaveLength(2);
    expect(page.signIn.session()).toBeNull();
  });
});

describe('signing out', () => {
  it('leaves for the page above when the issuer cannot be reached, and forgets everything all the same', async () => {
    const page = openPage(openWalker(PAGES), { ...issuer.settings, issuer: 'http://127.0.0.1:1' }, CALLBACK);
    await page.signIn.signOut();
    expect((await page.last()).url).toBe(`${PAGES}/consent`);
  });
});

describe('an issuer', () => {
  const issuerOf = (change: object) => ({ ...issuer.settings, ...change });
  const begin = (settings: typeof issuer.settings) =>
    openPage(openWalker(PAGES), settings, CALLBACK, { fetch: watched })
      .signIn.signIn()
      .then(() => 'gone', codeOf);

  it('without TLS is asked nothing, unless it is on this machine', async () => {
    expect(await begin(issuerOf({ issuer: 'http://issuer.example' }))).toBe('ISSUER_NOT_USABLE');
    expect(asked).toEqual([]);
  });

  it.each([
    ['calls itself something else', { issuer: 'https://evil.example' }, 'ISSUER_NOT_USABLE'],
    ['knows no PKCE by hash', { code_challenge_methods_supported: ['plain'] }, 'ISSUER_NOT_USABLE'],
    ['has nowhere to sign in', { authorization_endpoint: undefined }, 'ISSUER_NOT_USABLE'],
    ['is as it should be', {}, 'gone'],
  ])('that %s', async (_what, change, outcome) => {
    const server = await serve((request, response) => {
      const origin = `http://${request.headers.host}`;
      const document = { issuer: origin, authorization_endpoint: `${PAGES}/auth`, ...change };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document));
    });
    const ended = await begin(issuerOf({ issuer: server.url }));
    server.close();
    expect(ended).toBe(outcome);
  });

  it('that is down is told from one that cannot be used, and is asked again', async () => {
    answerWith = () => Promise.reject(new TypeError('Failed to fetch'));
    const page = open();
    expect(await page.signIn.signIn().catch(codeOf)).toBe('ISSUER_UNREACHABLE');
    answerWith = undefined;
    await page.signIn.signIn();
    expect((await page.last()).status).toBe(200);
  });
});

it('settings that cannot be read are a failure of their own', async () => {
  const server = await serve((_request, response) => void response.writeHead(200).end('<html>'));
  expect(await readGatewaySettings(server.url).catch(codeOf)).toBe('SETTINGS_UNREADABLE');
  server.close();
});

async function serve(listener: RequestListener): Promise<Pick<Server, 'close'> & { readonly url: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, close: () => server.close() };
}
