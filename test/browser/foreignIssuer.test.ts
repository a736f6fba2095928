/**
 * An installation in production at an issuer that somebody else wrote: Glewlwyd. Its claims have names and shapes of
 * its own, it renews without `offline_access`, and all that Sammen is told is what an operator writes into `.env`.
 */
import { type Persona, PERSONAS } from '@sammen/population';
import type { Page } from 'playwright-core';
import { EXAMPLE_QUERY } from '../../packages/cli/src/exampleQuery';
import { type Account, type ForeignIssuer, hasGlewlwyd, NO_GLEWLWYD, startGlewlwyd } from '../support/glewlwyd';
import { freePort, type Installation, startInstallation } from '../support/installation';
import { useSystem } from '../support/system';
import { describeInBrowser, useBrowser } from './support/browser';
import { readyExplorer } from './support/explorer';

// Six processes start, and pages of two origins are walked through.
jest.setTimeout(120_000);

useSystem();
const browser = useBrowser();
const CITIZEN = PERSONAS.citizen.exampleCitizenId!;
const RESOURCE = 'https://sammen.example.org/graph';
const PASSWORD = 'correct horse battery staple';

/** What an operator has to say about the issuer's claims. */
const CLAIMS = {
  id: 'employee_id',
  role: { claim: 'job', values: { tovholder: 'KEY_MANAGER', borger: 'CITIZEN' } },
  organisationId: 'organisation',
  organisationKind: { claim: 'sector', values: { kommune: 'MUNICIPALITY', region: 'REGION', forening: 'NGO' } },
  unitId: 'unit',
  citizenId: 'citizen_id',
  purposes: 'allowed_purposes',
};
const ATTRIBUTES = ['employee_id', 'job', 'organisation', 'sector', 'unit', 'citizen_id', 'allowed_purposes'];

const account = (username: string, { actor }: Persona, more: Record<string, string>): Account => ({
  username,
  password: PASSWORD,
  name: `Person ${username}`,
  attributes: {
    employee_id: actor.id,
    ...(actor.organisationId !== null && { organisation: actor.organisationId, sector: 'kommune' }),
    ...(actor.unitId !== null && { unit: actor.unitId }),
    ...(actor.citizenId !== null && { citizen_id: actor.citizenId }),
    ...more,
  },
});

let issuer: ForeignIssuer;
let installation: Installation;

