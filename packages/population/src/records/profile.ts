/** The hidden profile makes the sectors' records agree with each other; it is never seeded into a database. */

/** Main illness. */
export type IllnessGroup = 'PSYCHOSIS' | 'PERSONALITY' | 'AFFECTIVE' | 'ANXIETY' | 'DEVELOPMENTAL';

/** How far the citizen lets sectors share. */
export type ConsentLevel = 'FULL' | 'PARTIAL' | 'NONE' | 'WITHDRAWN';

/** Sectors in which somebody can have records of their own. */
export type RecordSector = 'PSYCHIATRY' | 'MUNICIPALITY' | 'NGO' | 'COORDINATION';

/** What the generators share about one person. Day numbers as in `core/time`. */
export interface Profile {
  /** `TEN_IN_EACH`: the programme's 220; `LARGER`: the adult psychiatric population around them. */
  readonly recipe: 'TEN_IN_EACH' | 'LARGER';
  /** 1–10 in the municipality's list; null outside the programme. */
  readonly rank: number | null;
  readonly illness: IllnessGroup;
  readonly substance: 'ALCOHOL' | 'CANNABIS' | 'STIMULANTS' | null;
  readonly selfHarm: boolean;
  readonly outwardReacting: boolean;
  readonly homelessLastYear: boolean;
  readonly consentLevel: ConsentLevel;
  /** One of the 1 % who hold a fifth of all rows. */
  readonly heavy: boolean;
  /** Sectors with records; everything for most. */
  readonly sectors: readonly RecordSector[];
  /** Unit id of the psychiatric department that treats the person. */
  readonly departmentId: string;
  /** Whether a coordination case exists. */
  readonly hasCase: boolean;
  /** Age in whole years on the reference date. */
  readonly age: number;
  /** Day number of the reference date. */
  readonly today: number;
  /** Day number up to which things happen: the reference date or the day of death. */
  readonly lastDay: number;
}
