/** The first hour with the explorer, in a real browser: sign in, ask, see what is withheld, take the answer along. */
import { PERSONAS, type PersonaName } from '@sammen/population';
import { EXAMPLE_QUERY } from '../../packages/cli/src/exampleQuery';
import { citizenNo, inPerson } from '../support/attacker';
import { useSystem } from '../support/system';
import { useBrowser, describeInBrowser } from './support/browser';
import { type Explorer, openExplorer, textOf } from './support/explorer';
import { readCsv } from './support/readCsv';

const system = useSystem();
const browser = useBrowser();
/** The citizen of the README. */
const CITIZEN = PERSONAS.citizen.exampleCitizenId!;
const gateway = () => system.baseUrls['gateway']!;

describeInBrowser('the explorer', () => {
  async function explorerOf(persona: PersonaName): Promise<Explorer> {
    const { page } = await browser.open();
    return openExplorer(page, gateway(), persona);
  }

  it('the key manager runs the query of the README, sees what is withheld in plain words, a chart, and how it came about', async () => {
    const { page, origins, faults } = await browser.open();
    const explorer = await openExplorer(page, gateway(), 'key-manager');
    await explorer.ask(EXAMPLE_QUERY, { id: CITIZEN });

    const { data, extensions } = await explorer.answer();
    expect(data.citizen.name).toEqual(expect.any(String));
    expect(data.citizen.diagnoses).toBeNull();
    expect(extensions.consent.withheld).toHaveLength(2);

    await explorer.show('Tilbageholdt \\(2\\)');
    const lines = await page.locator('ul.withheld li').allInnerTexts();
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/Diagnoser er tilbageholdt[^]*citizen\.diagnoses[^]*bede borgeren om samtykke/);
    expect(lines[1]).toMatch(/Boligstøtte er tilbageholdt/);

    await explorer.show('Diagram');
    await page.getByLabel('Fordelt på', { exact: true }).selectOption({ label: 'sector' });
    const bars = page.locator('.recharts-bar-rectangle path');
    await bars.first().waitFor();
    const sectors = new Set((data.citizen.careTeam as { sector: string }[]).map(({ sector }) => sector));
    expect(await bars.count()).toBe(sectors.size);
    await page.getByLabel('Form', { exact: true }).selectOption('LINE');
    await page.locator('.recharts-line-curve').waitFor();

    await explorer.show('Forklaring');
    await page.getByRole('button', { name: 'Spørg igen med forklaring' }).click();
    await page.getByRole('heading', { name: 'Opslag hos kilderne' }).waitFor();
    expect(await page.getByRole('table').first().innerText()).toContain('Psykiatrien');

    const issuer = new URL(((await (await fetch(`${gateway()}/settings.json`)).json()) as any).signIn.issuer).origin;
    expect([...origins].toSorted()).toEqual([gateway(), issuer].toSorted());
    expect(faults).toEqual([]);
  });

  it('a volunteer sees the visits, and is told that the rest is out of scope whatever the citizen says', async () => {
    const explorer = await explorerOf('volunteer');
    await explorer.ask(EXAMPLE_QUERY, { id: CITIZEN });
    expect((await explorer.answer()).data.citizen.volunteerVisits.totalCount).toBeGreaterThan(0);
    await explorer.show('Tilbageholdt');
    const never = explorer.page
      .locator('ul.withheld li')
      .filter({ hasText: 'Din rolle ser det aldrig til dette formål.' });
    expect(await never.count()).toBeGreaterThan(5);
    expect(await never.getByRole('button').count()).toBe(0);
  });

  it('an export as CSV opens with what the graph answered, and no formula in it', async () => {
    const explorer = await explorerOf('key-manager');
    const query = 'query Mine { citizens(first: 20) { totalCount nodes { id name birthDate municipality { name } } } }';
    await explorer.ask(query);
    const { data } = await explorer.answer();
    await explorer.show('Tabel');
    const saved = explorer.page.waitForEvent('download');
    await explorer.page.getByRole('button', { name: 'Gem som CSV' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('sammen.csv');
    const [head, ...rows] = readCsv(await textOf(file), ';');
    expect(head).toEqual(['id', 'name', 'birthDate', 'municipality.name', 'citizens.totalCount']);
    const { totalCount, nodes } = data.citizens;
    expect(rows).toEqual(
      nodes.map((one: any) => [one.id, one.name, one.birthDate, one.municipality.name, String(totalCount)]),
    );
  });

  it('a look by somebody stands in the citizen’s own log, asked for by a question that somebody has prepared', async () => {
    const began = new Date().toISOString();
    const looking = await explorerOf('social-worker');
    await looking.ask('query Look($id: ID!) { citizen(id: $id) { name } }', { id: CITIZEN });

    const { page, show, answer } = await explorerOf('citizen');
    await show('Spørgsmål');
    await page.getByRole('button', { name: 'Hvem har set mine oplysninger?' }).click();
    await page.getByLabel('Hvor mange opslag (højst 100)').fill('100');
    await page.getByRole('button', { name: 'Spørg', exact: true }).click();
    await page.getByRole('tab', { name: 'Tabel' }).waitFor();
    const { nodes } = (await answer()).data.me.accessLog;
    expect(nodes).toContainEqual(expect.objectContaining({ role: 'SOCIAL_WORKER', purpose: 'SOCIAL_CASEWORK' }));
    const own = nodes.find((one: any) => one.role === 'SOCIAL_WORKER' && one.at >= began);
    expect(own).toBeDefined();
    await show('Tabel');
    expect(await page.locator('table').first().innerText()).toContain('SOCIAL_WORKER');
  });

  it('what is withheld leads to a request that the citizen finds, with the words that were written', async () => {
    const person = citizenNo(160);
    const { page, ask, show } = await explorerOf('outsider');
    await ask('query Who($id: ID!) { citizen(id: $id) { name socialServices(first: 1) { totalCount } } }', {
      id: person.id,
    });
    await show('Tilbageholdt');
    await page.getByRole('button', { name: 'Bed borgeren om samtykke' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Bed borgeren om samtykke' });
    expect(await dialog.getByLabel('Borgerens id').inputValue()).toBe(person.id);
    await dialog.getByLabel('Social støtte').uncheck();
    await dialog.getByLabel('Begrundelse til borgeren').fill('Du er flyttet hertil, og vi vil gerne kende dit navn.');
    await dialog.getByRole('button', { name: 'Send anmodningen' }).click();
    await dialog.getByText('Anmodningen er sendt.').waitFor();

    const { actor } = inPerson(person);
    const { body } = await system.graphql(system.urls['gateway']!, {
      query: '{ me { consentRequests(first: 5, open: true) { nodes { categories text } } } }',
      headers: { authorization: `Bearer ${await system.issuer().issue(actor)}` },
    });
    expect(body.data!['me'].consentRequests.nodes).toEqual([
      { categories: ['IDENTITY'], text: 'Du er flyttet hertil, og vi vil gerne kende dit navn.' },
    ]);
  });

  it('says who one is and the most that one’s role can be shown, and what one sees of a citizen now', async () => {
    const { page, show } = await explorerOf('outsider');
    await show('Min adgang');
    const panel = page.getByRole('tabpanel').filter({ hasText: 'Hvem du er her' });
    await panel.getByText(/^København/).waitFor();
    expect(await panel.innerText()).toMatch(
      /socialrådgiver[^]*Formål: Social sagsbehandling \(valgt\)[^]*Social støtte/,
    );
    await panel.getByLabel('Borgerens id').fill(CITIZEN);
    await panel.getByRole('button', { name: 'Slå op' }).click();
    const row = panel.getByRole('row').filter({ hasText: 'Diagnoser' });
    expect(await row.innerText()).toContain('Din rolle ser det aldrig til dette formål.');
  });

  it('the schema shows on each field what kind of data it holds and who answers for it', async () => {
    const { page, show } = await explorerOf('analyst');
    await show('Skema');
    await page.getByLabel('Søg i felter').fill('Citizen.diagnoses');
    const entry = page.locator('.entries li').first();
    await entry.waitFor();
    expect(await entry.innerText()).toMatch(/Citizen\.diagnoses[^]*Diagnoser[^]*Psykiatrien/);
    await page.getByLabel('Sprog').selectOption('en');
    expect(await entry.innerText()).toMatch(/Diagnoses[^]*Psychiatry/);
  });

  it('the purpose that is chosen is the one that is asked for', async () => {
    const { page, ask, answer } = await explorerOf('social-worker');
    const query = 'query Mine($id: ID!) { citizen(id: $id) { diagnoses { code } } }';
    await ask(query, { id: CITIZEN });
    expect((await answer()).extensions.consent.withheld[0].state).toBe('OUT_OF_SCOPE');
    await page.getByLabel('Formål').selectOption('CARE_COORDINATION');
    await page.getByRole('button', { name: 'Spørg', exact: true }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor({ state: 'detached' });
    expect((await answer()).extensions.consent.withheld[0].state).toBe('NO_ACCESS');
  });

  it('keeps nobody: Tab leaves the editor forwards and backwards', async () => {
    const { page, show } = await explorerOf('mentor');
    await show('Skriv selv');
    await page.locator('.editor-query textarea').first().focus();
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate('document.activeElement.closest(".editor-query") !== null');
    expect(await focused()).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe(false);
  });

  it('a reload signs in again; after signing out nothing personal is left in the browser, and one is out', async () => {
    const { page, ask } = await explorerOf('key-manager');
    await ask('query Mine($id: ID!) { citizen(id: $id) { name } }', { id: CITIZEN });
    // Loaded again, the issuer still knows who it is; what was written is gone with the page.
    await page.reload();
    await page.getByRole('tab', { name: 'Skriv selv' }).waitFor();
    expect(await page.content()).not.toContain(CITIZEN);
    await page.getByRole('button', { name: 'Log ud' }).click();
    await page.getByRole('button', { name: 'Log ind', exact: true }).waitFor();
    const kept = await page.evaluate(`(async () => JSON.stringify([
      { ...localStorage }, { ...sessionStorage }, document.cookie,
      await indexedDB.databases(), await caches.keys(),
    ]))()`);
    expect(kept).toBe('[{},{},"",[],[]]');
    expect(await page.content()).not.toContain(CITIZEN);
    await page.reload();
    await page.getByRole('button', { name: 'Log ind', exact: true }).waitFor();
  });

  it('a draft is remembered only when that is switched on, and then without variables and values', async () => {
    const { page, ask } = await explorerOf('key-manager');
    await page.getByRole('tab', { name: 'Skriv selv' }).click();
    await page.getByLabel('Husk kladden').check();
    await ask(`query Mine($id: ID!) { citizen(id: $id) { name } other: citizen(id: "${CITIZEN}") { name } }`, {
      id: CITIZEN,
    });
    await page.waitForFunction(() => (globalThis as any).localStorage.getItem('sammen.draft')?.includes('Mine'));
    const kept = (await page.evaluate('JSON.stringify({ ...localStorage })')) as string;
    expect(kept).toContain('query Mine');
    expect(kept).not.toContain(CITIZEN);
  });
});
