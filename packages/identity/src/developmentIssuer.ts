/** Tokens for a laptop: a key in a folder, and a refusal to exist in production. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Actor, Purpose } from '@sammen/consent';
import { SignJWT } from 'jose';
import { identityError } from './errors.js';
import { generateKeyFile, readKeyRing, readPrivateJwks, writePublicJwks } from './keyFile.js';

/** The name of the issuer on a laptop; nobody accepts it in production. */
export const DEVELOPMENT_ISSUER = 'sammen-development';

/** Whether tokens of these issuers, separated by spaces, may be of made-up people. */
export const isDevelopmentIssuer = (issuers: string): boolean => issuers.split(/\s+/).includes(DEVELOPMENT_ISSUER);

/** Where the issuer keeps its key and what its tokens say. */
export interface DevelopmentIssuerOptions {
  /** Holds `dev-issuer.jwk.json` (0600) and the public `jwks.json`. */
  readonly directory: string;
  readonly issuer: string;
  readonly audience: string;
  readonly production: boolean;
}

/** Issues access tokens for made-up people. */
export interface DevelopmentIssuer {
  /** `file:` address of the public keys, for OIDC_JWKS_URL. */
  readonly jwksUrl: string;
  /** A signed access token; lives 8 hours unless told otherwise. */
  issue(
    actor: Actor,
    options?: { readonly expiresInSeconds?: number; readonly purposes?: readonly Purpose[] },
  ): Promise<string>;
}

/**
 * The private keys of a folder that {@link createDevelopmentIssuer} has made, as JWKs, the one that signs first: for the
 * process that signs people in on a laptop. Throws KEY_FILE_INVALID.
 */
export function readDevelopmentKeys(directory: string): readonly Readonly<Record<string, unknown>>[] {
  return readPrivateJwks(keyFileIn(directory));
}

const keyFileIn = (directory: string): string => join(directory, 'dev-issuer.jwk.json');

/** Makes or loads the development issuer. Throws DEVELOPMENT_ISSUER_REFUSED in production, before it writes anything. */
export function createDevelopmentIssuer(options: DevelopmentIssuerOptions): DevelopmentIssuer {
  if (options.production) throw identityError('DEVELOPMENT_ISSUER_REFUSED');
  const keyFile = keyFileIn(options.directory);
  const jwksFile = join(options.directory, 'jwks.json');
  generateKeyFile(keyFile);
  writePublicJwks(jwksFile, [keyFile]);
  const [{ keyId, key }] = readKeyRing(keyFile);

  return {
    jwksUrl: pathToFileURL(jwksFile).href,
    issue(actor, { expiresInSeconds = 3600 * 8, purposes } = {}) {
      const { id, ...who } = actor;
      return new SignJWT({ sammen: { ...who, ...(purposes ? { purposes } : {}) } })
        .setProtectedHeader({ alg: 'EdDSA', kid: keyId, typ: 'at+jwt' })
        .setIssuer(options.issuer)
        .setAudience(options.audience)
        .setSubject(id)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresInSeconds)
        .sign(key);
    },
  };
}
