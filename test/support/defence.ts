/**
 * What the files in test/attacks/defences declare: `defences`, which lines of the code hold an attack off and how to
 * switch them off; and `needs`, the services that its tests use, if not all.
 */

/** One text of the source that is replaced, so that the defence is gone and everything else still runs. */
export interface SwitchedOff {
  /** Path from the project's root. */
  readonly file: string;
  /** Stands in the file exactly once, to the letter. */
  readonly find: string;
  readonly replace: string;
}

/** One defence against an attack. Without it at least one test of the attack's file must fail, by an expectation. */
export interface Defence {
  /** What it does, in a few words: unique within its attack. */
  readonly what: string;
  /** What an attacker gains without it. */
  readonly why: string;
  /** Several, where the same defence stands at two places on purpose. */
  readonly off: readonly SwitchedOff[];
}
