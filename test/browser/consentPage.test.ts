/** The citizen's page in a real browser over a system of its own: both effects of every choice, the page's and the graph's. */
import type { Actor, DataCategory, Purpose } from '@sammen/consent';
import { PERSONAS, type PersonaName } from '@sammen/population';
import { type OwnSystem, startOwnSystem } from '../support/ownSystem.js';
import { barriersIn } from './support/barriers.js';
import { describeInBrowser, useBrowser } from './support/browser.js';
import { type ConsentPage, keepScreenshot, openConsentPage } from './support/consentPage.js';

jest.setTimeout(60_000);

const citizenId = PERSONAS.citizen.exampleCitizenId!;
const VIEWS = ['Mine oplysninger', 'Tidslinje', 'Hvem må se hvad', 'Anmodninger', 'Hvem har set'];
const KEY_MANAGER_DIAGNOSES = ['Tovholdere', 'Diagnoser'] as const;

describeInBrowser('the consent page', () => {
  const browser = useBrowser({ keepsPages: true });
  let own: OwnSystem;
  let mine: ConsentPage;
  beforeAll(async () => {
    own = await startOwnSystem(['citizen', 'psychiatry', 'municipality', 'ngo', 'coordination', 'gateway'], 4);
    mine = await signedIn('citizen');
  }, 120_000);
  afterAll(() => own?.stop());

  async function signedIn(persona: PersonaName, options = {}): Promise<ConsentPage> {
    return openConsentPage(await browser.open(options), own.running.urls['gateway']!, persona);
  }
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
  /** Opens the cell of a recipient and a kind of data; its dialog. */
  async function openCell([role, category]: readonly [string, string]) {
    const { page, show } = mine;
    await show('Hvem må se hvad');
    await page.getByRole('columnheader', { name: role }).waitFor();
    const column = (await page.getByRole('columnheader').allInnerTexts()).indexOf(role);
    await page
      .getByRole('row')
      .filter({ hasText: category })
      .getByRole('cell')
      .nth(column - 1)
      .getByRole('button')
      .click();
    return page.getByRole('dialog');
  }
  const act = async (dialog: Awaited<ReturnType<typeof openCell>>, title: string) => {
    await dialog.locator('summary', { hasText: title }).first().click();
    await dialog.getByRole('button', { name: title }).click();
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
    const dialog = await openCell(KEY_MANAGER_DIAGNOSES);
    await dialog.getByText('Det er disse oplysninger').waitFor();
    await act(dialog, 'Giv samtykke');
    await dialog.getByText('Det kan de se nu').waitFor();
    await dialog
      .getByRole('status')
      .filter({ hasText: /Før: Nej: intet samtykke\s*Nu: Ja: dit samtykke/ })
      .waitFor();
    expect(await diagnosesFor('key-manager')).toBe('SHOWN');
  });

  it('I-10: a consent withdrawn from the cell is gone at once, in the cell and for the professional', async () => {
    const dialog = mine.page.getByRole('dialog');
    await act(dialog, 'Træk hele samtykket tilbage');
    await dialog.getByText('Det er disse oplysninger').waitFor();
    await dialog
      .getByRole('status')
      .filter({ hasText: /Før: Ja: dit samtykke\s*Nu: Nej: intet samtykke/ })
      .waitFor();
    expect(await diagnosesFor('key-manager')).toBe('WITHHELD');
    await mine.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('a request is granted in one step, with a consent that goes before a block given earlier', async () => {
    const dialog = await openCell(['Socialrådgivere', 'Diagnoser']);
    await act(dialog, 'Spær');
    await dialog.getByRole('status').filter({ hasText: 'Nu: Nej: din spærring' }).waitFor();
    await mine.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await ask(coordinating('social-worker'), 'DIAGNOSIS');
    await mine.show('Anmodninger');
    const request = mine.page.getByRole('article').filter({ hasText: 'En socialrådgiver hos Esbjerg Kommune' });
    expect(await request.innerText()).toMatch(/Hvad et ja betyder[^]*går forud for spærringen[^]*Hvad et nej betyder/);
    await request.getByRole('button', { name: 'Ja, giv samtykke' }).click();
    await mine.page.getByText('Du har sagt ja').waitFor();
    await request.waitFor({ state: 'detached' });
    expect(await diagnosesFor('social-worker')).toBe('SHOWN');
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

  it('the log has emergency accesses on top, then one’s own look and the professional’s, page by page', async () => {
    const reason = 'Bevidstløs, og der skal handles nu.';
    const input = { citizenId, kind: 'VITAL_INTEREST', reason, categories: ['HOUSING'], minutes: 5 };
    const open = 'mutation Open($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { id } }';
    expect((await own.ask('gateway', 'psychiatrist', open, { input })).body.errors).toBeUndefined();
    await Promise.all(Array.from({ length: 20 }, () => diagnosesFor('key-manager')));
    await mine.show('Hvem har set');
    const looks = mine.page.locator('.looks > li');
    await looks.first().waitFor();
    const first = await looks.first().innerText();
    await mine.page.getByRole('button', { name: 'Vis flere' }).click();
    await looks.nth(20).waitFor();
    const all = await looks.allInnerTexts();
    expect(first).toContain('Akut adgang: En psykiater · Region Syddanmark');
    expect(first).toContain(reason);
    expect(all.some((each) => each.includes('Dig selv'))).toBe(true);
    expect(all.some((each) => /En tovholder · Esbjerg Kommune[^]*Ikke vist: Diagnoser/.test(each))).toBe(true);
    expect(await mine.page.locator('.card.emergency').first().innerText()).toContain(reason);
  });

  it('a consent that lapses soon is warned of everywhere, and can be prolonged', async () => {
    const warning = mine.page.getByRole('region', { name: 'Samtykker, der snart udløber' });
    expect(await warning.innerText()).toMatch(/udløber om \d+ dage/);
    await warning.locator('summary').first().click();
    await warning.getByRole('button', { name: 'Forlæng 3 måneder' }).first().click();
    await warning.waitFor({ state: 'detached' });
  });

  it('is English by a switch, and Danish before', async () => {
    expect(await mine.page.getAttribute('html', 'lang')).toBe('da');
    await mine.page.getByRole('button', { name: 'English' }).click();
    await mine.page.getByRole('heading', { level: 1, name: 'My data' }).waitFor();
    expect(await mine.page.getAttribute('html', 'lang')).toBe('en');
    await mine.page.getByRole('button', { name: 'Dansk' }).click();
  });

  it.each([
    ['a phone in the dark', { width: 360, scheme: 'dark' }, undefined],
    ['a screen in the light', { width: 1280, scheme: 'light' }, ['color-contrast']],
  ] as const)('on %s every part fits, and axe finds nothing serious', async (_where, options, rules) => {
    const shown = await signedIn('citizen', options);
    for (const view of VIEWS) {
      await shown.show(view);
      await shown.page.locator('[role=status].quiet', { hasText: 'Henter' }).waitFor({ state: 'detached' });
      const overflow = await shown.page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
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
    await shown.page.context().close();
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
    await guardian.page.context().close();
  });

  it('a professional is told that the page is not for them', async () => {
    const professional = await signedIn('key-manager');
    await professional.page.getByText('Siden er for borgere').waitFor();
    await professional.page.context().close();
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

  it('nothing was asked from anywhere but the gateway and the sign-in, and nothing broke', () => {
    const { issuer, gateway } = own.running.urls;
    expect([...mine.origins].toSorted()).toEqual([gateway!, issuer!].toSorted());
    expect(mine.faults).toEqual([]);
  });
});
