/** Makes a cluster's data directory once: either it is there in full, or not at all. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { postgresError } from './errors.js';
import { giveTo, type Location } from './location.js';
import { runAs } from './serverUser.js';

/**
 * The administrator's password, made before the cluster is and kept readable for its owner only.
 * @throws POSTGRES_START_FAILED when there is a cluster whose password is gone
 */
export async function adminPassword(directory: string, data?: string): Promise<string> {
  const file = join(directory, 'password');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept.trim();
  if (data !== undefined && existsSync(data)) {
    throw postgresError('POSTGRES_START_FAILED', { message: 'The file with the password of the database is gone.' });
  }
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/**
 * Runs initdb unless there is a data directory. UTF-8 everywhere and PostgreSQL's own C.UTF-8 rules, so that order and
 * letters do not depend on what locales the machine has.
 * @throws POSTGRES_START_FAILED
 */
export async function createCluster(
  { data, user }: Location,
  nativeDirectory: string,
  password: string,
  durable: boolean,
): Promise<void> {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const half = `${data}.half`;
  const passwordFile = join(dirname(data), 'initdb.password');
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  await giveTo(user, half);
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveTo(user, passwordFile);
  const options = {
    pgdata: half,
    username: 'postgres',
    auth: 'scram-sha-256',
    pwfile: passwordFile,
    encoding: 'UTF8',
    locale: 'C',
    'locale-provider': 'builtin',
    'builtin-locale': 'C.UTF-8',
  };
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  if (!durable) args.push('--no-sync');
  const { code, output } = await runAs(user, join(nativeDirectory, 'bin', 'initdb'), args);
  await rm(passwordFile, { force: true });
  if (code !== 0) {
    await rm(half, { recursive: true, force: true });
    const reason =
      output.split('\n').find((line) => /error|fatal|could not/i.test(line)) ?? `initdb ended with ${code}`;
    throw postgresError('POSTGRES_START_FAILED', { message: `The database could not be created: ${reason}` });
  }
  await rm(data, { recursive: true, force: true });
  await rename(half, data);
}
