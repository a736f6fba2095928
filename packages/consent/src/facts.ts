import type { Actor, Role } from './actor.js';
import type { DataCategory } from './category.js';
import type { Purpose } from './purpose.js';
import type { Sector } from './sector.js';

/** A moment in milliseconds since 1970-01-01T00:00:00Z. Every interval is half-open: [from, to). */
export type Instant = number;

/** One question to {@link decide}: may this actor, for this purpose, see this category of this citizen now? */
export interface AccessRequest {
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly citizenId: string;
  readonly category: DataCategory;
  readonly at: Instant;
}

/** Who a consent or block is about; every field that is set must match. None set matches nobody. Unset is undefined, not null. */
export interface Recipient {
  readonly organisationId?: string;
  readonly unitId?: string;
  readonly role?: Role;
  readonly actorId?: string;
}

/**
 * What consents and blocks have in common. Facts hold one entry per id: the version in force.
 * Recipients, categories and purposes that are empty match nothing, so whoever records a choice refuses empty ones.
 */
export interface Choice {
  readonly id: string;
  readonly version: number;
  readonly recipients: readonly Recipient[];
  /** Sectors the data may come from; empty means all. */
  readonly sources: readonly Sector[];
  readonly categories: readonly DataCategory[];
  readonly purposes: readonly Purpose[];
  readonly validFrom: Instant;
  /** System time: a choice recorded late never makes an earlier look legal. */
  readonly recordedAt: Instant;
  readonly withdrawnAt: Instant | null;
}

/** The citizen's yes. Always ends. */
export interface Consent extends Choice {
  readonly validTo: Instant;
  /**
   * Ids of blocks that this consent was given in full knowledge of. It overrides them where it itself matches, and only
   * as they stood when it was recorded: a block (or a version of one) that was recorded later was not known.
   */
  readonly lifts: readonly string[];
}

/** The citizen's no. */
export interface Block extends Choice {
  readonly validTo: Instant | null;
  /**
   * Code of a statutory basis that the citizen declines as well, where the law lets them; null for an ordinary block.
   * No consent brings the statutory basis back: only the withdrawal of this block does.
   */
  readonly declines: string | null;
}

/**
 * How an organisation can come to have to do with a citizen; evidence for rule 6 (own organisation). EMERGENCY_OPENED is
 * none: that somebody of the organisation broke the glass lets its data protection officer review it, and nobody else do anything.
 */
export const RELATION_KINDS = [
  'TREATING_UNIT',
  'CASEWORKER',
  'KEY_MANAGER',
  'MENTOR_MATCH',
  'VOLUNTEER_MATCH',
  'PLAN_PARTY',
  'RESIDENT_MUNICIPALITY',
  'COURSE_ENROLMENT',
  'EMERGENCY_OPENED',
] as const;

/** One of {@link RELATION_KINDS}. */
export type RelationKind = (typeof RELATION_KINDS)[number];

/** A care relation between a citizen and an organisation, narrowed to a unit or a person when those are set. */
export interface Relation {
  readonly id: string;
  readonly kind: RelationKind;
  readonly organisationId: string;
  readonly unitId: string | null;
  readonly actorId: string | null;
  /** For PLAN_PARTY: which kind of plan the parties share. */
  readonly planKind: 'DISCHARGE_AGREEMENT' | 'COORDINATION_PLAN' | null;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
}

/** Somebody who acts for the citizen, within a mandate. */
export interface Representative {
  readonly id: string;
  readonly actorId: string;
  readonly categories: readonly DataCategory[];
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
}

/** The two kinds of emergency access that the law keeps apart. */
export const EMERGENCY_KINDS = ['CITIZEN_AGREED_ORALLY', 'VITAL_INTEREST'] as const;

/** An opened emergency access (værdispring): one citizen, one actor, a closed category list, at most 60 minutes. */
export interface EmergencyAccess {
  readonly id: string;
  readonly actorId: string;
  readonly kind: (typeof EMERGENCY_KINDS)[number];
  readonly reason: string;
  readonly categories: readonly DataCategory[];
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
}

/** Everything known about one citizen that a decision may rest on: one snapshot. */
export interface CitizenFacts {
  readonly citizenId: string;
  readonly consents: readonly Consent[];
  readonly blocks: readonly Block[];
  readonly relations: readonly Relation[];
  readonly representatives: readonly Representative[];
  readonly emergencyAccesses: readonly EmergencyAccess[];
  readonly policyVersion: string;
}

/** The facts of one citizen, or why there are none. UNKNOWN: no such citizen. UNAVAILABLE: could not be read. */
export type Facts = CitizenFacts | 'UNKNOWN' | 'UNAVAILABLE';
