/** The binaries work as npm leaves them when install scripts are blocked, and unsupported systems are told so. */
import { cp, lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareBinaries } from '../src/binaries.js';
import { findPlatformPackage } from '../src/platformPackage.js';
import { runAs } from '../src/serverUser.js';

describe('the binaries', () => {
  it('run although no install script made the library links', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sammen binaries-'));
    const installed = findPlatformPackage();
    const native = join(folder, 'native');
    await cp(installed.nativeDirectory, native, {
      recursive: true,
      verbatimSymlinks: true,
      filter: async (path) => !(await lstat(path)).isSymbolicLink(),
    });
    expect(await runAs(undefined, join(native, 'bin', 'postgres'), ['--version'])).toMatchObject({ code: 127 });
    const own = process.getuid?.() === 0 ? { uid: 0, gid: 0 } : undefined;
    const prepared = await prepareBinaries({ nativeDirectory: native, version: installed.version }, own, async () => {
      throw new Error('no copy needed');
    });
    expect(prepared).toBe(native);
    expect(await runAs(undefined, join(native, 'bin', 'postgres'), ['--version'])).toMatchObject({ code: 0 });
    expect((await readdir(join(native, 'lib'))).filter((name) => name === 'libpq.so.5')).toHaveLength(
      process.platform === 'linux' ? 1 : 0,
    );
    await rm(folder, { recursive: true });
  });

  it.each(['win32-x64', 'linux-riscv64', 'freebsd-x64'])('%s is refused with what to do instead', (system) => {
    expect(() => findPlatformPackage(system, false)).toThrow(
      expect.objectContaining({
        code: 'POSTGRES_PLATFORM_UNSUPPORTED',
        message: expect.stringContaining(system),
        next: expect.stringContaining('DATABASE_URL'),
      }),
    );
  });

  it('a system without glibc is refused, and so is one whose package is not installed', () => {
    expect(() => findPlatformPackage('linux-x64', true)).toThrow(
      expect.objectContaining({ code: 'POSTGRES_PLATFORM_UNSUPPORTED' }),
    );
    const foreign = process.platform === 'darwin' ? 'linux-x64' : 'darwin-arm64';
    expect(() => findPlatformPackage(foreign, false)).toThrow(
      expect.objectContaining({ code: 'POSTGRES_PACKAGE_MISSING' }),
    );
  });
});
