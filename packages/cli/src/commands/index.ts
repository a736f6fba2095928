/** The commands by name; each is loaded only when it is asked for, so that quick ones stay quick. */
import type { Command } from '../command.js';

/** In the order in which the overview lists them. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.js')).start,
  token: async () => (await import('./token.js')).token,
  seed: async () => (await import('./seed.js')).seed,
  import: async () => (await import('./importFiles.js')).importFiles,
  test: async () => (await import('./test.js')).test,
  compose: async () => (await import('./compose.js')).compose,
  check: async () => (await import('./check.js')).check,
  explain: async () => (await import('./explain.js')).explain,
  bench: async () => (await import('./bench.js')).bench,
  audit: async () => (await import('./audit.js')).audit,
  reset: async () => (await import('./reset.js')).reset,
};
