/** The gateway's keys as a service: with them it signs its calls and reads the seals that grants carry for it. */
import type { PairwiseKeyOptions } from '@sammen/identity';
import type { GatewayConfig } from './config.js';
import type { Log } from './logging.js';

/** See the file's sentence. */
export function ownKeys({ serviceKeyFile, serviceJwksFile }: GatewayConfig, log: Log): PairwiseKeyOptions {
  return {
    keyFile: serviceKeyFile,
    jwksFile: serviceJwksFile,
    service: 'gateway',
    onRefused: () => log.error({ event: 'key file refused' }),
  };
}
