/** Metrics, and the port of their own at which they are read; nothing at all where nobody reads them. */
import type { GatewayConfig } from '../config.js';
import { createMetrics, type Metrics, type MetricSources } from './metrics.js';
import { createMetricsServer, type MetricsServer } from './metricsServer.js';

/** See the file's sentence. */
export interface OpenMetrics {
  readonly metrics: Metrics | null;
  readonly server: MetricsServer | null;
}

/** Listens nowhere yet. */
export function openMetrics({ host, observability }: GatewayConfig, sources: MetricSources): OpenMetrics {
  const { metricsPort: port, metricsToken: token } = observability;
  if (port === null) return { metrics: null, server: null };
  const metrics = createMetrics(sources, { process: true });
  return { metrics, server: createMetricsServer({ port, host, token }, metrics) };
}
