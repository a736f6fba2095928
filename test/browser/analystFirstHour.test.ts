/** The first hour of an analyst, as the README has it: sign in, choose a question, table, chart, CSV; and no single citizen. */
import { PERSONAS } from '@sammen/population';
import { untilReleased } from '../support/askStatistics';
import { useSystem } from '../support/system';
import { useBrowser, describeInBrowser } from './support/browser';
import { type Explorer, openExplorer, textOf } from './support/explorer';
import { readCsv } from './support/readCsv';

const system = useSystem();
const browser = useBrowser({ keepsPages: true });
const SOMEBODY = PERSONAS.citizen.exampleCitizenId!;

describeInBrowser('an analyst', () => {
  let explorer: Explorer;
  let rows: { period: string; municipalityName: string; value: number | null; suppressed: boolean }[];

  beforeAll(async () => {
    await untilReleased(system, 'admissions');
    const { page } = await browser.open();
    explorer = await openExplorer(page, system.baseUrls['gateway']!, 'analyst');
  }, 120_000);

  it('chooses a question by its name, and what it is to be counted by', async () => {
    const { page, show, answer } = explorer;
    await show('Spørgsmål');
    await page.getByRole('button', { name: 'Indlæggelser pr. kvartal' }).click();
    await page.getByLabel('Fordelt på', { exact: true }).selectOption('MUNICIPALITY');
    await page.getByRole('button', { name: 'Spørg', exact: true }).click();
    await page.getByRole('tab', { name: 'Tabel' }).waitFor();
    rows = (await answer()).data.statistics.admissions.rows;
    expect(rows.some(({ value }) => value !== null && value >= 5)).toBe(true);
    expect(rows.some(({ suppressed }) => suppressed)).toBe(true);
  });

  it('I-15: reads them as a table and takes them along as CSV; what is held back is empty in both', async () => {
    const { page, show } = explorer;
    await show('Tabel');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Gem som CSV' }).click();
    const [head, ...lines] = readCsv(await textOf(await saved), ';');
    const [value, suppressed] = [head!.indexOf('value'), head!.indexOf('suppressed')];
    expect(lines.map((line) => [line[value], line[suppressed]])).toEqual(
      rows.map((row) => [row.value === null ? '' : String(row.value), String(row.suppressed)]),
    );
  });

  it('draws them, and says how many are held back', async () => {
    const { page, show } = explorer;
    await show('Diagram');
    await page.getByLabel('Fordelt på', { exact: true }).last().selectOption({ label: 'period' });
    const bars = page.locator('.recharts-bar-rectangle path');
    await bars.first().waitFor();
    const told = rows.filter(({ value }) => value !== null);
    expect(await bars.count()).toBe(new Set(told.map(({ period }) => period)).size);
    const heldBack = page.getByText(`${rows.length - told.length} rækker har intet tal`);
    expect(await heldBack.count()).toBe(told.length < rows.length ? 1 : 0);
  });

  it('I-1: asks about one citizen and is refused', async () => {
    await explorer.ask('query One($id: ID!) { citizen(id: $id) { name } }', { id: SOMEBODY });
    const { data, errors } = await explorer.answer();
    expect(data).toEqual({ citizen: null });
    expect(errors.map(({ extensions }: any) => extensions.code)).toEqual(['PURPOSE_REQUIRED']);
  });
});
