/** Glewlwyd, an OpenID provider that has nothing to do with ours, over TLS on a free port; fetched by fetchGlewlwyd.sh beside this file. */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { configuration, copyPages, makeCertificate, newKey, PLACE, sqlite } from './glewlwydFolder';
import { freePort } from './installation';

/** Whether it is there. */
export const hasGlewlwyd = existsSync(join(PLACE, 'usr/bin/glewlwyd'));

/** What the tests are skipped with where it is not. */
export const NO_GLEWLWYD = 'skipped: no foreign issuer is there; on Debian, test/support/fetchGlewlwyd.sh fetches one';

/** Somebody who can sign in there. */
export interface Account {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  /** What is known about them, by names of the provider's own. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A running provider. */
export interface ForeignIssuer {
  /** Its name, and where its discovery document is below. */
  readonly issuer: string;
  readonly origin: string;
  /** Makes Node trust its certificate, as NODE_EXTRA_CA_CERTS. */
  readonly caFile: string;
  /** Registers a public client. */
  addClient(clientId: string, redirectUris: readonly string[]): Promise<void>;
  addAccount(account: Account): Promise<void>;
  /** Signs with a new key from now on, and lists only that. */
  replaceKey(algorithm: 'RS256' | 'ES256'): Promise<void>;
  stop(): Promise<void>;
}

const NAME = 'oidc';

/** Starts one with the scope `openid`; `attributes` go into access tokens under these names, and `resource` into `aud`. */
export async function startGlewlwyd(attributes: readonly string[], resource: string): Promise<ForeignIssuer> {
  const folder = mkdtempSync(join(tmpdir(), 'sammen-glewlwyd-'));
  const port = await freePort();
  const origin = `https://127.0.0.1:${port}`;
  const caFile = join(folder, 'certificate.pem');
  makeCertificate(join(folder, 'key.pem'), caFile);
  const ca = readFileSync(caFile);
  execFileSync(sqlite(), [join(folder, 'glewlwyd.db')], {
    input: readFileSync(join(PLACE, 'usr/share/dbconfig-common/data/glewlwyd/install/sqlite3')),
  });
  copyPages(folder);
  mkdirSync(join(folder, 'none'));
  writeFileSync(join(folder, 'glewlwyd.conf'), configuration(folder, port, origin));

  const libraries = readdirSync(join(PLACE, 'usr/lib')).map((name) => join(PLACE, 'usr/lib', name));
  const child = spawn(join(PLACE, 'usr/bin/glewlwyd'), ['--config-file', join(folder, 'glewlwyd.conf')], {
    env: { LD_LIBRARY_PATH: libraries.join(':') },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');

  let cookie = '';
  async function ask(method: string, path: string, body?: object): Promise<void> {
    const answer = await send(`${origin}/api${path}`, method, ca, cookie, body);
    if (answer.status !== 200)
      throw new Error(`Glewlwyd answered ${answer.status} to ${method} ${path}: ${answer.body}`);
    cookie = answer.cookie ?? cookie;
  }
  const plugin = (algorithm: 'RS256' | 'ES256') => ({
    module: 'oidc',
    name: NAME,
    display_name: NAME,
    parameters: {
      iss: `${origin}/api/${NAME}`,
      'jwks-private': JSON.stringify({ keys: [newKey(algorithm)] }),
      'jwks-show': true,
      // So short that a page renews before every question.
      'access-token-duration': 40,
      'refresh-token-duration': 3600,
      'refresh-token-one-use': 'always',
      'code-duration': 60,
      'auth-type-code-enabled': true,
      'auth-type-refresh-enabled': true,
      'pkce-allowed': true,
      'pkce-required': true,
      'resource-allowed': true,
      'resource-scope': { openid: [resource] },
      'session-management-allowed': true,
      'session-cookie-name': 'GLEWLWYD2_OIDC_SID',
      'session-cookie-expiration': 2_419_200,
      'introspection-revocation-allowed': true,
      'name-claim': 'mandatory',
      'additional-parameters': attributes.map((name) => ({ 'user-parameter': name, 'token-parameter': name })),
    },
  });

  async function setUp(): Promise<void> {
    await ask('POST', '/auth/', { username: 'admin', password: 'password' });
    // What everybody knows goes first.
    await ask('PUT', '/profile/password', { old_password: 'password', password: randomBytes(24).toString('hex') });
    const format = { multiple: false, read: true, write: true, 'profile-read': false, 'profile-write': false };
    await ask('PUT', '/mod/user/database', {
      display_name: 'Database',
      parameters: {
        'use-glewlwyd-connection': true,
        'data-format': Object.fromEntries(attributes.map((name) => [name, format])),
      },
    });
    await ask('PUT', '/mod/user/database/reset');
    await ask('POST', '/mod/plugin/', plugin('RS256'));
  }

  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilUp(() => send(`${origin}/config`, 'GET', ca, ''), ended);
    await setUp();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    issuer: `${origin}/api/${NAME}`,
    origin,
    caFile,
    addClient: (clientId, redirectUris) =>
      ask('POST', '/client/', {
        client_id: clientId,
        name: clientId,
        enabled: true,
        confidential: false,
        redirect_uri: redirectUris,
        authorization_type: ['code', 'refresh_token'],
        token_endpoint_auth_method: ['none'],
      }),
    addAccount: ({ attributes: known, ...account }) =>
      ask('POST', '/user/', { ...account, enabled: true, scope: ['openid'], ...known }),
    async replaceKey(algorithm) {
      await ask('PUT', `/mod/plugin/${NAME}`, plugin(algorithm));
      await ask('PUT', `/mod/plugin/${NAME}/reset`);
    },
    stop,
  };
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly cookie: string | undefined;
}

/** Node's fetch trusts what it was started with, so this is not it. */
function send(url: string, method: string, ca: Buffer, cookie: string, body?: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, ca, headers: { 'content-type': 'application/json', cookie } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const cookies = response.headers['set-cookie']?.map((line) => line.split(';')[0]!).join('; ');
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString(), cookie: cookies });
      });
    });
    sent.on('error', reject);
    sent.end(body && JSON.stringify(body));
  });
}

async function untilUp(attempt: () => Promise<unknown>, ended: Promise<unknown>): Promise<void> {
  let isOver = false;
  void ended.then(() => (isOver = true));
  for (const deadline = Date.now() + 10_000; ; await setTimeout(50)) {
    try {
      await attempt();
      return;
    } catch (cause) {
      if (isOver || Date.now() > deadline) throw new Error('Glewlwyd did not start.', { cause });
    }
  }
}
