/** The issuer's keys come from the one address that is configured; a file is a development convenience only. */
import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { identityError } from './errors.js';

const REREAD_AT_MOST_EVERY = 1_000;

/** How long keys are used before they are fetched again: so long a key counts after the issuer has withdrawn it. */
const KEYS_FOR = 120_000;

/**
 * A key look-up for jose. `http(s):` is fetched and kept for two minutes (again on an unknown key id, at most every
 * 5 s); `file:` is read again as often, and on an unknown key id. Throws ISSUER_KEYS_REFUSED for any other address, and for `file:` in
 * production.
 */
export function createIssuerKeys(jwksUrl: string, production: boolean): JWTVerifyGetKey {
  const url = URL.canParse(jwksUrl) ? new URL(jwksUrl) : null;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') {
    return createRemoteJWKSet(url, { timeoutDuration: 3_000, cooldownDuration: 5_000, cacheMaxAge: KEYS_FOR });
  }
  if (url?.protocol === 'file:' && !production) return createFileKeys(url);
  throw identityError('ISSUER_KEYS_REFUSED');
}

function createFileKeys(url: URL): JWTVerifyGetKey {
  let keys: ReturnType<typeof createLocalJWKSet> | null = null;
  let readAt = -Infinity;

  async function read(): Promise<void> {
    readAt = performance.now();
    try {
      keys = createLocalJWKSet(JSON.parse(await readFile(url, 'utf8')) as JSONWebKeySet);
    } catch (cause) {
      throw identityError('ISSUER_UNAVAILABLE', { cause });
    }
  }

  return async (header, token) => {
    if (!keys || performance.now() - readAt > KEYS_FOR) await read();
    try {
      return await keys!(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || performance.now() - readAt < REREAD_AT_MOST_EVERY)
        throw error;
      await read();
      return keys!(header, token);
    }
  };
}
