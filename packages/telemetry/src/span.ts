/** Spans through OpenTelemetry's API alone: without an SDK in the process they are nothing, and cost next to nothing. */
import {
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Span,
  type SpanContext,
} from '@opentelemetry/api';
import type { SpanFacts } from './attributes.js';

const tracer = trace.getTracer('sammen');

/** What a span is to the process: it answers, it asks somebody else, or it is work of its own. */
export type Side = 'ANSWERS' | 'ASKS' | 'WORKS';

const KINDS: Readonly<Record<Side, SpanKind>> = {
  ANSWERS: SpanKind.SERVER,
  ASKS: SpanKind.CLIENT,
  WORKS: SpanKind.INTERNAL,
};

/** A span that has begun. */
export interface OpenSpan {
  /** What identifies it to others. */
  readonly context: SpanContext;
  /** Begins one below it. `at` by the clock of `performance.now()`. */
  child(name: string, side: Side, facts?: SpanFacts, at?: number): OpenSpan;
  /** Ends it; `failed` marks it, without words. */
  end(facts?: SpanFacts, failed?: boolean, at?: number): void;
}

/**
 * Begins a span that belongs to no other here. `parent`: the one of another process that it belongs to. Null when nobody
 * takes spans. `name` is a word of the program, never of a request.
 */
export function openSpan(name: string, side: Side, parent: SpanContext | null, facts: SpanFacts = {}): OpenSpan | null {
  const context = parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent);
  const span = tracer.startSpan(name, { kind: KINDS[side], attributes: facts, root: parent === null }, context);
  return isSpanContextValid(span.spanContext()) && (parent === null || span.spanContext().spanId !== parent.spanId)
    ? wrap(span)
    : null;
}

function wrap(span: Span): OpenSpan {
  return {
    context: span.spanContext(),
    child(name, side, facts = {}, at) {
      const options = { kind: KINDS[side], attributes: facts, ...(at === undefined ? {} : { startTime: at }) };
      return wrap(tracer.startSpan(name, options, trace.setSpan(ROOT_CONTEXT, span)));
    },
    end(facts, failed = false, at) {
      if (facts) span.setAttributes(facts);
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(at);
    },
  };
}