(hasGlewlwyd ? describeInBrowser : describe.skip)(
  `at an issuer of somebody else's${hasGlewlwyd ? '' : ` (${NO_GLEWLWYD})`}`,
  () => {
    beforeAll(async () => {
      const port = await freePort();
      const pages = `http://127.0.0.1:${port}`;
      issuer = await startGlewlwyd(ATTRIBUTES, RESOURCE);
      await issuer.addClient('sammen-explorer', [`${pages}/sign-in`, `${pages}/consent/sign-in`]);
      await issuer.addAccount(account('tove', PERSONAS['key-manager'], { job: 'tovholder' }));
      await issuer.addAccount(
        account('limited', PERSONAS['key-manager'], { job: 'tovholder', allowed_purposes: 'PSYK_13C' }),
      );
      await issuer.addAccount(account('stranger', PERSONAS['key-manager'], { job: 'direktør' }));
      await issuer.addAccount(account('borger', PERSONAS.citizen, { job: 'borger' }));
      installation = await startInstallation(
        port,
        {
          OIDC_ISSUER: issuer.issuer,
          OIDC_AUDIENCE: RESOURCE,
          OIDC_JWKS_URL: `${issuer.issuer}/jwks`,
          OIDC_CLAIMS: JSON.stringify(CLAIMS),
          SIGN_IN_ISSUER: issuer.issuer,
          SIGN_IN_CLIENT_ID: 'sammen-explorer',
          SIGN_IN_SCOPE: 'openid',
          SIGN_IN_RESOURCE: RESOURCE,
          SIGN_IN_END_SESSION: `${issuer.origin}/login.html?prompt=single_logout`,
        },
        issuer.caFile,
      );
    });
    afterAll(async () => {
      await installation?.stop();
      await issuer?.stop();
    });

    /** From the button of a page through the issuer's own pages and back; resolves when the issuer has sent the browser back. */
    async function signInAt(page: Page, address: string, username: string): Promise<void> {
      page.context().setDefaultTimeout(40_000);
      await page.goto(address);
      await page.getByRole('button', { name: 'Log ind', exact: true }).click();
      await page.locator('#username').fill(username);
      await page.locator('#password').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.waitForURL((url) => url.origin === new URL(address).origin && !url.searchParams.has('code'));
    }

    /** What the gateway answers the explorer that asks who has just signed in. */
    async function capabilitiesOf(username: string) {
      const { page } = await browser.open();
      const asked = page.waitForResponse((response) => response.url().endsWith('/capabilities.json'));
      await signInAt(page, installation.url, username);
      return { page, answer: await asked };
    }

    it('I-8: a professional signs in, asks the query of the README, goes on with new tokens, and signs out', async () => {
      const { page, origins, faults } = await browser.open();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      let renewed = 0;
      page.on('request', (request) => {
        if (request.postData()?.includes('grant_type=refresh_token')) renewed += 1;
      });
      await signInAt(page, installation.url, 'tove');
      const explorer = await readyExplorer(page);
      await explorer.ask(EXAMPLE_QUERY, { id: CITIZEN });
      const { data, extensions } = await explorer.answer();
      expect(data.citizen.name).toEqual(expect.any(String));
      expect(data.citizen.diagnoses).toBeNull();
      expect(extensions.consent.withheld).toHaveLength(2);

      const before = renewed;
      expect(before).toBeGreaterThan(0);
      await explorer.ask(`{ citizen(id: "${CITIZEN}") { name } }`);
      expect((await explorer.answer()).data.citizen.name).toBe(data.citizen.name);
      expect(renewed).toBeGreaterThan(before);

      await page.getByRole('button', { name: 'Log ud' }).click();
      await page.getByRole('button', { name: 'Logout' }).click();
      await page.getByText('You are disconnected').waitFor();
      // A page that asks unasked: the issuer knows nobody any more, and says so in words of its own.
      await page.goto(`${installation.url}/consent`);
      await page.getByRole('button', { name: 'Log ind', exact: true }).waitFor();

      expect([...origins].toSorted()).toEqual([installation.url, issuer.origin].toSorted());
      expect(faults).toEqual([]);
      expect(asked.filter((address) => address.includes('eyJ'))).toEqual([]);
      expect(installation.output()).not.toContain('eyJ');
    });

    it('a citizen signs in at their own page and sees what is theirs', async () => {
      const { page } = await browser.open();
      await signInAt(page, `${installation.url}/consent`, 'borger');
      await page.getByRole('button', { name: 'Log ud' }).waitFor();
      const { displayName } = PERSONAS.citizen;
      await page.getByText(displayName).first().waitFor();
    });

    it('I-4: limits of purpose hold as the issuer writes them', async () => {
      const { answer } = await capabilitiesOf('limited');
      expect(await answer.json()).toMatchObject({ role: 'KEY_MANAGER', purposes: ['PSYK_13C'] });
    });

    it('I-4: who has no role of ours is nobody, however well they signed in', async () => {
      const { page, answer } = await capabilitiesOf('stranger');
      expect(answer.status()).toBe(401);
      await page.getByRole('button', { name: 'Log ind', exact: true }).waitFor();
    });

    it('goes on when the issuer replaces its key by one of another kind', async () => {
      await issuer.replaceKey('ES256');
      // A process that fetched keys less than five seconds ago does not fetch them again yet.
      const attempts: number[] = [];
      while (!attempts.includes(200) && attempts.length < 4) {
        const { page, answer } = await capabilitiesOf('tove');
        attempts.push(answer.status());
        await page.close();
      }
      expect(attempts.at(-1)).toBe(200);
    });
  },
);
