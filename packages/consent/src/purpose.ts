/** Why data is asked for; sent in the header `x-sammen-purpose` and bound into every grant. */
export const PURPOSES = [
  'SELF_ACCESS',
  'REPRESENTATION',
  'TREATMENT',
  'CARE_COORDINATION',
  'SOCIAL_CASEWORK',
  'HOUSING_CASEWORK',
  'EMPLOYMENT_CASEWORK',
  'PEER_SUPPORT',
  'PSYK_13C',
  'OVERSIGHT',
] as const;

/** One of {@link PURPOSES}. */
export type Purpose = (typeof PURPOSES)[number];
