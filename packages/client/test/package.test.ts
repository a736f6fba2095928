/** What a front end installs: a package that is whole, holds nothing else, and of which a bundler takes what is used. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../../test/support/testFolders';

const folder = join(root, 'packages/client');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Bundles as a front end would: minified, for browsers. */
async function bundle(source: string, external: readonly string[] = []) {
  const { metafile, outputFiles } = await build({
    stdin: { contents: source, resolveDir: join(root, 'packages/client'), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    external: [...external],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  // What was read and then dropped does not count.
  const { inputs } = Object.values(metafile.outputs)[0]!;
  const files = Object.keys(inputs).filter((file) => inputs[file]!.bytesInOutput > 0);
  return { bytes: outputFiles[0]!.contents.length, files };
}

it('who imports fieldState alone gets neither graphql-request nor graphql, and less than 4 KiB', async () => {
  const { bytes, files } = await bundle(`export { fieldState } from '@sammen/client'`);
  expect(files.filter((file) => file.includes('node_modules/'))).toEqual([]);
  expect(bytes).toBeLessThan(4 * 1024);
});

it('the whole client runs in a browser: nothing of Node is in it, nor of gql.tada or React, and it stays below 72 KiB', async () => {
  const { bytes, files } = await bundle(`export * from '@sammen/client'`);
  const packages = new Set(files.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
  expect([...packages].toSorted()).toEqual(['graphql', 'graphql-request']);
  expect(bytes).toBeLessThan(72 * 1024);
});

it('a document of gql.tada costs its own text and the parser of gql.tada, no schema', async () => {
  const { bytes } = await bundle(
    `import { graphql } from '@sammen/client/graphql'; console.log(graphql('{ me { id } }'))`,
  );
  expect(bytes).toBeLessThan(16 * 1024);
});

it('Node finds everything that is exported, each with what it is for', () => {
  const names = Object.keys(manifest.exports as object).filter((path) => !/\.(json|graphql)$/.test(path));
  const specifiers = names.map((path) => path.replace(/^\./, '@sammen/client'));
  const program = `for (const one of ${JSON.stringify(specifiers)}) console.log(one, Object.keys(await import(one)).join(' '))`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: folder,
    encoding: 'utf8',
  });
  const exported = new Map(
    printed
      .trim()
      .split('\n')
      .map((line) => [line.split(' ')[0]!, line.split(' ').slice(1)]),
  );
  expect([...exported.keys()]).toEqual(specifiers);
  expect(exported.get('@sammen/client')).toEqual(expect.arrayContaining(['createSammenClient', 'fieldState']));
  expect(exported.get('@sammen/client/graphql')).toEqual(['graphql']);
  expect(exported.get('@sammen/client/react')).toEqual(['useAsk']);
  expect(exported.get('@sammen/client/manifest')).toEqual(['createManifest']);
  expect(exported.get('@sammen/client/sign-in')).toContain('createSignIn');
});

describe('npm pack', () => {
  const [{ files }] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    }),
  ) as [{ files: { path: string; size: number }[] }];
  const paths = files.map(({ path }) => path);

  it('holds every file that the package exports', () => {
    const targets = Object.values(manifest.exports as Record<string, string | Record<string, string>>).flatMap(
      (target) => (typeof target === 'string' ? [target] : Object.values(target)),
    );
    expect(targets.length).toBeGreaterThan(4);
    expect(targets.filter((target) => !paths.includes(target.slice(2)))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'schema.graphql']));
  });

  it('holds sources and what was compiled of them, and nothing else', () => {
    const others = paths.filter(
      (path) =>
        !/^(src|dist|bin)\//.test(path) && !['README.md', 'LICENSE', 'package.json', 'schema.graphql'].includes(path),
    );
    expect(others).toEqual([]);
    expect(paths.filter((path) => /test|tsbuildinfo|node_modules/i.test(path))).toEqual([]);
  });

  it('depends on packages that can be installed, each a real import', () => {
    expect(Object.keys(manifest.dependencies).filter((name) => name.startsWith('@sammen/'))).toEqual([]);
    expect(manifest.sideEffects).toBe(false);
  });
});
