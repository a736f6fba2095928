/** Named questions: those that come with the project can be asked as they are, and a file that cannot says why. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { NOT_A_VALUE, valueOf, variableFields } from '../src/questions/variableFields';
import { choiceInWords } from '../src/questions/choiceInWords';
import { readQuestion } from '../src/questions/readQuestion';

const GRAPH = buildSchema(readFileSync(join(__dirname, '../../../packages/client/schema.graphql'), 'utf8'));
const FOLDER = join(__dirname, '../questions');
const HEAD = '# title.da: Titel\n# title.en: Title\n';
const SCHEMA = buildSchema(
  'enum E { A B } type Query { a(id: ID, n: Int, e: E, l: [E!], m: [Int]): Int } type Mutation { b: Int }',
);
const faultsOf = (text: string | null) =>
  readQuestion('q.graphql', text, SCHEMA).faults?.map(({ code, detail }) => `${code} ${detail}`);

it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.graphql')))('%s can be asked as it is', (file) => {
  expect(readQuestion(file, readFileSync(join(FOLDER, file), 'utf8'), GRAPH).faults).toBeNull();
});

it('a choice is said in words, in either language, where the graph has them', () => {
  const said = (description: string | undefined) =>
    (['da', 'en'] as const).map((language) => choiceInWords('REGION_AND_GENDER', description, language));
  expect(said('By region and gender (region og køn).')).toEqual(['Region og køn', 'By region and gender']);
  expect(said(undefined)).toEqual(['REGION_AND_GENDER', 'REGION_AND_GENDER']);
  expect(said('Something else.')).toEqual(['REGION_AND_GENDER', 'REGION_AND_GENDER']);
  const type = GRAPH.getType('StatisticsBy') as GraphQLEnumType;
  const words = type.getValues().map(({ name, description }) => choiceInWords(name, description ?? '', 'da'));
  expect(words.filter((word) => /^[A-Z_]+$/.test(word))).toEqual([]);
});

it('a question has a title in both languages and a label for each variable', () => {
  const text = `${HEAD}# $id.da: Id\n# $id.en: The id\n# roles: LEADER, MENTOR\n\nquery Q($id: ID) {\n  a(id: $id)\n}\n`;
  const { question } = readQuestion('q.graphql', text, SCHEMA);
  expect(question).toMatchObject({
    title: { da: 'Titel', en: 'Title' },
    text: null,
    roles: ['LEADER', 'MENTOR'],
    labels: { id: { da: 'Id', en: 'The id' } },
    query: 'query Q($id: ID) {\n  a(id: $id)\n}\n',
  });
});

it.each<[string, string | null, string[]]>([
  ['is too long', null, ['TOO_LONG ']],
  ['is no GraphQL', `${HEAD}query Q {`, ['SYNTAX Syntax Error: Expected Name, found <EOF>. (3:10)']],
  ['has no name', `${HEAD}{ a }`, ['OPERATIONS ']],
  ['holds two', `${HEAD}query A { a } query B { a }`, ['OPERATIONS ']],
  ['changes something', `${HEAD}mutation M { b }`, ['MUTATION ']],
  ['has no title in English', '# title.da: Titel\nquery Q { a }', ['MISSING title.en']],
  ['does not label a variable', `${HEAD}query Q($id: ID) { a(id: $id) }`, ['MISSING $id.da', 'MISSING $id.en']],
  ['labels a variable that is not there', `${HEAD}# $x.da: X\nquery Q { a }`, ['UNUSED $x.da']],
  ['has a line that is not understood', `${HEAD}# titel: x\nquery Q { a }`, ['KEY # titel: x']],
  [
    'does not fit the graph',
    `${HEAD}query Q { c }`,
    ['SCHEMA Cannot query field "c" on type "Query". Did you mean "a"? (3:11)'],
  ],
])('a file that %s is named with what is wrong', (_what, text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});

describe('the form', () => {
  const text = `${HEAD}query Q($id: ID!, $n: Int = 5, $e: E, $l: [E!], $m: [Int], $b: Boolean) { a(id: $id, n: $n, e: $e, l: $l, m: $m) @include(if: $b) }`;
  const labels = ['id', 'n', 'e', 'l', 'm', 'b'].map((name) => `# $${name}.da: x\n# $${name}.en: x\n`).join('');
  const read = readQuestion('q.graphql', labels + text, null);
  const fields = variableFields(read.question!.operation, SCHEMA);
  const field = (name: string) => fields.find((one) => one.name === name)!;

  it('gives each variable the control of its type', () => {
    expect(
      fields.map(({ name, kind, isRequired, initial, choices }) => [name, kind, isRequired, initial, choices]),
    ).toEqual([
      ['id', 'TEXT', true, '', []],
      ['n', 'NUMBER', false, '5', []],
      ['e', 'CHOICE', false, '', ['A', 'B']],
      ['l', 'LIST', false, '', ['A', 'B']],
      ['m', 'LIST', false, '', []],
      ['b', 'CHECK', false, '', []],
    ]);
  });

  it.each([
    ['n', '7', 7],
    ['n', ' ', undefined],
    ['n', '1,5', NOT_A_VALUE],
    ['n', 'many', NOT_A_VALUE],
    ['l', 'A, B', ['A', 'B']],
    ['l', 'A, C', NOT_A_VALUE],
    ['m', '1; 2', [1, 2]],
    ['b', 'true', true],
    ['id', ' 1 ', '1'],
  ])('reads %s from %j', (name, typed, value) => {
    expect(valueOf(field(name), typed)).toEqual(value);
  });
});
