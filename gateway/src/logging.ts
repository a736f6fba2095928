/** Logs say that something happened, how long it took and how much it was, never about whom (INVARIANT I-8). */
import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** JSON lines on standard output, or on `destination`. Request headers never get here; `authorization` is redacted in case they do. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    name: 'gateway',
    level,
    base: { service: 'gateway' },
    redact: ['authorization', '*.authorization', '*.*.authorization', 'variables', '*.variables'],
  };
  return destination ? pino(options, destination) : pino(options);
}

/** What may be logged of an error: its kind and where it was thrown. A message can quote a value, so it is left out. */
export function traceOf(error: unknown): { readonly kind: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = (error as { code?: unknown }).code;
  return {
    kind: typeof code === 'string' ? `${error.name} ${code}` : error.name,
    at: frames.slice(0, 8).map((line) => line.trim()),
  };
}

/** The logger for Apollo's packages: their messages are cut at the first colon, after which they quote what they met. */
export function vendorLog(log: Log) {
  const head = (message: unknown) => String(message).split(/[:\n]/, 1)[0];
  return {
    debug: () => undefined,
    info: (message?: unknown) => log.debug({ event: 'vendor' }, head(message)),
    warn: (message?: unknown) => log.warn({ event: 'vendor' }, head(message)),
    error: (message?: unknown) => log.error({ event: 'vendor' }, head(message)),
  };
}
