/**
 * W3C trace context, `traceparent` alone: `tracestate` and `baggage` can hold anything, so they are neither read nor sent
 * (INVARIANT I-8).
 */
import { isSpanContextValid, type SpanContext } from '@opentelemetry/api';

/** The header's name. */
export const TRACE_PARENT = 'traceparent';

const FORM = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The header for a call that belongs to a span. */
export function writeTraceParent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${(traceFlags & 1) === 1 ? '01' : '00'}`;
}

/**
 * The span that a call belongs to; null for none. Read it of calls whose sender is known: whoever may choose the ids can
 * write into every trace.
 */
export function readTraceParent(header: string | readonly string[] | undefined): SpanContext | null {
  const [, traceId, spanId, flags] = (typeof header === 'string' && FORM.exec(header)) || [];
  if (traceId === undefined || spanId === undefined) return null;
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags!, 16) & 1, isRemote: true };
  return isSpanContextValid(context) ? context : null;
}
