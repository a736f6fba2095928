/** A subgraph believes a grant only if the decision point signed or sealed it within the last 30 seconds (INVARIANT I-1). */
import { readCompactJws, type CompactJws } from './compactJws.js';
import { identityError } from './errors.js';
import { GRANT_LIFETIME, parseGrantClaims, type GrantClaims } from './grantClaims.js';
import { isSealOf, readSeals } from './grantSeal.js';
import { keysOfJwks, type Jwks } from './jwks.js';
import { createKeySource } from './keySource.js';
import { openKeysFrom, type PairwiseKeyOptions } from './pairwiseKeys.js';

/** Where the decision point's public keys are: fetched from an address, or given. */
export type GrantKeys =
  { readonly keysUrl: string; readonly jwks?: undefined } | { readonly jwks: Jwks; readonly keysUrl?: undefined };

/** How grants are verified. */
export type GrantVerifierOptions = GrantKeys & {
  /** The verifying service's own keys: with them it believes a seal for itself, and needs no signature. */
  readonly seals?: PairwiseKeyOptions;
  readonly clock?: () => number;
};

/** Verifies grants. */
export interface GrantVerifier {
  /**
   * The claims of a grant. Rejects with GRANT_INVALID, GRANT_EXPIRED or GRANT_KEYS_UNAVAILABLE. The caller still has
   * to check whose it is: {@link assertGrantBoundTo}.
   */
  verify(grant: unknown): Promise<GrantClaims>;
}

/** How far ahead of ours the decision point's clock may be, in seconds. Expiry has no tolerance. */
const CLOCK_TOLERANCE = 5;
const FETCH_TIMEOUT = 3_000;

/** Keys from an address are kept as long as a grant lives, and fetched again (at most once a second) on an unknown key id. */
export function createGrantVerifier(options: GrantVerifierOptions): GrantVerifier {
  const { keysUrl, jwks, clock = Date.now } = options;
  const keyOf = createKeySource({
    load: keysUrl === undefined ? async () => jwks : () => fetchKeys(keysUrl),
    keysOf: (content) => keysOfJwks(content, 'Ed25519'),
    unavailable: (cause) => identityError('GRANT_KEYS_UNAVAILABLE', { cause }),
    clock,
    maxAge: GRANT_LIFETIME * 1000,
  });
  const sealKeyOf = options.seals ? openKeysFrom('sammen-grant-seal', options.seals) : async () => null;

  /** By the seal for this service if there is one that it can look at, else by the signature. Null: by neither. */
  async function authentic(grant: unknown): Promise<CompactJws | null> {
    const written = typeof grant === 'string' ? readSeals(grant) : null;
    const jws = written && readCompactJws('sammen-grant+jwt', written.jws);
    if (!jws) return null;
    for (const seal of written.seals) {
      // INVARIANT I-4: keys that cannot be read are no reason to believe; the signature then has to stand.
      const key = await sealKeyOf(seal.direction).catch(() => null);
      if (key) return isSealOf(written.jws, seal, key) ? jws : null;
    }
    const key = await keyOf(jws.keyId);
    return key && jws.isSignedBy(key) ? jws : null;
  }

  return {
    async verify(grant) {
      const found = (await authentic(grant))?.claims();
      const claims = found && parseGrantClaims(found);
      if (!claims) throw identityError('GRANT_INVALID');
      if (claims.exp <= claims.iat || claims.exp - claims.iat > GRANT_LIFETIME) throw identityError('GRANT_INVALID');
      const now = clock() / 1000;
      if (claims.exp <= now || claims.iat > now + CLOCK_TOLERANCE) throw identityError('GRANT_EXPIRED');
      return claims;
    },
  };
}

async function fetchKeys(keysUrl: string): Promise<unknown> {
  const response = await fetch(keysUrl, { redirect: 'error', signal: AbortSignal.timeout(FETCH_TIMEOUT) });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`The decision point answered ${response.status}.`);
  }
  return response.json();
}
