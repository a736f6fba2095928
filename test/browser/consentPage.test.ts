/** The citizen's page in a real browser over a system of its own: both effects of every choice, the page's and the graph's. */
import { setTimeout } from 'node:timers/promises';
import type { Actor, DataCategory, Purpose } from '@sammen/consent';
import { PERSONAS, type PersonaName } from '@sammen/population';
import { type ClockAhead, createClockAhead } from '../support/clockAhead.js';
import { type OwnSystem, startOwnSystem } from '../support/ownSystem.js';
import { makeTestFolder, removeTestFolder } from '../support/testFolders.js';
import { barriersIn } from './support/barriers.js';
import { describeInBrowser, useBrowser } from './support/browser.js';
import { act, type ConsentPage, openConsentPage } from './support/consentPage.js';
import { type Explorer, openExplorer } from './support/explorer.js';

jest.setTimeout(60_000);

const citizenId = PERSONAS.citizen.exampleCitizenId!;
const REASON = 'Bevidstløs, og der skal handles nu.';
const KEY_MANAGER_DIAGNOSES = ['Tovholdere', 'Diagnoser'] as const;

describeInBrowser('the consent page', () => {
  const browser = useBrowser({ keepsPages: true });
  let own: OwnSystem;
  let mine: ConsentPage;
  let clock: ClockAhead;
  let clockFolder: string;
  const services = ['citizen', 'psychiatry', 'municipality', 'ngo', 'coordination', 'gateway'];
  beforeAll(async () => {
    clock = createClockAhead((clockFolder = await makeTestFolder()));
    own = await startOwnSystem(services, 4, clock.environment);
    mine = await signedIn('citizen');
  }, 120_000);
  afterAll(async () => {
    await own?.stop();
    await removeTestFolder(clockFolder);
  });

  const signedIn = async (persona: PersonaName): Promise<ConsentPage> =>
    openConsentPage(await browser.open(), own.running.urls['gateway']!, persona);
  /** Somebody in the explorer of the same system. */
  const exploring = async (persona: PersonaName): Promise<Explorer> =>
    openExplorer((await browser.open()).page, own.running.urls['gateway']!, persona);
  const coordinating = (persona: PersonaName) =>
    ({ actor: PERSONAS[persona].actor, purpose: 'CARE_COORDINATION' }) as const;
  /** What a professional is shown of the diagnoses: over HTTP, as any client of theirs. */
  async function diagnosesFor(persona: PersonaName): Promise<'SHOWN' | 'WITHHELD'> {
    const query = 'query Look($id: ID!) { citizen(id: $id) { diagnoses { text } } }';
    const { body } = await own.ask('gateway', coordinating(persona), query, { id: citizenId });
    const isWithheld = body.extensions!['consent'].withheld.length === 1;
    return body.data!['citizen'].diagnoses !== null && !isWithheld ? 'SHOWN' : 'WITHHELD';
  }
  /** Somebody asks for a consent, for a purpose of theirs. */
  async function ask(who: { actor: Actor; purpose: Purpose }, category: DataCategory): Promise<void> {
    const text = 'Jeg vil gerne forstå, hvad du har brug for hjælp til.';
    const input = { citizenId, categories: [category], purpose: who.purpose, text };
    const mutation = 'mutation Ask($input: RequestConsentInput!) { requestConsent(input: $input) { id } }';
    const { body } = await own.ask('gateway', who, mutation, { input });
    expect(body.errors).toBeUndefined();
  }
  const done = async (dialog: Awaited<ReturnType<ConsentPage['openCell']>>, title: string) => {
    await act(dialog, title);
    await dialog.getByText('Det er gjort').waitFor();
  };

  it('shows a citizen who signs in their own data, sector by sector', async () => {
    for (const sector of ['Om dig', 'Psykiatrien', 'Kommunen', 'Foreninger', 'Samarbejdet omkring dig'])
      await mine.page.getByRole('heading', { level: 3, name: sector }).waitFor();
    expect(await mine.text()).toContain(PERSONAS.citizen.displayName);
    expect(await mine.text()).toContain('Diagnoser');
    expect(await mine.text()).not.toMatch(/[A-Z]+_[A-Z_]+|undefined|null/);
  });

  it('shows the same on one timeline, newest first, filtered by sector', async () => {
    await mine.show('Tidslinje');
    const all = await mine.page.getByText(/\d+ hændelser/).innerText();
    await mine.page.getByRole('checkbox', { name: 'Psykiatrien' }).uncheck();
    expect(await mine.page.locator('.timeline li.psychiatry').count()).toBe(0);
    expect(await mine.page.getByText(/\d+ hændelser/).innerText()).not.toBe(all);
    expect(await mine.page.locator('.timeline li.municipality').count()).toBeGreaterThan(0);
  });

  it('I-10: a consent given from a cell takes effect at once, in the cell, in the data, and for the professional', async () => {
    expect(await diagnosesFor('key-manager')).toBe('WITHHELD');
    const dialog = await mine.openCell(KEY_MANAGER_DIAGNOSES);
    await dialog.getByText('Det er disse oplysninger').waitFor();
    await done(dialog, 'Giv samtykke');
    await dialog.getByText('Det kan de se nu').waitFor();
    await dialog
      .getByRole('status')
      .filter({ hasText: /Før: Nej: intet samtykke\s*Nu: Ja: dit samtykke/ })
      .waitFor();
    expect(await diagnosesFor('key-manager')).toBe('SHOWN');
  });

  it('I-10: a consent withdrawn from the cell is gone at once, in the cell and for the professional', async () => {
    const dialog = mine.page.getByRole('dialog');
    await done(dialog, 'Træk hele samtykket tilbage');
    await dialog.getByText('Det er disse oplysninger').waitFor();
    await dialog
      .getByRole('status')
      .filter({ hasText: /Før: Ja: dit samtykke\s*Nu: Nej: intet samtykke/ })
      .waitFor();
    expect(await diagnosesFor('key-manager')).toBe('WITHHELD');
    await mine.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('what is withheld in the explorer is asked for there, granted here in one step before a block given earlier, and shown there', async () => {
    const dialog = await mine.openCell(['Socialrådgivere', 'Diagnoser']);
    await done(dialog, 'Spær');
    await dialog.getByRole('status').filter({ hasText: 'Nu: Nej: din spærring' }).waitFor();
    await mine.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const asking = await exploring('social-worker');
    await asking.page.getByLabel('Formål').selectOption('CARE_COORDINATION');
    const query = 'query Look($id: ID!) { citizen(id: $id) { diagnoses { text } } }';
    await asking.ask(query, { id: citizenId });
    expect((await asking.answer()).data.citizen.diagnoses).toBeNull();
    await asking.show('Tilbageholdt');
    await asking.page.getByRole('button', { name: 'Bed borgeren om samtykke' }).click();
    const form = asking.page.getByRole('dialog', { name: 'Bed borgeren om samtykke' });
    await form.getByLabel('Begrundelse til borgeren').fill('Jeg vil gerne forstå, hvad du har brug for.');
    await form.getByRole('button', { name: 'Send anmodningen' }).click();
    await form.getByText('Anmodningen er sendt.').waitFor();
    await mine.show('Anmodninger');
    const request = mine.page.getByRole('article').filter({ hasText: 'En socialrådgiver hos Esbjerg Kommune' });
    expect(await request.innerText()).toMatch(/Hvad et ja betyder[^]*går forud for spærringen[^]*Hvad et nej betyder/);
    await request.getByRole('button', { name: 'Ja, giv samtykke' }).click();
    await mine.page.getByText('Du har sagt ja').waitFor();
    await request.waitFor({ state: 'detached' });
    await form.getByRole('button', { name: 'Luk' }).click();
    await asking.ask(query, { id: citizenId });
    expect((await asking.answer()).data.citizen.diagnoses).not.toHaveLength(0);
    await asking.page.context().close();
  });

  it('a request is declined in one step; whoever asked learns only that there is no consent', async () => {
    const volunteer = { actor: PERSONAS.volunteer.actor, purpose: 'PEER_SUPPORT' } as const;
    await ask(volunteer, 'MEETING');
    await mine.page.reload();
    await mine.show('Anmodninger');
    const request = mine.page.getByRole('article').filter({ hasText: 'En frivillig hos Peernetværket Vestkysten' });
    await request.getByRole('button', { name: 'Nej tak' }).click();
    await mine.page.getByRole('status').filter({ hasText: 'Du har sagt nej' }).waitFor();
    await request.waitFor({ state: 'detached' });
    const query = '{ myConsentRequests(first: 1) { nodes { status } } }';
    const { body } = await own.ask('gateway', volunteer, query);
    expect(body.data!['myConsentRequests'].nodes).toEqual([{ status: 'NOT_GRANTED' }]);
  });

  it('the list of choices says what goes before what, and takes them back', async () => {
    await mine.show('Hvem må se hvad');
    const block = mine.page.getByRole('article').filter({ hasText: 'Spærring: Diagnoser' });
    await block.filter({ hasText: 'går forud for denne spærring' }).waitFor();
    const consent = mine.page.getByRole('article').filter({ hasText: 'Samtykke: Diagnoser' });
    await consent.locator('summary').click();
    await consent.getByRole('button').click();
    await consent.waitFor({ state: 'detached' });
    expect(await diagnosesFor('social-worker')).toBe('WITHHELD');
    await block.locator('summary').click();
    await block.getByRole('button').click();
    await block.waitFor({ state: 'detached' });
  });

  it('what a citizen has blocked can be opened by an emergency access in the explorer, which shows it then', async () => {
    await mine.show('Hvem må se hvad');
    await mine.page.getByLabel('Organisation').selectOption({ label: 'Region Syddanmark' });
    await done(await mine.openCell(['Psykiatere', 'Forløb med en mentor']), 'Spær');
    await mine.page.keyboard.press('Escape');
    const urgent = await exploring('psychiatrist');
    const { page } = urgent;
    const query = 'query Peer($id: ID!) { citizen(id: $id) { mentorships(first: 3) { nodes { mentorName } } } }';
    await urgent.ask(query, { id: citizenId });
    expect((await urgent.answer()).data.citizen.mentorships).toBeNull();
    await urgent.show('Tilbageholdt');
    await page.getByRole('button', { name: 'Åbn værdispring' }).click();
    const dialog = page.getByRole('dialog', { name: 'Åbn værdispring' });
    expect(await dialog.innerText()).toMatch(/uden samtykke\. Borgeren får besked[^]*Mentorforløb/);
    await dialog.getByLabel('Hvorfor').selectOption('VITAL_INTEREST');
    await dialog.getByLabel('Begrundelse til borgeren').fill(REASON);
    await dialog.getByLabel('Antal minutter').fill('5');
    await dialog.getByRole('button', { name: 'Åbn i 5 minutter' }).click();
    await dialog.getByText('Adgangen er åben').waitFor();
    expect(await barriersIn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Stil spørgsmålet igen' }).click();
    await page.getByText('Intet er tilbageholdt i dette svar.').waitFor();
    expect((await urgent.answer()).data.citizen.mentorships.nodes).not.toHaveLength(0);
    await page.context().close();
  });

  it('the log has the emergency access on top, with its reason, then one’s own look and the professional’s, page by page', async () => {
    await Promise.all(Array.from({ length: 20 }, () => diagnosesFor('key-manager')));
    await mine.show('Hvem har set');
    const looks = mine.page.locator('.looks > li');
    await looks.first().waitFor();
    const first = await looks.first().innerText();
    await mine.page.getByRole('button', { name: 'Vis flere' }).click();
    await looks.nth(20).waitFor();
    const all = await looks.allInnerTexts();
    expect(first).toContain('Akut adgang: En psykiater · Region Syddanmark');
    expect(first).toContain('Vist: Forløb med en mentor');
    expect(all.some((each) => each.includes('Dig selv'))).toBe(true);
    expect(all.some((each) => /En tovholder · Esbjerg Kommune[^]*Ikke vist: Diagnoser/.test(each))).toBe(true);
    expect(await mine.page.locator('.card.emergency').first().innerText()).toMatch(
      new RegExp(`${REASON}[^]*Brugt til 1 opslag`),
    );
  });

  it('a consent that lapses soon is warned of everywhere, and can be prolonged', async () => {
    const warning = mine.page.getByRole('region', { name: 'Samtykker, der snart udløber' });
    expect(await warning.innerText()).toMatch(/udløber om \d+ dage/);
    await warning.locator('summary').first().click();
    await warning.getByRole('button', { name: 'Forlæng 3 måneder' }).first().click();
    await warning.waitFor({ state: 'detached' });
  });

  it('a source that is down is named; the rest is there, and it can be asked for again', async () => {
    const { page } = mine;
    let pid: number | null = await own.pid('psychiatry');
    await page.route('**/graphql', async (route) => {
      if (pid !== null && route.request().postData()?.includes('query MyData')) {
        process.kill(pid, 'SIGKILL');
        pid = null;
      }
      await route.continue();
    });
    await page.goto(`${own.running.urls['gateway']}/consent#data`);
    await page.reload();
    await page.locator('.sector.psychiatry .notice.failed').first().waitFor();
    expect(await page.locator('.sector.psychiatry').innerText()).toContain(
      'Psykiatrien svarer ikke lige nu. Det betyder ikke, at der intet er.',
    );
    expect(await page.locator('.sector.municipality .items').count()).toBeGreaterThan(0);
    const items = page.locator('.sector.psychiatry .items');
    for (const until = Date.now() + 30_000; (await items.count()) === 0 && Date.now() < until;) {
      await page.getByRole('button', { name: 'Prøv igen' }).click();
      await page.getByText('Henter').waitFor({ state: 'detached' });
    }
    expect(await items.count()).toBeGreaterThan(0);
  });

  it('signing out in one tab takes the data from the other, which says what to do', async () => {
    const other = await mine.page.context().newPage();
    await other.goto(`${own.running.urls['gateway']}/consent`);
    await other.getByRole('button', { name: 'Log ud' }).click();
    await mine.page.getByText('din session er udløbet').waitFor();
    expect(await mine.text()).not.toContain('Diagnoser');
  });

  it('I-4: after nine hours every token and session has run out: both pages say so, keep nothing, and lead back to the sign-in', async () => {
    const [awake, overnight, explorer] = [
      await signedIn('citizen'),
      await signedIn('citizen'),
      await exploring('leader'),
    ];
    await overnight.page.clock.install();
    const hours = 9 * 60 * 60 * 1000;
    clock.setAhead(hours);
    const isOver = async () => (await own.ask('gateway', 'leader', '{ __typename }')).status === 401;
    for (const until = Date.now() + 5_000; !(await isOver()) && Date.now() < until;) await setTimeout(50);
    // One browser's clock stood still, and takes its token for a fresh one; the other asks for a new one.
    await overnight.page.clock.fastForward(hours);
    for (const { page, text } of [awake, overnight]) {
      await page.getByRole('link', { name: 'Hvem har set' }).click();
      await page.getByText('din session er udløbet').waitFor();
      expect(await text()).not.toContain('Opslag');
      expect(await barriersIn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Log ind', exact: true }).click();
      await page.locator('button[name=persona]').first().waitFor();
    }
    await explorer.ask('query Mine { citizens(first: 1) { nodes { name } } }');
    // Beside it another notice may stand: the schema was perhaps still being fetched when the session ran out.
    const over = explorer.page.locator('.notice', { hasText: 'Din session er udløbet' });
    expect(await over.innerText()).toContain('Log ind igen');
    await explorer.page.getByRole('button', { name: 'Log ind', exact: true }).click();
    await explorer.page.locator('button[name=persona]').first().waitFor();
  });

  it('nothing was asked from anywhere but the gateway and the sign-in, and nothing broke', () => {
    const { issuer, gateway } = own.running.urls;
    expect([...mine.origins].toSorted()).toEqual([gateway!, issuer!].toSorted());
    expect(mine.faults).toEqual([]);
  });
});
