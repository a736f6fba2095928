import type { Plugin } from 'vite';

/** `path → SHA-256` of a page's own files as they are now, and of the others that `also` names. */
export function sourcesOf(page: string, also?: readonly string[]): Readonly<Record<string, string>>;

/** A plugin of Vite that writes `sources.json` into the build. */
export function recordSources(page: string): Plugin;
