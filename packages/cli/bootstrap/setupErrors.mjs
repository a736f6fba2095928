/** Everything that can go wrong before the compiled command line takes over; listed in docs/errors.md. */
export const SETUP_ERRORS = {
  NODE_TOO_OLD: {
    message: 'Sammen needs Node 20.19 or newer.',
    next: 'Install the current LTS version from https://nodejs.org and try again.',
  },
  NPM_MISSING: {
    message: 'npm was not found.',
    next: 'Install Node with npm from https://nodejs.org and try again.',
  },
  INSTALL_FAILED: {
    message: 'The packages could not be installed.',
    next: 'Read the lines above, check the network connection and try again.',
  },
  BUILD_FAILED: {
    message: 'The sources do not compile.',
    next: 'Correct the lines above and try again.',
  },
  STOPPED: {
    message: 'Stopped before everything was ready.',
    next: 'Start again.',
  },
  SETUP_FAILED: {
    message: 'Installing or building failed in an unexpected way.',
    next: 'Correct that and try again.',
  },
};

/** A failure of the set-up that one line can explain. */
export class SetupError extends Error {
  /** @param {keyof typeof SETUP_ERRORS} code @param {number} [exitCode] @param {string} [reason] a sentence */
  constructor(code, exitCode = 1, reason = '') {
    const { message, next } = SETUP_ERRORS[code];
    super([message, reason, next].filter(Boolean).join(' '));
    this.code = code;
    this.exitCode = exitCode;
  }
}
