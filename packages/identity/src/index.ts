export { holderOfClaims, type SammenClaim, type TokenHolder } from './accessTokenClaims.js';
export { assertGrantBoundTo, type GrantBinding } from './assertGrantBoundTo.js';
export { type ClaimField, type ClaimMapping, type ClaimSource, OWN_CLAIMS, readClaimMapping } from './claimMapping.js';
export { citizenRef } from './citizenRef.js';
export {
  addPublicKeys,
  createDetachedSigner,
  createDetachedVerifier,
  type DetachedSigner,
  type DetachedVerifier,
} from './detachedSignature.js';
export { LONGEST_JWS } from './compactJws.js';
export {
  createDevelopmentIssuer,
  DEVELOPMENT_ISSUER,
  isDevelopmentIssuer,
  readDevelopmentKeys,
  type DevelopmentIssuer,
  type DevelopmentIssuerOptions,
} from './developmentIssuer.js';
export { identityError } from './errors.js';
export {
  GRANT_AUDIENCE,
  GRANT_ISSUER,
  GRANT_LIFETIME,
  type AskedAndPermitted,
  type CategoriesByCitizen,
  type GrantClaims,
  type GrantStatement,
} from './grantClaims.js';
export { createGrantSigner, type GrantSigner } from './grantSigner.js';
export { createGrantVerifier, type GrantKeys, type GrantVerifier, type GrantVerifierOptions } from './grantVerifier.js';
export type { Jwks, PublicJwk } from './jwks.js';
export { generateKeyFile, publicJwks, writePublicJwks } from './keyFile.js';
export type { PairwiseKeyOptions } from './pairwiseKeys.js';
export { ROTATION_STEPS, rotateKeys, type RotationStep } from './rotateKeys.js';
export {
  DEADLINE_HEADER,
  digestOfCaller,
  SERVICE_CALL_HEADER,
  type CallerDigest,
  type CallerHeaders,
  type ServiceCall,
} from './serviceCall.js';
export { createServiceSigner, type ServiceSigner } from './serviceSigner.js';
export { createServiceVerifier, type ServiceVerifier } from './serviceVerifier.js';
export {
  createTokenVerifier,
  type TokenVerifier,
  type TokenVerifierOptions,
  type VerifiedToken,
} from './tokenVerifier.js';
