/** Puts a report between two marks of a page, and leaves the rest of the page as people wrote it. */
import { cliError } from '../errors.js';

const BEGIN = '<!-- bench: written by `npm run bench -- --docs` -->';
const END = '<!-- /bench -->';

/** @throws BENCH_FAILED when the page has no such marks */
export function replaceSection(page: string, section: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw cliError('BENCH_FAILED', { message: 'The page has no place for the report.' });
  return `${page.slice(0, begin + BEGIN.length)}\n\n${section}\n${page.slice(end)}`;
}
