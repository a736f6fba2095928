/** The pages that the gateway serves: where each is asked for, and where its built files lie. */

/** One page: a folder of built files, shown at a few addresses. */
export interface Page {
  readonly name: string;
  /** Addresses that answer with its `index.html`. */
  readonly routes: readonly string[];
  /** Where its hashed files are asked for. */
  readonly assets: string;
  /** Whether its elements may come with a `style` attribute. */
  readonly hasStyleAttributes: boolean;
  /** The folder that its build writes; may be absent. */
  readonly built: URL;
}

/** All pages, in the order in which they are added. */
export const PAGES: readonly Page[] = [
  {
    name: 'explorer',
    routes: ['/', '/sign-in'],
    assets: '/assets/',
    hasStyleAttributes: true,
    built: new URL('../../explorer/dist/', import.meta.url),
  },
  {
    name: 'consent',
    routes: ['/consent', '/consent/sign-in'],
    assets: '/consent/assets/',
    hasStyleAttributes: false,
    built: new URL('../../consent/dist/', import.meta.url),
  },
];
