/** Every part of the explorer, light and dark, in Danish and English: axe finds nothing serious, and the policy nothing to forbid. */
import { PERSONAS } from '@sammen/population';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { EXAMPLE_QUERY } from '../../packages/cli/src/exampleQuery';
import { useSystem } from '../support/system';
import { root } from '../support/testFolders';
import { barriersIn } from './support/barriers';
import { describeInBrowser, useBrowser } from './support/browser';
import { openExplorer } from './support/explorer';

const system = useSystem();
const browser = useBrowser();
const CITIZEN = PERSONAS.citizen.exampleCitizenId!;

const PICTURES = ['result-light', 'table-light', 'chart-dark', 'withheld-light'];

/** Pictures for the docs are taken on demand only: fonts differ from machine to machine. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env['UPDATE_SCREENSHOTS'] !== '1' || !PICTURES.includes(name)) return;
  const folder = join(root, 'docs/screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `explorer-${name}.png`), scale: 'css' });
}

describeInBrowser('the explorer keeps nobody out', () => {
  it.each(['light', 'dark'] as const)('before signing in, %s', async (scheme) => {
    const { page } = await browser.open({ scheme });
    await page.goto(system.baseUrls['gateway']!);
    await page.getByRole('button', { name: 'Log ind', exact: true }).waitFor();
    expect(await barriersIn(page)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'every way to ask and every view of an answer, %s',
    async (scheme) => {
      const { page, faults } = await browser.open({ scheme });
      const { ask, show } = await openExplorer(page, system.baseUrls['gateway']!, 'key-manager');
      const found: string[] = [];
      // In the dark, nothing but the colours is another.
      const rules = scheme === 'dark' ? ['color-contrast'] : undefined;
      const look = async (name: string) =>
        found.push(...(await barriersIn(page, rules)).map((barrier) => `${name}: ${barrier}`));
      await page.getByRole('button', { name: 'Mine borgere', exact: true }).click();
      await look('questions');
      await ask(EXAMPLE_QUERY, { id: CITIZEN });
      await look('editor and result');
      await picture(page, `result-${scheme}`);
      await show('Tabel');
      await look('table');
      await picture(page, `table-${scheme}`);
      await show('Diagram');
      await page.locator('.recharts-bar-rectangle').first().waitFor();
      await look('chart');
      await picture(page, `chart-${scheme}`);
      await show('Skema');
      await page.locator('.entries li').first().waitFor();
      await look('schema');
      await show('Min adgang');
      await page.locator('ul.categories').first().waitFor();
      await show('Tilbageholdt');
      await look('access and withheld');
      await picture(page, `withheld-${scheme}`);
      await page.getByRole('button', { name: 'Bed borgeren om samtykke' }).first().click();
      await look('dialog');
      await page.getByRole('button', { name: 'Fortryd' }).click();
      await show('Forklaring');
      await page.getByRole('button', { name: 'Spørg igen med forklaring' }).click();
      await page.getByRole('heading', { name: 'Opslag hos kilderne' }).waitFor();
      await show('Terminal');
      await look('guide and explanation');
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
    },
    90_000,
  );

  it('in English, on a narrow screen, nothing has to be scrolled sideways', async () => {
    const { page } = await browser.open({ width: 400 });
    await openExplorer(page, system.baseUrls['gateway']!, 'citizen');
    await page.getByLabel('Sprog').selectOption('en');
    await page.getByRole('tab', { name: 'Write your own' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
    expect(await barriersIn(page)).toEqual([]);
  });
});
