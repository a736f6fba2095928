/** docs/invariants.md, the code that upholds the invariants and the titles of the tests that prove them agree. */
import { posix } from 'node:path';
import { FILES, read, SOURCES, TESTS } from './support/repository';

const PAGE = 'docs/invariants.md';
const NAMES = Array.from({ length: 15 }, (_, index) => `I-${index + 1}`);
const sections = new Map(
  read(PAGE)
    .split(/^## /m)
    .slice(1)
    .map((text) => [/^I-\d+/.exec(text)?.[0] ?? text, text]),
);

/** The marks `INVARIANT I-n` of a source. */
const marksIn = (file: string): Set<string> =>
  new Set([...read(file).matchAll(/\bINVARIANT (I-\d+)/g)].map(([, name]) => name!));

/** Titles of tests, describes and tables, as their text stands in the file. */
const titlesIn = (file: string): string[] =>
  [
    ...read(file).matchAll(
      /(?:\b(?:it|test|describe)|\]|\)|each\([^)]*\))\(\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)"|`([^`]*)`)/g,
    ),
  ].map(([, single, double, template]) => single ?? double ?? template ?? '');

const marks = new Map(SOURCES.map((file) => [file, marksIn(file)]));
const titles = new Map(TESTS.map((file) => [file, titlesIn(file)]));
const provedIn = (file: string, name: string): string[] =>
  (titles.get(file) ?? []).filter((title) => new RegExp(`\\b${name}\\b`).test(title));

const linked = (target: string): string => posix.join(posix.dirname(PAGE), target);

it('the page has every invariant once, in order', () => {
  expect([...sections.keys()]).toEqual(NAMES);
});

it('neither code nor tests name an invariant that there is none of', () => {
  const named = new Set([...marks.values()].flatMap((found) => [...found]));
  for (const all of titles.values())
    for (const title of all) for (const [name] of title.matchAll(/\bI-\d+\b/g)) named.add(name);
  expect([...named].filter((name) => !NAMES.includes(name))).toEqual([]);
});

describe.each(NAMES)('%s', (name) => {
  const text = sections.get(name) ?? '';

  it('is marked in every source that the page names, and in one at least', () => {
    const files = [...(/^- Upheld in (.+)$/m.exec(text)?.[1] ?? '').matchAll(/\]\(([^)]+)\)/g)].map(([, to]) =>
      linked(to!),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !marks.get(file)?.has(name))).toEqual([]);
  });

  it('is named in the title of every test that the page names, and of one at least', () => {
    const proofs = [...text.matchAll(/^- Proved in \[[^\]]+\]\(([^)]+)\): “(.+)”$/gm)];
    expect(proofs.length).toBeGreaterThan(0);
    const missing = proofs.filter(([, to, title]) => {
      const found = provedIn(linked(to!), name);
      return !found.some((one) => one.includes(title!));
    });
    expect(missing.map(([line]) => line)).toEqual([]);
  });
});

it('every link of the page leads to a file', () => {
  const targets = [...read(PAGE).matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => linked(to!));
  expect(targets.filter((target) => !FILES.includes(target))).toEqual([]);
});
