import { defineErrors } from '@sammen/errors';

/** What the development issuer says when it does not start; refusals while signing in have the codes of OpenID Connect. */
export const issuerError = defineErrors({
  CONFIG_MISSING: {
    status: 500,
    message: 'A setting is missing or malformed.',
    next: 'Set the named environment variable; packages/development-issuer/README.md lists all of them.',
  },
  PORT_TAKEN: {
    status: 500,
    message: 'The development issuer cannot listen on its address.',
    next: 'Stop what listens there, or choose another HOST and PORT.',
  },
  ISSUER_START_FAILED: {
    status: 500,
    message: 'The development issuer did not start.',
    next: 'Look at its log, and please report this.',
  },
});
