/** Built pages are committed, so that no installation needs a front-end tool chain: they have to be those of the sources. */
import { sourcesOf } from '../../gateway/pageSources.mjs';
import { PAGES, read } from './support/repository';

it('there are pages', () => {
  expect(PAGES).toEqual(['gateway/consent', 'gateway/explorer']);
});

describe.each(PAGES)('%s', (page) => {
  const name = page.split('/').at(-1)!;
  const built = JSON.parse(read(`${page}/dist/sources.json`)) as Record<string, string>;
  const elsewhere = Object.keys(built).filter((file) => !file.startsWith(`${page}/`));

  it('is built from the sources as they are: run `npm run build:pages` after a change', () => {
    const now = sourcesOf(name, elsewhere);
    const files = [...new Set([...Object.keys(built), ...Object.keys(now)])];
    expect(files.filter((file) => built[file] !== now[file])).toEqual([]);
  });

  it('loads nothing from elsewhere, and nothing that stands in the page itself', () => {
    const html = read(`${page}/dist/index.html`);
    expect([...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, url]) => url!)).not.toEqual([]);
    expect([...html.matchAll(/\b(?:src|href)="(?!\/)([^"]*)"/g)]).toEqual([]);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=/);
  });
});
