/** Starts the development issuer: configuration, start, signals. */
import { SammenError } from '@sammen/errors';
import { readIssuerConfig } from './config.js';
import { issuerError } from './errors.js';
import { createLog } from './log.js';
import { createIssuer } from './server.js';

const log = createLog();
try {
  const issuer = createIssuer(readIssuerConfig(), log);
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    issuer.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  // A parent that is gone counts as a signal.
  if (process.channel) process.on('disconnect', onSignal);
  log('listening', { address: await issuer.start() });
  process.send?.({ type: 'ready' });
} catch (error) {
  const { code, message, next } = error instanceof SammenError ? error : issuerError('ISSUER_START_FAILED');
  process.stderr.write(`sammen issuer: ${code} ${message} ${next}`.replaceAll(/\s+/g, ' ') + '\n');
  process.exit(1);
}
