import { defineErrors } from '@sammen/errors';

/** Everything that can go wrong with who somebody is; no message ever carries a part of a token or a key. */
export const identityError = defineErrors({
  UNAUTHENTICATED: {
    status: 401,
    message: 'The request carries no access token that this system accepts.',
    next: 'Sign in and send the token as "authorization: Bearer <token>".',
  },
  ISSUER_UNAVAILABLE: {
    status: 503,
    message: 'The keys of the token issuer could not be read.',
    next: 'Try again; if it stays so, check OIDC_JWKS_URL and whether the issuer is up.',
  },
  ISSUER_KEYS_REFUSED: {
    status: 500,
    message: 'The address of the issuer keys cannot be used.',
    next: 'Set OIDC_JWKS_URL to an http(s) address; a file: address works outside production only.',
  },
  DEVELOPMENT_ISSUER_REFUSED: {
    status: 500,
    message: 'The development issuer does not run in production.',
    next: 'Configure an OpenID Connect issuer, whose name begins with https:, with OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL.',
  },
  KEY_FILE_INVALID: {
    status: 500,
    message: 'A key file is missing or is not a key of the right kind in JWK form.',
    next: 'Point the configuration at the right file, or remove the wrong one: `npm start` and docker/makeKeys.mjs make what is missing.',
  },
  SERVICE_UNKNOWN: {
    status: 500,
    message: 'No key of the service that is to be called is listed.',
    next: 'Add its public key to SERVICE_JWKS_FILE.',
  },
  SERVICE_CALL_INVALID: {
    status: 401,
    message: 'The call is not signed by a service that this one knows.',
    next: 'Sign the exact method, path and body with the key of the service.',
  },
  SERVICE_CALL_EXPIRED: {
    status: 401,
    message: 'The signature of the call is not valid at this time.',
    next: 'Sign anew, and compare the clocks of the two machines.',
  },
  SERVICE_CALL_REPLAYED: {
    status: 409,
    message: 'This signed call has been received before.',
    next: 'Sign every call anew.',
  },
  SERVICE_CALLS_EXHAUSTED: {
    status: 503,
    message: 'More signed calls arrived at once than can be told from replays.',
    next: 'Try again in half a minute.',
  },
  GRANT_INVALID: {
    status: 403,
    message: 'A grant is malformed, or not signed by the decision point.',
    next: 'Send grants exactly as the decision point gave them.',
  },
  GRANT_EXPIRED: {
    status: 403,
    message: 'A grant is not valid at this time.',
    next: 'Ask the decision point for a new one; a grant lives at most 30 seconds.',
  },
  GRANT_NOT_BOUND: {
    status: 403,
    message: 'A grant was given to another actor, purpose or request.',
    next: 'Use a grant only within the request it was given for.',
  },
  GRANT_KEYS_UNAVAILABLE: {
    status: 503,
    message: 'The keys of the decision point could not be read.',
    next: 'Try again; if it stays so, check DECISION_POINT_URL and whether the citizen subgraph is up.',
  },
});
