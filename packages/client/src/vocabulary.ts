/** The words of the graph that every front end needs, as the gateway uses them; a test holds them to packages/consent. */

/** The categories that consent is given for. */
export const DATA_CATEGORIES = [
  'IDENTITY',
  'CPR_NUMBER',
  'CONTACT',
  'REPRESENTATIVES',
  'CONSENTS',
  'ACCESS_LOG',
  'ADMISSION_NOTICE',
  'ADMISSION',
  'DIAGNOSIS',
  'ASSESSMENT',
  'TREATMENT',
  'SOCIAL_SERVICE',
  'HOUSING',
  'HOUSING_BENEFIT',
  'FINANCIAL_SUPPORT',
  'EMPLOYMENT',
  'MENTORSHIP',
  'VOLUNTEER_VISIT',
  'PSYCHO_EDUCATION',
  'PLAN',
  'MEETING',
  'CARE_TEAM',
] as const;

/** One of {@link DATA_CATEGORIES}. */
export type DataCategory = (typeof DATA_CATEGORIES)[number];

/** What data can be asked for; each role has some of them. */
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

/**
 * NO_ACCESS: not for this asker as things are; the next step may change that. OUT_OF_SCOPE: never for this role and
 * purpose. UNAVAILABLE: it could not be decided at the moment.
 */
export const WITHHELD_STATES = ['NO_ACCESS', 'OUT_OF_SCOPE', 'UNAVAILABLE'] as const;

/** One of {@link WITHHELD_STATES}. */
export type WithheldState = (typeof WITHHELD_STATES)[number];

/** What the asker can do about what is withheld. */
export const NEXT_STEPS = ['NONE', 'ASK_CITIZEN', 'EMERGENCY_ACCESS'] as const;

/** One of {@link NEXT_STEPS}. */
export type NextStep = (typeof NEXT_STEPS)[number];
