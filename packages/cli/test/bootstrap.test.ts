/** The very first command: what it finds missing, and that two of them do not get in each other's way. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const bootstrap = (file: string): string => pathToFileURL(join(__dirname, '../bootstrap', file)).href;

let root: string;
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'sammen bootstrap-'))));
afterEach(() => rm(root, { recursive: true, force: true }));

/** Runs a module's text as a program; what it prints. */
async function evaluate(text: string): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', text], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  await once(child, 'close');
  return output;
}

const write = async (path: string, value: unknown): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), typeof value === 'string' ? value : JSON.stringify(value));
};

const isInstalled = (): Promise<string> =>
  evaluate(
    `import { isInstalled } from '${bootstrap('install.mjs')}'; process.stdout.write(String(isInstalled(${JSON.stringify(root)})));`,
  );

async function installed(version: string): Promise<void> {
  await write('node_modules/.package-lock.json', { packages: { 'node_modules/tool': { version } } });
  await write('node_modules/tool/package.json', { version });
}

describe('the installation', () => {
  const lock = (version: string, more: object = {}) => ({
    packages: { '': {}, 'node_modules/tool': { version }, ...more },
  });

  it('is missing in a fresh clone, and after an npm ci that was cut off', async () => {
    await write('package-lock.json', lock('1.0.0'));
    expect(await isInstalled()).toBe('false');
    await write('node_modules/tool/package.json', {});
    expect(await isInstalled()).toBe('false');
  });

  it('is there when npm installed exactly what the lockfile says, until the lockfile changes', async () => {
    await write('package-lock.json', lock('1.0.0'));
    await installed('1.0.0');
    expect(await isInstalled()).toBe('true');
    expect(await isInstalled()).toBe('true');
    await write('package-lock.json', lock('1.1.0'));
    expect(await isInstalled()).toBe('false');
    await installed('1.1.0');
    expect(await isInstalled()).toBe('true');
  });

  it('lacks what somebody left out with --omit, also when it was complete before', async () => {
    await write('package-lock.json', lock('1.0.0'));
    await installed('1.0.0');
    expect(await isInstalled()).toBe('true');
    await write('node_modules/.package-lock.json', { packages: {} });
    await utimes(join(root, 'node_modules/.package-lock.json'), 1, 1);
    await rm(join(root, 'node_modules/tool'), { recursive: true });
    expect(await isInstalled()).toBe('false');
  });

  it('needs the binaries for this machine and no others', async () => {
    const binary = (os: string, cpu: string) => ({ version: '1.0.0', optional: true, os: [os], cpu: [cpu] });
    await installed('1.0.0');
    await write(
      'package-lock.json',
      lock('1.0.0', {
        'node_modules/other': binary('plan9', 'mips'),
        'node_modules/wasm': { version: '1.0.0', optional: true },
      }),
    );
    expect(await isInstalled()).toBe('true');
    await write('package-lock.json', lock('1.0.0', { 'node_modules/own': binary(process.platform, process.arch) }));
    expect(await isInstalled()).toBe('false');
  });
});

describe('two first commands at once', () => {
  const work = (name: string): string => `
    import { appendFileSync } from 'node:fs';
    import { withSetupLock } from '${bootstrap('setupLock.mjs')}';
    await withSetupLock(${JSON.stringify(root)}, async () => {
      const say = (word) => appendFileSync(${JSON.stringify(join(root, 'said'))}, '${name} ' + word + '\\n');
      say('begins');
      await new Promise((wake) => setTimeout(wake, 300));
      say('ends');
    });`;

  it('install and build one after the other', async () => {
    await Promise.all([evaluate(work('one')), evaluate(work('two'))]);
    const said = (await readFile(join(root, 'said'), 'utf8')).trim().split('\n');
    const [first, second] = [said[0]!.split(' ')[0], said[2]!.split(' ')[0]];
    expect(said).toEqual([`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`]);
    expect(first).not.toBe(second);
  });

  it('do not wait for one that was killed', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'close');
    await write('.sammen/setup.lock', String(dead.pid));
    await evaluate(work('next'));
    expect(await readFile(join(root, 'said'), 'utf8')).toBe('next begins\nnext ends\n');
  });
});
