/** What a person sees: in two languages, without a script, and nothing of what somebody sent. */
import { PERSONA_NAMES, PERSONAS } from '@sammen/population';
import { html } from '../src/pages/html';
import { errorPage } from '../src/pages/otherPages';
import { signInPage } from '../src/pages/signInPage';
import { da } from '../src/texts/da';
import { en } from '../src/texts/en';
import { languageOf } from '../src/texts/languages';
import { type IssuerProcess, PAGES, startIssuerProcess } from './support/issuerProcess';
import { openPage, openWalker } from './support/walk';

const keysOf = (value: object, above = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' ? keysOf(inner as object, `${above}${key}.`) : [`${above}${key}`],
  );
const textsOf = (value: object): string[] =>
  Object.values(value).flatMap((inner) => (typeof inner === 'object' ? textsOf(inner as object) : [String(inner)]));

describe('the texts', () => {
  it('have the same names in both languages, and none is empty or left untranslated', () => {
    expect(keysOf(da)).toEqual(keysOf(en));
    expect([...textsOf(da), ...textsOf(en)].filter((text) => text.trim() === '')).toEqual([]);
    const same = textsOf(da).filter((text, index) => text === textsOf(en)[index]);
    expect(same).toEqual(['Mentor']);
  });

  it('say in English of every persona what the population says', () => {
    for (const name of PERSONA_NAMES) expect(en.personas[name]).toBe(PERSONAS[name].description);
  });

  it('are Danish unless English is asked for', () => {
    expect([languageOf(undefined, undefined), languageOf('xx', 'fr'), languageOf('__proto__', 3)]).toEqual(
      Array(3).fill('da'),
    );
    expect([languageOf('en', 'da'), languageOf(undefined, 'fr en-GB da')]).toEqual(['en', 'en']);
  });
});

describe('the page to sign in', () => {
  let issuer: IssuerProcess;
  beforeAll(async () => (issuer = await startIssuerProcess()));
  afterAll(() => issuer.stop());

  async function shown() {
    const walker = openWalker(PAGES);
    const page = openPage(walker, issuer.settings, `${PAGES}/sign-in`);
    await page.signIn.signIn();
    return { walker, page: await page.last() };
  }

  it('lists everybody with role and sentence, says that it is for development and why nobody has a password', async () => {
    const { page } = await shown();
    expect(page.html).toContain('<html lang="da">');
    expect(page.html).toContain(da.noPassword);
    for (const { name, displayName } of Object.values(PERSONAS)) {
      expect(page.html).toContain(`<button name="persona" value="${name}">`);
      expect(page.html).toContain(displayName);
      expect(page.html).toContain(html`${da.personas[name]}`.html);
    }
    expect(page.html.match(/<h1>/g)).toHaveLength(1);
  });

  it('I-14: runs no script, loads nothing from elsewhere and may be framed by nobody', async () => {
    const { page } = await shown();
    expect(page.html).not.toMatch(/<script|style=|\son\w+=|https?:\/\//);
    const policy = page.headers.get('content-security-policy')!;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "style-src 'self'",
      'script-src',
      `form-action 'self' ${PAGES}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const style = await fetch(`${issuer.url}/style.css`);
    expect(style.headers.get('content-type')).toContain('text/css');
    expect(await style.text()).not.toMatch(/url\(|@import/);
  });

  it('changes its language by a link, and is shown again for a persona that does not exist', async () => {
    const { walker, page } = await shown();
    const link = /<a href="(\?lang=en)" lang="en"/.exec(page.html)![1]!;
    const english = await walker.visit(new URL(link, page.url).href);
    expect(english.html).toContain(en.signInTitle);
    for (const persona of ['nobody', '__proto__', 'x'.repeat(20_000)]) {
      expect((await walker.submit(english, { persona })).html).toContain(en.signInTitle);
    }
    expect((await walker.submit(english, { persona: 'leader' })).url).toContain('code=');
    expect((await walker.visit(english.url)).html).toContain(da.errorTitle);
  });
});

it('I-8: what stands in a page is escaped, and a code is none that somebody made up', () => {
  expect(html`<p title="${'"<x>\'&'}"></p>`.html).toBe('<p title="&quot;&lt;x&gt;&#39;&amp;"></p>');
  const evil = { ...PERSONAS.leader, displayName: '<img src=x>' };
  expect(signInPage('da', [evil])).not.toContain('<img');
  expect(errorPage('en', '<script>')).toContain('<code>server_error</code>');
});
