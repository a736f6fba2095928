/** Whoever needs a particular kind of citizen finds the index here, the same for every seed. */

/**
 * Indices of citizens made for a purpose. Those under 220 are in every population; the others in populations of 2,000 and more.
 * `guardian` is represented by the guardian persona; `medcomTestPerson` has the CPR number of the MedCom HospitalNotification examples
 * and no admissions of their own, so that imported messages are their whole story.
 */
export const EDGE_CASES = {
  showcase: 0,
  underGuardianship: 1,
  consentWithdrawn: 2,
  neverConsented: 3,
  blocksPersonaSocialWorker: 4,
  medcomTestPerson: 9,
  replacementCprMerged: 220,
  movedMidCourse: 221,
  twoThousandEncounters: 222,
  turning18: 223,
  turning21: 224,
  turning23: 225,
  twinA: 226,
  twinB: 227,
  sameNameAndBirthdayA: 228,
  sameNameAndBirthdayB: 229,
  deceasedWithOpenAgreements: 230,
  contactWithoutCpr: 231,
  knownToOneSectorOnly: 232,
  regionChanges2027: 233,
} as const;

/** Twenty more citizens of Esbjerg whose key manager is the persona: with the first ten, a caseload of 30. */
export const ESBJERG_CASELOAD = { from: 240, to: 259 } as const;

/** 400 citizens of Odense, all clients of one outreach team. */
export const LARGE_TEAM = { from: 300, to: 699, unitId: 'region-syddanmark/psychiatry-odense/outreach' } as const;

/** Citizens who are in ward 1 of Psykiatrisk Afdeling Esbjerg on the reference date, so that the ward has patients in every population. */
export const ADMITTED_TO_PERSONA_WARD: readonly number[] = [0, 5, 7, 122, 151, 163];
