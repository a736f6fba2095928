/** What goes wrong in the explorer is said, with what to do: each state is looked at as its reader sees it. */
import type { Gateway } from '@sammen/gateway';
import { createGatewayBeside } from '../support/gatewayBeside';
import { useSystem } from '../support/system';
import { barriersIn } from './support/barriers';
import { describeInBrowser, useBrowser } from './support/browser';
import { type Explorer, openExplorer, readyExplorer, textOf } from './support/explorer';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const system = useSystem();
const browser = useBrowser();
const QUERY = 'query Mine { citizens(first: 3) { nodes { id name volunteerVisits(first: 1) { totalCount } } } }';

describeInBrowser('the explorer says what went wrong', () => {
  /** A gateway of its own in front of the system: one source is silent, and pages have no issuer. */
  let gateway: Gateway;
  let address: string;
  let silent: Server;
  let silence: 'CLOSED' | 'FOR_EVER' = 'CLOSED';

  beforeAll(async () => {
    silent = createServer((request) => void (silence === 'CLOSED' && request.destroy()));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const ngo = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/graphql`;
    gateway = createGatewayBeside(system, {
      subgraphUrls: { ...system.urls, ngo },
      subgraphTimeout: 60_000,
      requestDeadline: 60_000,
      logLevel: 'silent',
    });
    address = await gateway.start();
  });
  afterAll(async () => {
    await gateway.stop();
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });

  /** Signed in with a token, as where an installation has no issuer for pages. */
  async function explorer(): Promise<Explorer> {
    const { page } = await browser.open();
    await page.goto(address);
    await page.getByLabel('Adgangstoken').fill(await system.token('key-manager'));
    await page.getByRole('button', { name: 'Brug token' }).click();
    return readyExplorer(page);
  }
  const notice = ({ page }: Explorer) => page.locator('.notice').first();

  it('a token that is not accepted is said so', async () => {
    const { page } = await browser.open();
    await page.goto(address);
    await page.getByLabel('Adgangstoken').fill('nonsense');
    await page.getByRole('button', { name: 'Brug token' }).click();
    await page.getByRole('alert').getByText('Tokenet blev ikke godtaget').waitFor();
    expect(await barriersIn(page)).toEqual([]);
  });

  it('a source that is down, a denied question, one that never ends, broken variables', async () => {
    const shown = await explorer();
    const { page, ask } = shown;
    silence = 'CLOSED';
    await ask(QUERY);
    expect(await notice(shown).innerText()).toMatch(
      /En kilde svarer ikke[^]*ukendte, ikke tomme[^]*SUBGRAPH_UNAVAILABLE[^]*Kilde: Civilsamfundet[^]*Gør sådan:/,
    );
    await shown.show('Tabel');
    expect(await page.locator('tbody').innerText()).toContain('ukendt');

    await ask('query No { citizens(first: 3) { nodes { nonsense } } }');
    await shown.show('Resultat');
    expect(await notice(shown).innerText()).toMatch(/Spørgsmålet blev afvist[^]*GRAPHQL_VALIDATION_FAILED/);
    expect(await barriersIn(page)).toEqual([]);

    silence = 'FOR_EVER';
    await shown.start(QUERY);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('heading', { name: 'Du stoppede spørgsmålet' }).waitFor();

    await shown.start(QUERY, '{ "id": ');
    await page.getByRole('alert').getByText('Variablene er ikke gyldig JSON').waitFor();
    expect(await barriersIn(page)).toEqual([]);
  });

  it('50 MB are not shown but saved, as JSON and as a table; thousands of rows are, without stalling', async () => {
    const shown = await explorer();
    const { page, ask } = shown;
    const rows = (count: number, pad: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `c${index}`, rank: count - index, note: 'x'.repeat(pad) }));
    let body = JSON.stringify({ data: { citizens: { nodes: rows(5_000, 10_000) } } });
    await page.route('**/graphql', (route) => route.fulfill({ contentType: 'application/json', body }));
    await ask(QUERY);
    expect(await notice(shown).innerText()).toMatch(/Svaret er for stort til at blive vist[^]*5\d MB/);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Gem som CSV' }).click();
    expect((await textOf(await saved)).split('\r\n')).toHaveLength(5_002);

    body = JSON.stringify({ data: { citizens: { nodes: rows(20_000, 10) } } });
    await ask(QUERY);
    await shown.show('Tabel');
    await page.getByRole('button', { name: /^rank/ }).click();
    expect(await page.locator('tbody tr').count()).toBeLessThan(80);
    expect(await page.locator('table').getAttribute('aria-rowcount')).toBe('20001');
    expect(await page.locator('tbody td').nth(1).innerText()).toBe('1');
  });

  it('a malformed question file is named with what is wrong with it, and all others work', async () => {
    const { page } = await browser.open();
    const questions = [
      { file: 'broken.graphql', text: '# title.da: Itu\n# title.en: Broken\nquery Q {' },
      { file: 'good.graphql', text: '# title.da: God\n# title.en: Good\nquery Q { __typename }' },
    ];
    await page.route('**/questions.json', (route) => route.fulfill({ json: { questions } }));
    await openExplorer(page, system.baseUrls['gateway']!, 'analyst');
    const told = page.locator('.notice', { hasText: 'Filer, der ikke kan bruges' });
    expect(await told.innerText()).toMatch(/broken\.graphql[^]*Det er ikke GraphQL: Syntax Error[^]*\(3:10\)/);
    await page.getByRole('button', { name: 'God', exact: true }).click();
    await page.getByRole('button', { name: 'Spørg', exact: true }).click();
    await page.getByRole('tab', { name: 'Tabel' }).waitFor();
    expect(await barriersIn(page)).toEqual([]);
  });

  it('a session that was ended elsewhere is said to be over, with the way back, and the question is not lost', async () => {
    const { page } = await browser.open();
    await page.clock.install();
    const shown = await openExplorer(page, system.baseUrls['gateway']!, 'leader');
    const { page: elsewhere } = await browser.open();
    await openExplorer(elsewhere, system.baseUrls['gateway']!, 'leader');
    await elsewhere.getByRole('button', { name: 'Log ud' }).click();
    await elsewhere.getByRole('button', { name: 'Log ind', exact: true }).waitFor();
    await page.clock.fastForward('05:00');
    await shown.ask(QUERY);
    expect(await notice(shown).innerText()).toMatch(/Din session er udløbet[^]*Log ind igen/);
    await page.getByRole('region', { name: 'Svar' }).getByRole('button', { name: 'Kopiér' }).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(QUERY);
    expect(await barriersIn(page)).toEqual([]);
  });
});
