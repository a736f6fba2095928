export type { SpanContext } from '@opentelemetry/api';
export { SPAN_ATTRIBUTES, type SpanFacts } from './attributes.js';
export { openSpan, type OpenSpan, type Side } from './span.js';
export { startTracing, type Tracing, type TracingOptions } from './startTracing.js';
export { readTraceParent, TRACE_PARENT, writeTraceParent } from './traceParent.js';
