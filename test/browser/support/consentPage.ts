/** The consent page in a browser: signed in by the real flow, its parts by their names. */
import { join } from 'node:path';
import type { PersonaName } from '@sammen/population';
import type { Locator, Page } from 'playwright-core';
import type { Watched } from './browser.js';
import { signIn } from './signIn.js';

/** The page with somebody signed in. */
export interface ConsentPage extends Watched {
  /** Opens a part by its name in the navigation. */
  show(view: string): Promise<void>;
  /** The text of the main part. */
  text(): Promise<string>;
  /** Opens the cell of a recipient and a kind of data; its dialog. */
  openCell(cell: readonly [role: string, category: string]): Promise<Locator>;
}

/** Signs in on `/consent` of a gateway. */
export async function openConsentPage(watched: Watched, gateway: string, persona: PersonaName): Promise<ConsentPage> {
  const { page } = watched;
  await signIn(page, `${gateway}/consent`, persona);
  await page.getByRole('button', { name: 'Log ud' }).waitFor();
  async function show(view: string): Promise<void> {
    await page.getByRole('navigation').getByRole('link', { name: view }).click();
    await page.getByRole('heading', { level: 2, name: view }).waitFor();
  }
  return {
    ...watched,
    show,
    text: () => page.locator('main').innerText(),
    async openCell([role, category]) {
      await show('Hvem må se hvad');
      await page.getByRole('columnheader', { name: role }).waitFor();
      // Long words say where they may be parted, by a character that nobody sees.
      const heads = await page.getByRole('columnheader').allInnerTexts();
      const column = heads.map((head) => head.replaceAll('\u00ad', '')).indexOf(role);
      const row = page.getByRole('row').filter({ hasText: category });
      await row
        .getByRole('cell')
        .nth(column - 1)
        .getByRole('button')
        .click();
      return page.getByRole('dialog');
    },
  };
}

/** Does what a dialog or a card offers under a title: reads what it means, and presses the button. */
export async function act(place: Locator, title: string): Promise<void> {
  await place.locator('summary', { hasText: title }).first().click();
  await place.getByRole('button', { name: title }).click();
}

/** The screenshots in docs/screenshots are these tests’ own, taken anew with `UPDATE_SCREENSHOTS=1`. */
export async function keepScreenshot(page: Page, taken: string): Promise<void> {
  const name = KEPT[taken];
  if (process.env['UPDATE_SCREENSHOTS'] !== '1' || name === undefined) return;
  // What the picture is of stands on top, whatever the page warns of.
  await page
    .locator('main h2')
    .last()
    .evaluate((heading: any) => heading.scrollIntoView());
  await page.screenshot({ path: join(__dirname, '../../../docs/screenshots', `${name}.png`) });
}

const KEPT: Readonly<Record<string, string>> = {
  'consent-light-1': 'consent-data',
  'consent-light-3': 'consent-access',
  'consent-light-cell': 'consent-cell',
  'consent-dark-3': 'consent-phone',
};
