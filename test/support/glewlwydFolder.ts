/** What Glewlwyd finds in its folder before it starts: a certificate, keys, pages, settings. */
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './testFolders';

/** Where fetchGlewlwyd.sh puts it. */
export const PLACE = join(root, '.sammen/glewlwyd');

/** A certificate for 127.0.0.1 that nobody vouches for. */
export function makeCertificate(keyFile: string, certificateFile: string): void {
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const files = ['-keyout', keyFile, '-out', certificateFile];
  execFileSync('openssl', ['req', '-x509', '-days', '2', ...curve, ...files, ...subject], { stdio: 'ignore' });
}

/** A private key as the provider wants it. */
export function newKey(algorithm: 'RS256' | 'ES256'): object {
  const { privateKey } =
    algorithm === 'RS256'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), alg: algorithm, use: 'sig', kid: randomBytes(8).toString('hex') };
}

/** As the package brings them, less a link that leads nowhere outside of an installed system. */
export function copyPages(folder: string): void {
  const pages = join(PLACE, 'usr/share/glewlwyd/webapp');
  const to = join(folder, 'webapp');
  mkdirSync(to);
  for (const name of readdirSync(pages).filter((each) => each !== 'config.json')) {
    cpSync(join(pages, name), join(to, name), { recursive: true, dereference: true, filter: existsSync });
  }
  cpSync(join(PLACE, 'usr/share/glewlwyd/templates/config.json'), join(to, 'config.json'));
}

/** The program that makes its database. */
export const sqlite = (): string =>
  [join(PLACE, 'usr/bin/sqlite3'), '/usr/bin/sqlite3'].find((file) => existsSync(file)) ?? 'sqlite3';

/** Its configuration file. */
export function configuration(folder: string, port: number, origin: string): string {
  const modules = join(PLACE, 'usr/lib/glewlwyd');
  const types = {
    '.html': 'text/html',
    '.css': 'text/css',
    '.js': 'application/javascript',
    '.json': 'application/json',
  };
  const settings: Record<string, string | number | boolean> = {
    port,
    bind_address: '127.0.0.1',
    external_url: origin,
    login_url: 'login.html',
    api_prefix: 'api',
    static_files_path: join(folder, 'webapp'),
    allow_origin: '*',
    log_mode: 'file',
    log_file: join(folder, 'log'),
    log_level: 'ERROR',
    cookie_domain: '127.0.0.1',
    cookie_secure: 1,
    session_key: 'GLEWLWYD2_SESSION_ID',
    admin_scope: 'g_admin',
    profile_scope: 'g_profile',
    user_module_path: join(modules, 'user'),
    user_middleware_module_path: join(folder, 'none'),
    client_module_path: join(modules, 'client'),
    user_auth_scheme_module_path: join(modules, 'scheme'),
    plugin_module_path: join(modules, 'plugin'),
    use_secure_connection: true,
    secure_connection_key_file: join(folder, 'key.pem'),
    secure_connection_pem_file: join(folder, 'certificate.pem'),
    hash_algorithm: 'SHA512',
  };
  return [
    ...Object.entries(settings).map(([name, value]) => `${name}=${JSON.stringify(value)}`),
    `database = { type = "sqlite3" path = ${JSON.stringify(join(folder, 'glewlwyd.db'))} };`,
    `static_files_mime_types = (${Object.entries(types)
      .map(([extension, type]) => `{ extension = "${extension}" mime_type = "${type}" }`)
      .join(', ')})`,
  ].join('\n');
}
