/** Files are short, begin with what they are about, and name nothing of the machine they were written on. */
import { FILES, read, SOURCES } from './support/repository';

const CODE = FILES.filter((file) => /\.(ts|tsx|mjs|js|css)$/.test(file));
const TEXT = FILES.filter((file) =>
  /(\.(ts|tsx|mjs|js|json|md|ya?ml|sql|sh|graphql|example)|\/run|Dockerfile|ignore|rc)$/.test(file),
);

/** What counts as a sentence about what follows: a doc comment, or the description that the graph shows. */
const DOCUMENTED = /\*\/|\bdescription:|codeEnum(?:<[^>]*>)?\(/;

/** Exported functions and classes without a sentence; those that only pass on another file's are documented there. */
function undocumented(file: string): string[] {
  const lines = read(file).split('\n');
  return lines.flatMap((line, index) => {
    const name = /^export (?:abstract )?(?:(?:async )?function\*?|class) (\w+)/.exec(line)?.[1];
    const arrow = /^export const (\w+)(?:: [^=]+)? = (?:async )?(?:<.*>)?\(.*=>/.exec(line)?.[1];
    if (name === undefined && arrow === undefined) return [];
    const before = lines.slice(0, index);
    const start = before.findLastIndex(
      (earlier) => earlier === '' || (/^[};]/.test(earlier) && !earlier.startsWith('})')),
    );
    return DOCUMENTED.test(before.slice(start + 1).join('\n')) ? [] : [`${file} ${name ?? arrow}`];
  });
}

/** Types of the whole graph, written by `sammen compose`. */
const GENERATED = ['packages/client/src/graphql/introspection.ts'];

it('no file of code is longer than 300 lines', () => {
  const byHand = CODE.filter((file) => !GENERATED.includes(file));
  expect(byHand.filter((file) => read(file).trimEnd().split('\n').length > 300)).toEqual([]);
});

it('every source says what it is about before it exports anything', () => {
  const silent = SOURCES.filter((file) => {
    const text = read(file);
    const exported = text.search(/^export (?!\*|\{|type \{)/m);
    return exported >= 0 && !DOCUMENTED.test(text.slice(0, text.indexOf('\n', exported)));
  });
  expect(silent).toEqual([]);
});

it('every exported function and class has a sentence about it', () => {
  expect(SOURCES.flatMap(undocumented)).toEqual([]);
});

it('nothing that is committed names a folder of somebody’s machine or a registry of packages', () => {
  // Made of parts, so that this file does not name them either.
  const forbidden = [
    ...['home', 'root', 'Users', 'work'].map((folder) => new RegExp(`(?<![\\w.\\-/}])/${folder}/[\\w.]`)),
    new RegExp(`(?<![\\w}])/${'tmp'}/[\\w]`),
    new RegExp(['registry', '(npmjs|yarnpkg)'].join('\\.')),
    new RegExp(`${'arti'}factory|${'verda'}ccio`, 'i'),
    /\b(10\.\d+|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d+\.\d+(?![\w.-])/,
  ];
  const named = TEXT.flatMap((file) =>
    forbidden.filter((pattern) => pattern.test(read(file))).map((p) => `${file} ${p}`),
  );
  expect(TEXT).toContain('package-lock.json');
  expect(named).toEqual([]);
});
