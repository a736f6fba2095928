/** Signing out is for everywhere, and needs either the person's own ID token or their yes. */
import { type IssuerProcess, PAGES, startIssuerProcess } from './support/issuerProcess';
import { openPage, openWalker } from './support/walk';

const CALLBACK = `${PAGES}/sign-in`;
const LATER = 4.5 * 60_000;
let issuer: IssuerProcess;
let late = 0;
const clock = () => Date.now() + late;
beforeAll(async () => (issuer = await startIssuerProcess()));
beforeEach(() => (late = 0));
afterAll(() => issuer.stop());

/** A browser in which somebody is signed in. */
async function browserOf(persona: string) {
  const walker = openWalker(PAGES);
  const page = openPage(walker, issuer.settings, CALLBACK, { clock });
  await page.signInAs(persona);
  return { walker, page, ...page };
}

/** Whether the issuer still knows somebody in that browser. */
async function isKnown(walker: ReturnType<typeof openWalker>): Promise<boolean> {
  const page = openPage(walker, issuer.settings, CALLBACK);
  await page.signIn.signIn({ prompt: 'none' });
  return page.signIn.completeSignIn((await page.last()).url).then(
    () => true,
    (error: { code: string }) => {
      expect(error.code).toBe('NOT_SIGNED_IN');
      return false;
    },
  );
}

it('in one browser signs the same person out in every other, and nobody else', async () => {
  const here = await browserOf('leader');
  const there = await browserOf('leader');
  const somebody = await browserOf('mentor');
  await here.signIn.signOut();
  expect(await here.last()).toMatchObject({ url: `${PAGES}/`, html: '' });
  expect(here.signIn.session()).toBeNull();

  late = LATER;
  await expect(there.signIn.accessToken()).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  expect(there.signIn.session()).toBeNull();
  expect(await isKnown(here.walker)).toBe(false);
  expect(await isKnown(there.walker)).toBe(false);
  await expect(somebody.signIn.accessToken()).resolves.toEqual(expect.any(String));
  expect(await isKnown(somebody.walker)).toBe(true);
});

it('works where the browser keeps its cookie from other sites', async () => {
  const here = await browserOf('leader');
  const there = await browserOf('leader');
  here.walker.clear();
  await here.signIn.signOut();
  expect((await here.last()).url).toBe(`${PAGES}/`);
  expect(await isKnown(there.walker)).toBe(false);
});

it('I-8: puts nobody’s ID token, name or id into an address', async () => {
  const here = await browserOf('citizen');
  const { actorId, name } = here.signIn.session()!;
  await here.signIn.signOut();
  await here.last();
  for (const address of here.walker.addresses) {
    expect(address).not.toMatch(/eyJ|id_token|login_hint/);
    expect(decodeURIComponent(address)).not.toContain(actorId);
    expect(decodeURIComponent(address)).not.toContain(name);
  }
});

it('by an address that somebody was sent to asks first, and is for everywhere when they say yes', async () => {
  const here = await browserOf('analyst');
  const there = await browserOf('analyst');
  const asked = await here.walker.visit(`${issuer.url}/session/end?client_id=sammen-explorer&ui_locales=en`);
  expect(asked.html).toContain('Sign out everywhere');
  expect(await isKnown(there.walker)).toBe(true);
  const done = await here.walker.submit(asked, { logout: 'yes' });
  expect(done.html).toContain('Du er logget ud');
  expect(await isKnown(here.walker)).toBe(false);
  expect(await isKnown(there.walker)).toBe(false);
});

it('with the ID token of somebody else signs that one out and asks the other', async () => {
  const one = await browserOf('leader');
  const other = await browserOf('analyst');
  const tokens: string[] = [];
  const watch: typeof fetch = async (...call) => {
    const answer = await fetch(...call);
    if (String(call[0]).endsWith('/token')) tokens.push(((await answer.clone().json()) as any).id_token);
    return answer;
  };
  const watched = openPage(one.walker, issuer.settings, CALLBACK, { fetch: watch });
  await watched.signInAs('leader');
  const asked = await other.walker.submit(
    { url: issuer.url, status: 0, html: '', headers: new Headers() },
    { id_token_hint: tokens[0]! },
    `${issuer.url}/session/end`,
  );
  expect(asked.html).toContain('Log ud alle steder');
  expect(await isKnown(other.walker)).toBe(true);
  expect(await isKnown(one.walker)).toBe(false);
});

it('is not what changing to another person in one browser does to the others', async () => {
  const here = await browserOf('leader');
  const there = await browserOf('leader');
  const page = openPage(here.walker, issuer.settings, CALLBACK);
  await page.signIn.signIn({ prompt: 'login' });
  const landed = await here.walker.submit(await page.last(), { persona: 'analyst' });
  await page.signIn.completeSignIn(landed.url);
  expect(page.signIn.session()).toMatchObject({ role: 'ANALYST' });
  expect(await isKnown(there.walker)).toBe(true);
});
