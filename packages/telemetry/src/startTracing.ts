/**
 * Sends spans to a collector, in a process that was told of one. INVARIANT I-14: without an address nothing of the SDK is
 * even loaded.
 */
import { trace } from '@opentelemetry/api';

/** Who sends, and where to. */
export interface TracingOptions {
  /** The process, such as `gateway` or `psychiatry`. */
  readonly service: string;
  /** Base address of a collector that takes OTLP over HTTP; null for none. */
  readonly endpoint: string | null;
}

/** Running, or not. */
export interface Tracing {
  /** Sends what is left, for at most two seconds. */
  stop(): Promise<void>;
}

/** How long a batch may take; a collector that is down is not waited for. Milliseconds. */
const TIMEOUT = 2_000;

/** Starts sending. What cannot be delivered is dropped: no request ever waits for it. */
export async function startTracing({ service, endpoint }: TracingOptions): Promise<Tracing> {
  if (endpoint === null) return { stop: async () => {} };
  const [{ TracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all(
    [
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ],
  );
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: TIMEOUT });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.namespace': 'sammen', 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: TIMEOUT })],
  });
  trace.setGlobalTracerProvider(provider);
  return { stop: () => provider.shutdown().catch(() => {}) };
}
