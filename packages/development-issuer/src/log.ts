/** Lines of JSON that say what happened and how often, never to whom, and no parameter of an address (INVARIANT I-8). */

/** Where lines go. */
export type Log = (event: string, particulars?: Readonly<Record<string, string | number | readonly string[]>>) => void;

/** Writes to a stream; by default to standard output. */
export function createLog(stream: { write(line: string): unknown } = process.stdout): Log {
  return (event, particulars = {}) =>
    void stream.write(
      `${JSON.stringify({ time: new Date().toISOString(), service: 'issuer', pid: process.pid, event, ...particulars })}\n`,
    );
}

/** What may be said of a failure: its kind and where it was thrown. */
export function traceOf(error: unknown): { readonly kind: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { kind: error.name, at: frames.slice(0, 6).map((line) => line.trim()) };
}
