/** The few things of a browser that signing in needs, behind one door, so that tests can walk the flow without one. */

/** What is remembered between leaving for the issuer and coming back. */
export interface Keepsake {
  readonly state: string;
  readonly verifier: string;
  /** Whether nobody was to be asked (`prompt: 'none'`), so that nobody can have refused. */
  readonly isSilent?: boolean;
}

/** The door. */
export interface Browser {
  /** Leaves the page for an address. */
  go(url: string): void;
  /** Leaves the page by posting a form: what it holds stands in no address. */
  post(url: string, fields: Readonly<Record<string, string>>): void;
  /** Keeps something until the page comes back, or forgets it (null). */
  keep(name: string, keepsake: Keepsake | null): void;
  /** What was kept; null for nothing. */
  kept(name: string): Keepsake | null;
  /** Tells the other tabs of this origin that everybody is signed out. */
  tellOthers(): void;
  /** Told by another tab. */
  onTold(listener: () => void): void;
}

const CHANNEL = 'sammen.signedOut';

/** The browser that the page runs in. */
export function thisBrowser(): Browser {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    go: (url) => location.assign(url),
    post(url, fields) {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = url;
      for (const [name, value] of Object.entries(fields)) {
        const input = document.createElement('input');
        input.type = 'hidden';
        input.name = name;
        input.value = value;
        form.append(input);
      }
      document.body.append(form);
      form.submit();
    },
    keep(name, keepsake) {
      if (keepsake === null) sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, JSON.stringify(keepsake));
    },
    kept: (name) => readKeepsake(sessionStorage.getItem(name)),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves its origin
    tellOthers: () => channel.postMessage('signed out'),
    onTold: (listener) => channel.addEventListener('message', listener),
  };
}

/** Whatever else stands in the storage counts for nothing. */
function readKeepsake(text: string | null): Keepsake | null {
  try {
    const { state, verifier, isSilent } = JSON.parse(text ?? 'null') as Partial<Keepsake>;
    if (typeof state !== 'string' || typeof verifier !== 'string') return null;
    return { state, verifier, ...(isSilent === true && { isSilent }) };
  } catch {
    return null;
  }
}
