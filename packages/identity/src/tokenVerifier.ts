/**
 * Nobody is somebody without a valid token: signature, algorithm, issuer, audience and times are checked, then every
 * claim. A verified token is remembered by its hash for at most three minutes, never past its expiry (INVARIANT I-4);
 * with the two minutes for which keys are kept, a key that the issuer has withdrawn counts for at most five.
 */
import { createHash } from 'node:crypto';
import { SammenError } from '@sammen/errors';
import { errors, jwtVerify } from 'jose';
import { holderOfClaims, type TokenHolder } from './accessTokenClaims.js';
import { type ClaimMapping, OWN_CLAIMS } from './claimMapping.js';
import { isDevelopmentIssuer } from './developmentIssuer.js';
import { identityError } from './errors.js';
import { createIssuerKeys } from './issuerKeys.js';

/** Whose tokens are accepted. */
export interface TokenVerifierOptions {
  /** The names that an issuer's tokens may carry, separated by spaces: one, unless it is changing its name. */
  readonly issuer: string;
  readonly audience: string;
  /** `https:` or `http:`; outside production also `file:`. */
  readonly jwksUrl: string;
  /** Which claims make an actor; by default those that are ours. */
  readonly claims?: ClaimMapping | undefined;
  readonly production: boolean;
  /** Milliseconds since 1970; for tests. */
  readonly clock?: () => number;
}

/** A token's holder, and when the token lapses (milliseconds since 1970). */
export interface VerifiedToken extends TokenHolder {
  readonly expiresAt: number;
}

/** Turns the header `authorization` into an actor. */
export interface TokenVerifier {
  /** Rejects with UNAUTHENTICATED, or ISSUER_UNAVAILABLE when the keys cannot be had. */
  verify(authorization: string | undefined): Promise<VerifiedToken>;
}

/** Asymmetric only: with no HMAC in the list, a public key can never be used as a shared secret. */
const ALGORITHMS = ['EdDSA', 'ES256', 'PS256', 'RS256'];
const CLOCK_TOLERANCE_SECONDS = 5;
const REMEMBER_FOR = 180_000;
const REMEMBER_AT_MOST = 10_000;
const BEARER = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;
const LONGEST = 16 * 1024;

/**
 * Verifies access tokens of one issuer. Throws ISSUER_KEYS_REFUSED for an address that may not be used, and in
 * production DEVELOPMENT_ISSUER_REFUSED for the development issuer and for one whose name says that it has no TLS.
 */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { audience, claims = OWN_CLAIMS, clock = Date.now } = options;
  const issuer = options.issuer.split(/\s+/).filter((name) => name !== '');
  const isUnfit = isDevelopmentIssuer(options.issuer) || issuer.some((name) => /^http:/i.test(name));
  if (options.production && isUnfit) throw identityError('DEVELOPMENT_ISSUER_REFUSED');
  const keys = createIssuerKeys(options.jwksUrl, options.production);
  const remembered = new Map<string, { readonly token: VerifiedToken; readonly until: number }>();

  async function verifyAnew(token: string): Promise<VerifiedToken> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(clock()),
      });
      return Object.freeze({ ...holderOfClaims(payload, claims), expiresAt: payload.exp! * 1000 });
    } catch (error) {
      throw toIdentityError(error);
    }
  }

  return {
    async verify(authorization) {
      const token = authorization && authorization.length <= LONGEST ? BEARER.exec(authorization)?.[1] : undefined;
      if (token === undefined) throw identityError('UNAUTHENTICATED');
      const hash = createHash('sha256').update(token).digest('base64');
      const known = remembered.get(hash);
      if (known && clock() < known.until) return known.token;
      remembered.delete(hash);
      const verified = await verifyAnew(token);
      const until = Math.min(verified.expiresAt, clock() + REMEMBER_FOR);
      if (remembered.size >= REMEMBER_AT_MOST) remembered.delete(remembered.keys().next().value!);
      remembered.set(hash, { token: verified, until });
      return verified;
    },
  };
}

/** jose's errors hold claims of the token, so none is passed on, not even as a cause (INVARIANT I-8). */
function toIdentityError(error: unknown): SammenError {
  if (error instanceof SammenError) return error;
  if (error instanceof errors.JWTExpired) {
    return identityError('UNAUTHENTICATED', { message: 'The access token has expired.' });
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return identityError('UNAUTHENTICATED', {
      message: `The access token's claim "${error.claim}" is missing or not valid.`,
    });
  }
  const isOfToken = error instanceof errors.JOSEError && !KEY_SET_FAILURES.has(error.code);
  return identityError(isOfToken ? 'UNAUTHENTICATED' : 'ISSUER_UNAVAILABLE');
}

const KEY_SET_FAILURES = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID', 'ERR_JWKS_TIMEOUT']);
