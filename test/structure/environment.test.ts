/** Only `config.ts` reads the environment, so that what a process is told stands in one place. */
import { read, SOURCES } from './support/repository';

/** Who else may, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'gateway/src/supergraph/silenceVendor.ts': 'writes what Apollo’s packages read, before one of them is constructed',
  'packages/cli/bootstrap/install.mjs': 'runs before anything is compiled; asks which npm started it',
};

const readsIt = (file: string): boolean => /\bprocess\s*(\.|\[['"])env\b/.test(read(file));

it('only config.ts reads the environment', () => {
  const readers = SOURCES.filter(readsIt);
  expect(readers.filter((file) => !file.endsWith('/src/config.ts') && !(file in EXCEPTIONS))).toEqual([]);
});

it('no exception outlives its reason', () => {
  expect(Object.keys(EXCEPTIONS).filter((file) => !readsIt(file))).toEqual([]);
});
