/** What a run of Jest with a defence switched off showed. */
export interface Outcome {
  /** RED: a test failed by an expectation. GREEN: none noticed. BROKEN: something else went wrong, which proves nothing. */
  readonly verdict: 'RED' | 'GREEN' | 'BROKEN';
  /** Titles of the tests that turned red. */
  readonly tests: readonly string[];
  readonly detail: string;
}

/** Reads what Jest's `--json` wrote; null when it wrote nothing. */
export function readOutcome(results: unknown): Outcome;
