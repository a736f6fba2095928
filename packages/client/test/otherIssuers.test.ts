/** Issuers differ in what they leave out and in how they refuse; the module that pages sign in with copes with each. */
import { isSignInError } from '@sammen/client/sign-in';
import { type IssuerProcess, PAGES, startIssuerProcess } from '../../development-issuer/test/support/issuerProcess';
import { openPage, openWalker } from '../../development-issuer/test/support/walk';

const CALLBACK = `${PAGES}/consent/sign-in`;
const LATER = 4.5 * 60_000;
let issuer: IssuerProcess;
let late = 0;
/** Answers in the issuer's place. */
let answerWith: ((url: string, init?: RequestInit) => Promise<Response | undefined> | undefined) | undefined;
const clock = () => Date.now() + late;
const differing: typeof fetch = async (input, init) => (await answerWith?.(String(input), init)) ?? fetch(input, init);
const open = (walker = openWalker(PAGES)) => openPage(walker, issuer.settings, CALLBACK, { clock, fetch: differing });
const codeOf = (error: unknown): string => (isSignInError(error) ? error.code : String(error));

beforeAll(async () => (issuer = await startIssuerProcess()));
beforeEach(() => {
  [late, answerWith] = [0, undefined];
});
afterAll(() => issuer.stop());

describe('signing in', () => {
  it('is no refusal when an issuer does not tell unasked who is there, whatever it calls that', async () => {
    const page = open();
    for (const error of ['login_required', 'invalid_request', 'access_denied']) {
      await page.signIn.signIn({ prompt: 'none' });
      const answer = new URL((await page.last()).url);
      answer.searchParams.set('error', error);
      expect(await page.signIn.completeSignIn(answer).catch(codeOf)).toBe('NOT_SIGNED_IN');
    }
  });
});

describe('an access token', () => {
  it('of an issuer that gives nothing to renew it with counts to its end, and then somebody has to sign in', async () => {
    const page = open();
    answerWith = without('/token', 'refresh_token');
    await page.signInAs('volunteer');
    const first = await page.signIn.accessToken();
    late = LATER;
    expect(await page.signIn.accessToken()).toBe(first);
    late = 6 * 60_000;
    expect(await page.signIn.accessToken().catch(codeOf)).toBe('SESSION_ENDED');
    expect(page.signIn.session()).toBeNull();
  });

  it('stays while somebody in between answers in the issuer’s place', async () => {
    const page = open();
    await page.signInAs('volunteer');
    const first = await page.signIn.accessToken();
    late = LATER;
    for (const [status, type] of [
      [200, 'text/html'],
      [403, 'text/html'],
      [429, 'text/plain'],
    ] as const) {
      const headers = { 'content-type': type };
      answerWith = async (url) => (url.endsWith('/token') ? new Response('wait', { status, headers }) : undefined);
      expect(await page.signIn.accessToken()).toBe(first);
    }
  });

  it('is over when an issuer refuses to renew it without a word', async () => {
    const page = open();
    await page.signInAs('volunteer');
    answerWith = async (url) => (url.endsWith('/token') ? new Response(null, { status: 400 }) : undefined);
    late = LATER;
    expect(await page.signIn.accessToken().catch(codeOf)).toBe('SESSION_ENDED');
  });
});

describe('signing out', () => {
  it('goes to the address that an installation names, and takes nothing of anybody along', async () => {
    const walker = openWalker(PAGES);
    const endSession = `${issuer.url}/session/end?ui_locales=en`;
    const page = openPage(walker, { ...issuer.settings, endSession }, CALLBACK);
    await page.signInAs('mentor');
    await page.signIn.signOut();
    expect(await page.last()).toMatchObject({ url: endSession, status: 200 });
    expect(page.signIn.session()).toBeNull();
  });

  it('at an issuer that ends no sessions leaves nobody who is signed in again unasked, and asks the next one who they are', async () => {
    answerWith = without('/.well-known/openid-configuration', 'end_session_endpoint');
    const walker = openWalker(PAGES);
    const page = open(walker);
    await page.signInAs('mentor');
    await page.signIn.signOut();
    expect((await page.last()).url).toBe(`${PAGES}/consent`);
    expect(await page.signIn.signIn({ prompt: 'none' }).catch(codeOf)).toBe('NOT_SIGNED_IN');
    await page.signIn.signIn();
    const shown = await page.last();
    expect(shown.status).toBe(200); // The issuer knows somebody, and asks all the same.
    await page.signIn.completeSignIn((await walker.submit(shown, { persona: 'leader' })).url);
    expect(page.signIn.session()).toMatchObject({ role: 'LEADER' });
    expect(page.kept.size).toBe(0);
  });
});

/** What the issuer answers there, less one of its members. */
function without(path: string, member: string): typeof answerWith {
  return async (url, init) => {
    if (!url.endsWith(path)) return undefined;
    const { [member]: _left, ...rest } = (await (await fetch(url, init)).json()) as Record<string, unknown>;
    return Response.json(rest);
  };
}
