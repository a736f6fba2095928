/** A person with a browser that has cookies and follows addresses, and no script: walks through the real pages by HTTP. */
import { setTimeout } from 'node:timers/promises';
import { type Browser, createSignIn, type Keepsake, type SignIn, type SignInSettings } from '@sammen/client/sign-in';

/** Where a walk ended: at a page of the issuer, or at an address of the client's. */
export interface Stop {
  readonly url: string;
  readonly status: number;
  /** The page; empty at the client's address, which is not fetched. */
  readonly html: string;
  readonly headers: Headers;
}

/** One browser: a jar of cookies for all its tabs. */
export interface Walker {
  /** Goes to an address and wherever it leads. */
  visit(url: string): Promise<Stop>;
  /** Sends a form of the page and goes wherever that leads. */
  submit(stop: Stop, fields: Readonly<Record<string, string>>, action?: string): Promise<Stop>;
  /** Every address that it was at. */
  readonly addresses: string[];
  /** Forgets its cookies. */
  clear(): void;
}

const AT_MOST = 15;

/** Opens a browser. `clientOrigin`: an address there ends a walk. */
export function openWalker(clientOrigin: string): Walker {
  const jar = new Map<string, string>();
  const addresses: string[] = [];

  function keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const gone = value === '' || attributes.some((one) => /expires=Thu, 01 Jan 1970/i.test(one));
      if (gone) jar.delete(name);
      else jar.set(name, value);
    }
  }

  async function go(url: string, init: RequestInit = {}, left = AT_MOST): Promise<Stop> {
    addresses.push(url);
    if (url.startsWith(clientOrigin)) return { url, status: 0, html: '', headers: new Headers() };
    if (left === 0) throw new Error('It leads in circles.');
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', ...(cookie ? { cookie } : {}), ...init.headers };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    keepCookies(response.headers);
    const location = response.headers.get('location');
    if (response.status >= 300 && location) return go(new URL(location, url).href, {}, left - 1);
    const stop = { url, status: response.status, html: await response.text(), headers: response.headers };
    const sentBySelf = /<title>Submitting Callback<\/title>/.test(stop.html);
    return sentBySelf ? post(stop, {}, undefined, left - 1) : stop;
  }

  async function post(stop: Stop, fields: Readonly<Record<string, string>>, to?: string, left = AT_MOST) {
    const action = to ?? /<form[^>]* action="([^"]+)"/.exec(stop.html)?.[1] ?? stop.url;
    const hidden = [...stop.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const own = hidden.map(([, name, value]) => [name!, value!] as const);
    const body = new URLSearchParams({ ...Object.fromEntries(own), ...fields });
    return go(new URL(action, stop.url).href, { method: 'POST', body }, left);
  }

  return {
    visit: (url) => go(url),
    submit: (stop, fields, action) => post(stop, fields, action),
    addresses,
    clear: () => jar.clear(),
  };
}

/** A page of the client's, opened in a browser. */
export interface TestPage {
  readonly signIn: SignIn;
  /** Where the page has asked its browser to go, and how that ended. */
  last(): Promise<Stop>;
  /** What the page keeps while it is away. */
  readonly kept: Map<string, Keepsake>;
  /** Signs in as a persona, from the click to the session. */
  signInAs(persona: string): Promise<void>;
}

/** Opens a page in a browser; what it is told to do to its browser is done by the walker. */
export function openPage(
  walker: Walker,
  settings: SignInSettings,
  redirectUri: string,
  more: { readonly clock?: () => number; readonly fetch?: typeof fetch } = {},
): TestPage {
  const kept = new Map<string, Keepsake>();
  let under: Promise<Stop> | undefined;
  const browser: Browser = {
    go: (url) => void (under = walker.visit(url)),
    post: (url, fields) =>
      void (under = walker.submit({ url, status: 0, html: '', headers: new Headers() }, fields, url)),
    keep: (name, keepsake) => void (keepsake === null ? kept.delete(name) : kept.set(name, keepsake)),
    kept: (name) => kept.get(name) ?? null,
    tellOthers() {},
    onTold() {},
  };
  const signIn = createSignIn({ settings, redirectUri, browser, ...more });
  const last = async (): Promise<Stop> => {
    while (under === undefined) await setTimeout(1);
    return under;
  };
  return {
    signIn,
    kept,
    last,
    async signInAs(persona) {
      await signIn.signIn();
      const page = await last();
      const landed = page.html === '' ? page : await walker.submit(page, { persona });
      await signIn.completeSignIn(landed.url);
    },
  };
}
