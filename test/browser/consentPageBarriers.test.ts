/** Every part of the consent page, on a phone and on a screen, dark and light, for whoever signs in: it fits, and axe finds nothing serious. */
import type { PersonaName } from '@sammen/population';
import { useSystem } from '../support/system.js';
import { barriersIn } from './support/barriers.js';
import { describeInBrowser, useBrowser } from './support/browser.js';
import { type ConsentPage, keepScreenshot, openConsentPage } from './support/consentPage.js';

const system = useSystem();
const browser = useBrowser();
const VIEWS = ['Mine oplysninger', 'Tidslinje', 'Hvem må se hvad', 'Anmodninger', 'Hvem har set'];

/** How much wider than the window the page is. */
const OVERFLOW = 'document.documentElement.scrollWidth - window.innerWidth';
/** Words of the matrix that stand on more than one line; a soft hyphen ends a word. */
const BROKEN_WORDS = `[...document.querySelectorAll('.matrix th, .matrix .column')].flatMap((place) => {
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (texts.nextNode()) {
    for (const { 0: word, index } of texts.currentNode.data.matchAll(/[^\\s\\u00ad-]+/g)) {
      const range = new Range();
      // After its first letter: the hyphen of the line above counts as part of that one.
      range.setStart(texts.currentNode, index + 1);
      range.setEnd(texts.currentNode, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
    }
  }
  return broken;
})`;

describeInBrowser('the consent page keeps nobody out', () => {
  async function signedIn(persona: PersonaName, options = {}): Promise<ConsentPage> {
    return openConsentPage(await browser.open(options), system.baseUrls['gateway']!, persona);
  }

  it('is Danish, and English by a switch; however wide, no word of the matrix is broken but where it says so', async () => {
    const { page, show } = await signedIn('citizen');
    await show('Hvem må se hvad');
    for (const [lang, everyRole] of [
      ['da', 'Alle roller'],
      ['en', 'All roles'],
    ] as const) {
      expect(await page.getAttribute('html', 'lang')).toBe(lang);
      await page.getByLabel(/^(Rolle|Role)$/).selectOption({ label: everyRole });
      for (const width of [360, 768, 900, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect([width, await page.evaluate(BROKEN_WORDS), await page.evaluate(OVERFLOW)]).toEqual([width, [], 0]);
      }
      if (lang === 'da') await page.getByRole('button', { name: 'English' }).click();
    }
    await page.getByRole('heading', { level: 1, name: 'My data' }).waitFor();
  });

  it('loaded again it shows the same view, and by keyboard one is past the head without leaving it', async () => {
    const { page, show } = await signedIn('citizen');
    await show('Tidslinje');
    await page.reload();
    await page.getByRole('heading', { level: 2, name: 'Tidslinje' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.getByRole('heading', { level: 2, name: 'Tidslinje' }).waitFor();
  });

  it.each([
    ['a phone in the dark', { width: 360, scheme: 'dark' }, undefined],
    ['a screen in the light', { width: 1280, scheme: 'light' }, ['color-contrast']],
  ] as const)('on %s every part fits, and axe finds nothing serious', async (_where, options, rules) => {
    const shown = await signedIn('citizen', options);
    for (const view of VIEWS) {
      await shown.show(view);
      await shown.page.locator('[role=status].quiet', { hasText: 'Henter' }).waitFor({ state: 'detached' });
      const overflow = await shown.page.evaluate(OVERFLOW);
      await keepScreenshot(shown.page, `consent-${options.scheme}-${VIEWS.indexOf(view) + 1}`);
      expect([view, overflow, await barriersIn(shown.page, rules)]).toEqual([view, 0, []]);
    }
    await shown.show('Hvem må se hvad');
    await shown.page.locator('button.cell').first().focus();
    await shown.page.keyboard.press('Enter');
    await shown.page.getByRole('dialog').waitFor();
    expect(await barriersIn(shown.page, rules)).toEqual([]);
    await keepScreenshot(shown.page, `consent-${options.scheme}-cell`);
    await shown.page.keyboard.press('Escape');
    expect(await shown.page.evaluate('document.activeElement.className')).toBe('cell');
  });

  it('a representative sees what the mandate covers; the rest is withheld, not empty', async () => {
    const guardian = await signedIn('guardian');
    await guardian.page.getByRole('heading', { level: 3, name: 'Psykiatrien' }).waitFor();
    expect(await guardian.page.locator('.sector.psychiatry .notice.withheld').count()).toBeGreaterThan(3);
    expect(await guardian.page.locator('.sector.psychiatry .items').count()).toBe(0);
    expect(await guardian.page.locator('.sector.municipality .items').count()).toBeGreaterThan(0);
    for (const view of ['Hvem må se hvad', 'Anmodninger', 'Hvem har set']) {
      await guardian.show(view);
      await guardian.page.locator('main .notice.withheld').first().waitFor();
    }
  });

  it('a professional is told that the page is not for them', async () => {
    const professional = await signedIn('key-manager');
    await professional.page.getByText('Siden er for borgere').waitFor();
  });
});
