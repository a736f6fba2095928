/** The explorer as its user sees it. */
import type { PersonaName } from '@sammen/population';
import type { Page } from 'playwright-core';
import { signIn } from './signIn';

/** What can be done in it. */
export interface Explorer {
  readonly page: Page;
  /** Chooses one of the ways to ask, or one of the views of an answer. */
  show(tab: string): Promise<void>;
  /** Puts a question into the editor and asks it; resolves when the answer is there. */
  ask(query: string, variables?: object): Promise<void>;
  /** The same without waiting for an answer; variables as they are typed. */
  start(query: string, variables?: string): Promise<void>;
  /** The answer as it came. */
  answer(): Promise<any>;
}

/** Runs in the page. */
function paste(element: any, text: string): void {
  const { DataTransfer, ClipboardEvent } = globalThis as any;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

/** Signs in and waits until one can ask. */
export async function openExplorer(page: Page, address: string, persona: PersonaName): Promise<Explorer> {
  await signIn(page, address, persona);
  return readyExplorer(page);
}

/** Waits until somebody who is signed in can ask. */
export async function readyExplorer(page: Page): Promise<Explorer> {
  await page.getByRole('tab', { name: 'Skriv selv' }).waitFor();
  const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });
  /** Pastes: what is typed, the editor completes with brackets of its own. */
  const fill = async (editor: string, text: string) => {
    const place = page.locator(editor);
    await place.locator('.view-line').first().waitFor();
    const input = place.locator('textarea').first();
    await input.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await input.evaluate(paste, text);
  };
  async function start(query: string, variables = '{}'): Promise<void> {
    await tab('Skriv selv').click();
    await fill('.editor-query', query);
    await fill('.editor-variables', variables);
    await page.getByRole('button', { name: 'Spørg', exact: true }).click();
  }
  return {
    page,
    start,
    show: (name) => tab(name).click(),
    async ask(query, variables = {}) {
      await start(query, JSON.stringify(variables));
      await page.getByRole('button', { name: 'Stop', exact: true }).waitFor({ state: 'detached' });
    },
    async answer() {
      await tab('Resultat').click();
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Gem som JSON' }).click();
      return JSON.parse(await textOf(await saved));
    },
  };
}

/** What is in a file that a page saved. */
export async function textOf(download: { createReadStream(): Promise<NodeJS.ReadableStream> }): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
