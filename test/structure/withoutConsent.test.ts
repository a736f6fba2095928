/** The build without consent exists for the bench alone: nothing that is shipped leads to it, and no setting does. */
import { posix } from 'node:path';
import { WITHOUT_CONSENT } from '../../packages/cli/src/bench/withoutConsent';
import { importsIn, read, SOURCES } from './support/repository';

const LIST = 'packages/cli/src/bench/withoutConsent.ts';
const COPYING = 'packages/cli/src/copying/copyProject.ts';

/** Source files of a workspace that import a file of the same one. */
const importersOf = (file: string): readonly string[] =>
  SOURCES.filter((source) =>
    importsIn(read(source)).some(
      (specifier) =>
        specifier.startsWith('.') && posix.join(posix.dirname(source), specifier).replace(/\.js$/, '.ts') === file,
    ),
  );

it.each(WITHOUT_CONSENT.map((patch) => [patch.file, patch.find, patch] as const))(
  'what it replaces stands exactly once in %s: %s',
  (file, find) => expect(read(file).split(find)).toHaveLength(2),
);

it('I-1: only the bench imports it, and only the bench and the proof of attacks can copy the project', () => {
  expect(importersOf(LIST)).toEqual(['packages/cli/src/commands/bench.ts']);
  expect(importersOf(COPYING)).toEqual([
    'packages/cli/src/bench/withoutConsent.ts',
    'packages/cli/src/commands/bench.ts',
    'packages/cli/src/index.ts',
  ]);
  const named = SOURCES.filter((source) => source !== COPYING && read(source).includes('copyProject('));
  expect(named).toEqual([LIST]);
});

it('I-1: no setting reaches the guard, the permits or the decision point: they read none', () => {
  const guards = SOURCES.filter((source) =>
    /^(packages\/subgraph-kit\/src\/(guard|decision)|subgraphs\/citizen\/src\/decision|packages\/consent\/src)\//.test(
      source,
    ),
  );
  expect(guards.length).toBeGreaterThan(30);
  const configured = guards.filter(
    (source) =>
      /config|process\.env|NODE_ENV/.test(importsIn(read(source)).join(' ')) ||
      /process\.env|NODE_ENV|\bproduction\b/.test(read(source)),
  );
  expect(configured).toEqual([]);
});

it('I-1: every subgraph is built with the guard, whatever it is told', () => {
  const build = read('packages/subgraph-kit/src/schema/buildSubgraphSchema.ts');
  // A statement of its own at the top level of the function: under no condition.
  expect(build).toMatch(/\n {2}guardSchema\(schema, definition\);\n/);
  const mocked = read('packages/mock-subgraph/src/buildMockSchema.ts');
  expect(mocked).toMatch(
    /\n {2}guardSchema\(schema, \{ \.\.\.definition, references: referencesOf\(schema, options\) \}\);\n {2}return schema;\n/,
  );
  const start = read('packages/subgraph-kit/src/startSubgraph.ts');
  expect(start).toMatch(/\n {2}const \{ schema \} = await buildGuardedSchema\(definition\);\n/);
  const makers = SOURCES.filter((source) => /\bbuildSubgraphSchema\(|\bbuildSchema\(/.test(read(source)));
  expect(makers).toEqual([
    // Stands for a subgraph without its database, and guards the schema before it gives it to anybody.
    'packages/mock-subgraph/src/buildMockSchema.ts',
    // Measures the guard, in a program that serves nobody.
    'packages/subgraph-kit/src/bench/guardedResponse.ts',
    'packages/subgraph-kit/src/schema/buildSubgraphSchema.ts',
  ]);
});
