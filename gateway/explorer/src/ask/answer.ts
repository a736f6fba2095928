/** What can come of a question, each with what a reader has to know. */
import type { AbsenceSource } from '../rows/absences.js';
import type { JsonObject, Path } from '../rows/json.js';

/** One entry of what is withheld. */
export interface Withheld {
  readonly path: Path;
  readonly coordinate: string;
  readonly category: string;
  readonly state: 'NO_ACCESS' | 'OUT_OF_SCOPE' | 'UNAVAILABLE';
  readonly nextStep: 'NONE' | 'ASK_CITIZEN' | 'EMERGENCY_ACCESS';
}

/** One failure, as the gateway words it. */
export interface Failure {
  readonly message: string;
  readonly path?: Path;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions?: {
    readonly code?: string;
    readonly next?: string;
    readonly source?: string;
    readonly field?: string;
    readonly paths?: readonly Path[];
    readonly purposes?: readonly string[];
  };
}

/** The body of an answer. */
export interface Body extends AbsenceSource {
  readonly data?: JsonObject | null;
  readonly errors?: readonly Failure[];
  readonly extensions?: {
    readonly consent?: { readonly withheld?: readonly Withheld[] };
    readonly explain?: JsonObject;
  };
}

/** What came of a question. Times in milliseconds, sizes in bytes. */
export type Answer =
  | {
      readonly kind: 'ANSWERED';
      readonly status: number;
      readonly body: Body;
      readonly bytes: number;
      readonly ms: number;
    }
  /** Came whole, and is too much to be shown: the bytes are there to be kept as a file. */
  | { readonly kind: 'LARGE'; readonly blob: Blob; readonly bytes: number; readonly ms: number }
  /** More than the browser is asked to hold; it was given up after so much. */
  | { readonly kind: 'TOO_LARGE'; readonly bytes: number }
  | { readonly kind: 'CANCELLED'; readonly ms: number }
  | { readonly kind: 'TOO_SLOW'; readonly ms: number }
  | { readonly kind: 'EXPIRED' }
  | { readonly kind: 'UNREACHABLE' }
  | { readonly kind: 'NOT_UNDERSTOOD'; readonly status: number };
