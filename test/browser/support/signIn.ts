/** Signs in as people do: by the button of the page and at the issuer. */
import { PERSONAS, type PersonaName } from '@sammen/population';
import type { Page } from 'playwright-core';

/** Goes to a page of the gateway and signs in as a persona. */
export async function signIn(page: Page, address: string, persona: PersonaName): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Log ind', exact: true }).click();
  await page.locator(`button[name=persona][value="${persona}"]`).click();
  await page.waitForURL((url) => url.origin === new URL(address).origin && !url.searchParams.has('code'));
}

/** The purposes and the role of a persona, for tests that look at what a page says. */
export const actorOf = (persona: PersonaName) => PERSONAS[persona].actor;
