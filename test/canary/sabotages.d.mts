/** See sabotages.mjs. */
interface Replacement {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export const SABOTAGES: readonly (Replacement & {
  readonly what: string;
  readonly finds: readonly string[];
  readonly steps?: readonly string[];
  readonly operations?: number;
  readonly more?: readonly Replacement[];
})[];
