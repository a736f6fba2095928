/** Both languages say the same things, and what is withheld is said once for each field, with whose it is. */
import { DATA_CATEGORIES, PURPOSES, ROLES } from '@sammen/consent';
import { curlOf } from '../src/guide/curlOf';
import { withoutValues } from '../src/editor/withoutValues';
import type { Json } from '../src/rows/json';
import { da } from '../src/texts/da';
import { en } from '../src/texts/en';
import { fill, wordFor } from '../src/texts/texts';
import { citizenOf } from '../src/withheld/citizenOf';
import { groupWithheld } from '../src/withheld/groupWithheld';

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`));
}
const placesIn = (text: unknown) => [...String(text).matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted();
const at = (texts: unknown, path: string): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<any>((value, key) => value[key], texts);

it('Danish and English have the same keys with the same places to fill in, and nothing is left empty', () => {
  expect(keysOf(en)).toEqual(keysOf(da));
  for (const key of keysOf(da)) {
    expect([key, placesIn(at(en, key))]).toEqual([key, placesIn(at(da, key))]);
    const mayBeEmpty = /states\.(DENIED|SOURCE_DOWN)\.next$/.test(key);
    expect([key, mayBeEmpty || String(at(da, key)).length > 0]).toEqual([key, true]);
  }
});

it('every role, purpose and kind of data has a word in both languages', () => {
  for (const { words } of [da, en]) {
    expect(ROLES.filter((role) => wordFor(words.roles, role) === role)).toEqual([]);
    expect(PURPOSES.filter((purpose) => wordFor(words.purposes, purpose) === purpose)).toEqual([]);
    expect(DATA_CATEGORIES.filter((category) => wordFor(words.categories, category) === category)).toEqual([]);
  }
  expect(wordFor(da.words.roles, 'constructor')).toBe('constructor');
  expect(fill('{a} af {b} {c}', { a: 1, b: 'x' })).toBe('1 af x {c}');
});

const withheld = (path: (string | number)[], category = 'DIAGNOSIS') => ({
  path,
  coordinate: 'Citizen.diagnoses',
  category,
  state: 'NO_ACCESS' as const,
  nextStep: 'ASK_CITIZEN' as const,
});

it('a field that is withheld in many items of a list is one line', () => {
  const groups = groupWithheld([
    withheld(['citizens', 'nodes', 0, 'diagnoses']),
    withheld(['citizens', 'nodes', 1, 'diagnoses']),
    withheld(['citizens', 'nodes', 1, 'plans'], 'PLAN'),
  ]);
  expect(groups.map(({ names, paths }) => [names.join('.'), paths.length])).toEqual([
    ['citizens.nodes.diagnoses', 2],
    ['citizens.nodes.plans', 1],
  ]);
});

describe('whose field it is', () => {
  const query = 'query A($id: ID!) { her: citizen(id: $id) { diagnoses { code } } other: citizen(id: "b") { name } }';
  it('is read from the answer where an id stands above it', () => {
    const data: Json = { citizens: { nodes: [{ id: 'one' }, { id: 'two', plans: { nodes: [{ id: 'plan' }] } }] } };
    expect(citizenOf(['citizens', 'nodes', 1, 'diagnoses'], data, { query })).toBe('two');
    expect(citizenOf(['citizens', 'nodes', 1, 'plans', 'nodes', 0, 'goals'], data, { query })).toBe('two');
  });
  it('is read from the question otherwise, by alias, variable and literal', () => {
    expect(citizenOf(['her', 'diagnoses'], { her: {} }, { query, variables: { id: 'a' } })).toBe('a');
    expect(citizenOf(['other', 'name'], null, { query })).toBe('b');
    expect(citizenOf(['none'], null, { query })).toBeUndefined();
    expect(citizenOf(['none'], null, { query: 'no graphql' })).toBeUndefined();
  });
});

it('what is kept of a draft has no value in it, wherever it stood, and what is no GraphQL is not kept', () => {
  const kept = withoutValues(`# for 0101801234
    query Q($a: String = "secret") { citizen(id: "9c7ca9d0") { f(n: 42, x: 1.5, o: { s: ["two"] }, t: """three""") } }`)!;
  expect(kept).not.toMatch(/0101801234|secret|9c7ca9d0|42|1\.5|two|three/);
  expect(kept).toContain('query Q($a: String = "")');
  expect(withoutValues('citizen 0101801234')).toBeUndefined();
});

it('the command for a terminal quotes what a shell would run, and has no token in it', () => {
  const command = curlOf({
    url: 'http://127.0.0.1:4000/graphql',
    query: `{ a(s: "it's $(rm)") }`,
    variables: {},
    purpose: 'TREATMENT',
    persona: 'psychiatrist',
  });
  expect(command).toContain(`'{"query":"{ a(s: \\"it'\\''s $(rm)\\") }","variables":{}}'`);
  expect(command).toContain('$(npx sammen token psychiatrist)');
  expect(command).toContain("'x-sammen-purpose: TREATMENT'");
});
