/** The consent page in a real browser: signs in by the real flow, and collects where requests went and what broke. */
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { PersonaName } from '@sammen/population';

/** A page on which somebody is signed in. */
export interface SignedInPage {
  readonly page: Page;
  /** Origins that anything of this page was asked from. */
  readonly origins: ReadonlySet<string>;
  /** Scripts that threw, and what the browser itself refused (its policy, a missing file). */
  readonly broken: readonly string[];
  /** Opens a part of the page by its name in the navigation. */
  open(view: string): Promise<void>;
  /** The text of the page's main part. */
  text(): Promise<string>;
  close(): Promise<void>;
}

/** Opens `/consent` of a gateway and signs in there as a persona. */
export async function openConsentPage(
  browser: Browser,
  gateway: string,
  persona: PersonaName,
  options: BrowserContextOptions = {},
): Promise<SignedInPage> {
  const context = await browser.newContext({ locale: 'da-DK', viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const origins = new Set<string>();
  const broken: string[] = [];
  page.on('request', (request) => void origins.add(new URL(request.url()).origin));
  page.on('pageerror', (error) => broken.push(error.message));
  page.on('console', (message) => message.type() === 'error' && broken.push(message.text()));
  await page.goto(`${gateway}/consent`);
  await page.getByRole('button', { name: 'Log ind' }).click();
  await page.locator(`button[name="persona"][value="${persona}"]`).click();
  await page.getByRole('button', { name: 'Log ud' }).waitFor();
  return {
    page,
    origins,
    broken,
    async open(view) {
      await page.getByRole('navigation').getByRole('link', { name: view }).click();
      await page.getByRole('heading', { level: 2, name: view }).waitFor();
    },
    text: () => page.locator('main').innerText(),
    close: () => context.close(),
  };
}

/**
 * Everything that axe finds serious or critical on the page as it is, in words. `rules`: these alone, where the others
 * have been tried on the same page before.
 */
export async function seriousFindings(page: Page, axeSource: string, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(rules ? { runOnly: rules } : {})})`)) as {
    violations: { impact: string; id: string; nodes: { html: string }[] }[];
  };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** The screenshots in docs/screenshots are these tests' own, taken anew with `UPDATE_SCREENSHOTS=1`. */
export async function keepScreenshot(page: Page, taken: string): Promise<void> {
  const name = KEPT[taken];
  if (process.env['UPDATE_SCREENSHOTS'] === '1' && name !== undefined)
    await page.screenshot({ path: join(__dirname, '../../../docs/screenshots', `${name}.png`) });
}

const KEPT: Readonly<Record<string, string>> = {
  'consent-light-1': 'consent-data',
  'consent-light-3': 'consent-access',
  'consent-light-cell': 'consent-cell',
  'consent-dark-3': 'consent-phone',
};
