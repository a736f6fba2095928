/** The README says what a newcomer will see: its command is the one that `npm start` prints, its links lead somewhere. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE_QUERY } from '../../packages/cli/src/exampleQuery';
import { read } from './support/repository';

const README = read('README.md');

it('the query to paste is the one that the start prints', () => {
  expect(README).toContain(EXAMPLE_QUERY.replace(/\s+/g, ' '));
});

it('every file that it links to is there', () => {
  const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link!);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !existsSync(join(__dirname, '../..', link)))).toEqual([]);
});

it('is short enough to be read', () => {
  expect(README.split('\n').length).toBeLessThan(150);
});
