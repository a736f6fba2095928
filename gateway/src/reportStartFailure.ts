/** A process that cannot start says why in one line that names what to do, and exits with 1. */
import { SammenError } from '@sammen/errors';
import { gatewayError } from './errors.js';

/** Writes the line to standard error and ends the process. */
export function reportStartFailure(error: unknown): never {
  const { code, message, next } = error instanceof SammenError ? error : gatewayError('INTERNAL_SERVER_ERROR');
  const line = `sammen gateway: ${code} ${message} ${next}`.replaceAll(/\s+/g, ' ');
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
