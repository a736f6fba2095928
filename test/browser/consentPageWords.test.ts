/** What the consent page says: the same in both languages, and no code of the graph is ever shown raw. Needs no browser. */
import { buildSchema, type GraphQLOutputType, getNamedType, isEnumType, isObjectType } from 'graphql';
import { SECTIONS } from '../../gateway/consent/src/data/sections.js';
import { da } from '../../gateway/consent/src/words/da.js';
import { en } from '../../gateway/consent/src/words/en.js';
import { read } from '../structure/support/repository.js';

const schema = buildSchema(read('packages/client/schema.graphql'));

/** Every word by its place; what is made of parts, with the parts it takes. */
function placesOf(words: object, at = ''): string[] {
  return Object.entries(words).flatMap(([key, word]) => {
    if (typeof word === 'object') return placesOf(word as object, `${at}${key}.`);
    return `${at}${key}${typeof word === 'function' ? `(${(word as () => string).length})` : ''}`;
  });
}

const sentencesOf = (words: object): string[] =>
  Object.values(words).flatMap((word) => (typeof word === 'object' ? sentencesOf(word as object) : [String(word)]));

/** The type of a place below a citizen. */
function typeAt(at: string): GraphQLOutputType {
  return at.split('.').reduce<GraphQLOutputType>(
    (type, step) => {
      const named = getNamedType(type);
      const field = isObjectType(named) ? named.getFields()[step] : undefined;
      if (field === undefined) throw new Error(`There is no ${at} in the graph.`);
      return field.type;
    },
    schema.getType('Citizen') as GraphQLOutputType,
  );
}

const sections = Object.values(SECTIONS).flat();
const below = (...steps: string[]) => steps.filter((step) => step !== '').join('.');

it('says the same in Danish and in English, and nothing is empty', () => {
  expect(placesOf(en)).toEqual(placesOf(da));
  expect([...sentencesOf(da), ...sentencesOf(en)].filter((sentence) => sentence.trim() === '')).toEqual([]);
});

it.each(['DataCategory', 'Role', 'Purpose', 'AccessGroundKind'])('has words for every %s', (name) => {
  const type = schema.getType(name);
  const values = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  expect(values.length).toBeGreaterThan(3);
  const tables = {
    DataCategory: [da.categories],
    Role: [da.roles, da.someone],
    Purpose: [da.purposes],
    AccessGroundKind: [da.grounds, da.cells],
  };
  for (const table of tables[name as keyof typeof tables])
    expect(Object.keys(table).toSorted()).toEqual(values.toSorted());
});

it('has words for every code that a section can show', () => {
  const codes = sections.flatMap(({ at, title, fields }) =>
    [title, ...fields].filter((field) => field.as === 'code').map((field) => below(at, field.at)),
  );
  const values = codes.flatMap((at) => {
    const type = getNamedType(typeAt(at));
    return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  });
  expect(values.length).toBeGreaterThan(60);
  expect(values.filter((value) => !(value in da.values))).toEqual([]);
});

it('every place that a section names is in the graph, and every kind of data has its section', () => {
  for (const { at, title, fields, from, to } of sections)
    for (const place of [title.at, ...fields.map((field) => field.at), from ?? '', to ?? ''])
      if (place !== '') expect(() => typeAt(below(at, place))).not.toThrow();
  const shown = new Set<string>(sections.map(({ category }) => category));
  // The first two have views of their own; the course of an admission is shown with the admission.
  const missing = Object.keys(da.categories).filter((category) => !shown.has(category));
  expect(missing).toEqual(['CONSENTS', 'ACCESS_LOG', 'ADMISSION']);
});
