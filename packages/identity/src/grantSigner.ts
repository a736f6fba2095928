/** Only the decision point signs grants; it is the only one that has the key (INVARIANT I-1). */
import { signCompactJws } from './compactJws.js';
import { GRANT_AUDIENCE, GRANT_ISSUER, GRANT_LIFETIME, type GrantClaims, type GrantStatement } from './grantClaims.js';
import type { Jwks } from './jwks.js';
import { sealed } from './grantSeal.js';
import { openKeyRing } from './keyRing.js';
import { openKeysTo, type PairwiseKeyOptions } from './pairwiseKeys.js';

/** Signs grants. */
export interface GrantSigner {
  /** A compact JWS with its seals, valid 30 seconds from now. Call it only after the ledger entry is written (INVARIANT I-2). */
  sign(statement: GrantStatement): string;
  /** The public keys that grants count by now: the one that signs, and those beside it while keys are replaced. */
  jwks(): Jwks;
}

/**
 * Reads the decision point's keys, and again when their files change. `seals`: its keys as a service; every service that
 * is listed there is told by a seal (see grantSeal.ts). Throws KEY_FILE_INVALID.
 */
export function createGrantSigner(options: {
  readonly keyFile: string;
  readonly seals?: PairwiseKeyOptions;
  readonly onRefused?: (error: unknown) => void;
  readonly clock?: () => number;
}): GrantSigner {
  const { clock = Date.now } = options;
  const ring = openKeyRing(options.keyFile, 'Ed25519', options);
  const keysTo = options.seals && openKeysTo('sammen-grant-seal', options.seals);
  return {
    sign({ sub, org, role, purpose, rid, asOf, seq, c, w }) {
      const { keyId, key } = ring.signing();
      const iat = Math.floor(clock() / 1000);
      const issued = { iss: GRANT_ISSUER, aud: GRANT_AUDIENCE, iat, exp: iat + GRANT_LIFETIME } as const;
      const claims: GrantClaims = { sub, org, role, purpose, rid, asOf, seq, c, w, ...issued };
      const jws = signCompactJws('sammen-grant+jwt', keyId, key, claims);
      return keysTo ? sealed(jws, keysTo().values()) : jws;
    },
    jwks: () => ring.jwks(),
  };
}
