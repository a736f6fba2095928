/** Starts the gateway: configuration, start, signals. */
import { readConfig } from './config.js';
import { startTracing } from '@sammen/telemetry';
import { createLog, traceOf } from './logging.js';
import { reportStartFailure } from './reportStartFailure.js';
import { createGateway } from './server.js';
import { drainOnSignals } from './signals.js';

try {
  const config = readConfig();
  const log = createLog(config.logLevel);
  process.on('uncaughtException', (error) => (log.fatal({ event: 'crashed', ...traceOf(error) }), process.exit(1)));
  const tracing = await startTracing({ service: 'gateway', endpoint: config.observability.otlpEndpoint });
  const gateway = createGateway(config, log);
  drainOnSignals(() => gateway.stop().finally(() => tracing.stop()), log);
  log.info({ event: 'listening', address: await gateway.start() });
  process.send?.({ type: 'ready' });
} catch (error) {
  reportStartFailure(error);
}
