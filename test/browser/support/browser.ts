/** A real browser over the running system: Debian's Chromium, driven by Playwright. Where none is installed, tests say so and are skipped. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const EXECUTABLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Tests that need a browser. */
export function describeInBrowser(title: string, tests: () => void): void {
  if (EXECUTABLE !== undefined) describe(title, tests);
  else describe.skip(`${title} (skipped: no Chromium is installed; Debian has it as the package "chromium")`, tests);
}

/** What one page did while a test watched it. */
export interface Watched {
  readonly page: Page;
  /** Origins of all requests, workers' and assets' included, and of connections that were tried. */
  readonly origins: ReadonlySet<string>;
  /** What the policy of the page forbade, and what broke in it. */
  readonly faults: readonly string[];
}

/** A browser for one test file. */
export interface TestBrowser {
  /** A page in a session of its own, as if on another computer. */
  open(options?: { readonly scheme?: 'light' | 'dark'; readonly width?: number }): Promise<Watched>;
}

/** Starts a browser before the first test of a file and ends it after the last. `keepsPages`: tests go on where the one before stopped. */
export function useBrowser({ keepsPages = false } = {}): TestBrowser {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    if (EXECUTABLE !== undefined) {
      // Its sandbox needs rights that a container does not give; only our own pages are loaded.
      const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'];
      browser = await chromium.launch({ executablePath: EXECUTABLE, args });
    }
  });
  afterEach(async () => {
    if (!keepsPages) await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(() => browser?.close());
  return {
    async open({ scheme = 'light', width = 1280 } = {}) {
      const context = await browser!.newContext({
        colorScheme: scheme,
        viewport: { width, height: 800 },
        locale: 'da-DK',
        // Only an issuer of a test's own has a certificate that nobody vouches for.
        ignoreHTTPSErrors: true,
        permissions: ['clipboard-write', 'clipboard-read'],
      });
      contexts.push(context);
      context.setDefaultTimeout(10_000);
      const origins = new Set<string>();
      const faults: string[] = [];
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol !== 'data:' && protocol !== 'blob:') origins.add(origin);
      });
      context.on('console', (message) => {
        if (/Content Security Policy|violates/.test(message.text())) faults.push(message.text());
      });
      context.on('weberror', (error) => faults.push(String(error.error())));
      return { page: await context.newPage(), origins, faults };
    },
  };
}
