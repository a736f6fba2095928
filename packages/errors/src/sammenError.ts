/** One row of a package's error table. */
export interface ErrorEntry {
  /** The HTTP status that a route answers with. */
  readonly status: number;
  /** What happened, in one sentence without any personal data (INVARIANT I-8). */
  readonly message: string;
  /** What the caller can do about it. */
  readonly next: string;
}

/** Particulars of one occurrence. Never a value that a person entered. */
export interface ErrorDetails {
  /** The offending input field, as a dotted path. */
  readonly field?: string;
  /** Said instead of the table's message when it can be more exact; without personal data. */
  readonly message?: string;
  readonly cause?: unknown;
}

/** A failure with a code from a table, safe to show to whoever asked. */
export class SammenError extends Error {
  readonly code: string;
  readonly status: number;
  readonly next: string;
  readonly field: string | undefined;

  constructor(code: string, entry: ErrorEntry, details: ErrorDetails = {}) {
    super(details.message ?? entry.message, { cause: details.cause });
    this.name = 'SammenError';
    this.code = code;
    this.status = entry.status;
    this.next = entry.next;
    this.field = details.field;
  }

  /** The shape that HTTP routes and GraphQL `extensions` carry. */
  toExtensions(): { code: string; next: string; field?: string } {
    return { code: this.code, next: this.next, ...(this.field === undefined ? {} : { field: this.field }) };
  }
}

/** Makes one of a package's errors; its `table` is what docs/errors.md lists. */
export interface ErrorMaker<Code extends string> {
  (code: Code, details?: ErrorDetails): SammenError;
  readonly table: Readonly<Record<Code, ErrorEntry>>;
}

/**
 * Declares a package's errors: one table, read by people in docs/errors.md and by the code through the
 * returned maker. A test holds the tables, the docs and the usage against each other.
 */
export function defineErrors<Code extends string>(table: Readonly<Record<Code, ErrorEntry>>): ErrorMaker<Code> {
  const errorOf = (code: Code, details?: ErrorDetails): SammenError => new SammenError(code, table[code], details);
  return Object.assign(errorOf, { table });
}
