/** Settings of a gateway that gets in nobody's way. */
import { ROLES } from '@sammen/consent';
import type { AdmissionConfig, ObservabilityConfig, SignInConfig } from '@sammen/gateway';

/** An installation that tells nobody what it does. */
export const QUIET: ObservabilityConfig = {
  metricsPort: null,
  metricsToken: null,
  otlpEndpoint: null,
  explainRoles: [],
};

/** An installation that admits whatever is well-formed. */
export const OPEN: AdmissionConfig = {
  persistedDocumentsFile: null,
  freeTextRoles: ROLES,
  introspectionRoles: ROLES,
  costLimit: 1_000_000,
  rateLimitPerMinute: 1_000_000,
  trustedProxies: [],
};

/** An installation whose pages sign nobody in. */
export const NO_SIGN_IN: SignInConfig = { signIn: null, issuerKind: 'CONFIGURED' };
