/** The issuer's keys come from the one address that is configured; a file is a development convenience only. */
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { identityError } from './errors.js';

/** How long keys are used before they are fetched again: so long a key counts after the issuer has withdrawn it. */
const KEYS_FOR = 120_000;

/** How often an unknown key id may have the keys fetched anew; a file on the same machine costs less than an issuer. */
const COOLDOWN = { remote: 5_000, file: 1_000 };

/** A file that is just being written is whole again after this. */
const WRITTEN_WITHIN = 20;

/**
 * A key look-up for jose: kept for two minutes, fetched again on an unknown key id (from `http(s):` at most every 5 s,
 * from `file:` every second); whoever asks while a fetch is under way waits for it. Throws ISSUER_KEYS_REFUSED for any
 * other address, and for `file:` in production.
 */
export function createIssuerKeys(jwksUrl: string, production: boolean): JWTVerifyGetKey {
  const url = URL.canParse(jwksUrl) ? new URL(jwksUrl) : null;
  const options = { timeoutDuration: 3_000, cacheMaxAge: KEYS_FOR };
  if (url?.protocol === 'https:' || url?.protocol === 'http:') {
    return createRemoteJWKSet(url, { ...options, cooldownDuration: COOLDOWN.remote });
  }
  if (url?.protocol === 'file:' && !production) {
    return createRemoteJWKSet(url, {
      ...options,
      cooldownDuration: COOLDOWN.file,
      [customFetch]: async () => Response.json(await readJson(url)),
    });
  }
  throw identityError('ISSUER_KEYS_REFUSED');
}

/** The development issuer writes its file in place, so a reader can catch half of it: that is read once more. */
async function readJson(url: URL): Promise<unknown> {
  const read = async (): Promise<unknown> => JSON.parse(await readFile(url, 'utf8'));
  try {
    return await read().catch(() => setTimeout(WRITTEN_WITHIN).then(read));
  } catch (cause) {
    throw identityError('ISSUER_UNAVAILABLE', { cause });
  }
}
