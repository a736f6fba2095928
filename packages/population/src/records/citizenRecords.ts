/** What the citizen subgraph knows beside the person: who acts for them, who knows them, what they allow. */
import type { DataCategory, EmergencyAccess, Purpose, Recipient, Relation, Role, Sector } from '@sammen/consent';
import type { IsoInstant } from '../core/time.js';

/** All records of the citizen subgraph for one citizen. Relations agree with the sectors' records; each list oldest first. */
export interface CitizenRecords {
  readonly representatives: readonly RepresentativeRecord[];
  readonly relations: readonly RelationRecord[];
  readonly consents: readonly ConsentRecord[];
  readonly blocks: readonly BlockRecord[];
  readonly emergencies: readonly EmergencyRecord[];
  readonly requests: readonly ConsentRequestRecord[];
  /** When the citizen objected to the use of their data for statistics; null without an objection. */
  readonly statisticsObjection: IsoInstant | null;
}

/** Somebody who acts for the citizen, within a mandate. */
export interface RepresentativeRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly actorId: string;
  readonly name: string;
  readonly kind: 'GUARDIAN' | 'PROXY' | 'PARENT';
  /** The mandate in words. */
  readonly mandate: string;
  readonly categories: readonly DataCategory[];
  readonly validFrom: IsoInstant;
  readonly validTo: IsoInstant | null;
}

/** A care relation; the same as {@link Relation} with ISO instants. */
export interface RelationRecord extends Omit<Relation, 'validFrom' | 'validTo'> {
  readonly citizenId: string;
  readonly validFrom: IsoInstant;
  readonly validTo: IsoInstant | null;
}

/** The law that a consent is given under. */
export type ConsentLegalBasis =
  'HEALTH_DATA_FOR_TREATMENT' | 'HEALTH_DATA_OTHER_PURPOSE' | 'SOCIAL_DATA' | 'PEER_SUPPORT';

interface ChoiceRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly version: number;
  readonly recipients: readonly Recipient[];
  /** Empty means all sectors. */
  readonly sources: readonly Sector[];
  readonly categories: readonly DataCategory[];
  readonly purposes: readonly Purpose[];
  readonly validFrom: IsoInstant;
  readonly recordedAt: IsoInstant;
  readonly recordedByActorId: string;
  readonly givenByActorId: string;
  /** The representative under whose mandate it was given; null for the citizen. */
  readonly givenUnderMandateId: string | null;
  readonly form: 'DIGITAL' | 'WRITTEN' | 'ORAL';
  readonly evidence: string;
  /** Null for a block. */
  readonly legalBasis: ConsentLegalBasis | null;
  /** Kept apart from the law; null for a block. */
  readonly gdprBasis: 'ART_6_1_A_AND_9_2_A' | null;
  readonly consequencesExplained: boolean;
  readonly withdrawnAt: IsoInstant | null;
  readonly withdrawnByActorId: string | null;
  readonly policyVersion: string;
}

/** The citizen's yes; ends at most one year after it was given. */
export interface ConsentRecord extends ChoiceRecord {
  readonly validTo: IsoInstant;
  /** Ids of blocks that it was given in full knowledge of. */
  readonly lifts: readonly string[];
}

/** The citizen's no. */
export interface BlockRecord extends ChoiceRecord {
  readonly validTo: IsoInstant | null;
  /** Code of a statutory basis that the citizen declines; null for an ordinary block. */
  readonly declines: string | null;
}

/** An emergency access (værdispring), and what the data protection officer of who opened it found. */
export interface EmergencyRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly actorId: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly kind: EmergencyAccess['kind'];
  readonly reason: string;
  readonly categories: readonly DataCategory[];
  readonly openedAt: IsoInstant;
  readonly expiresAt: IsoInstant;
  /** Null while it waits for its review. */
  readonly review: EmergencyReviewRecord | null;
}

/** A review of an emergency access, by the same organisation. */
export interface EmergencyReviewRecord {
  readonly id: string;
  readonly version: number;
  readonly outcome: 'ACCEPTED' | 'OBJECTED';
  readonly note: string;
  readonly reviewedByActorId: string;
  readonly reviewedAt: IsoInstant;
}

/** A request for consent. Open while there is no answer and it has not lapsed. */
export interface ConsentRequestRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly actorId: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly categories: readonly DataCategory[];
  readonly purpose: Purpose;
  readonly text: string;
  readonly askedAt: IsoInstant;
  readonly lapsesAt: IsoInstant;
  readonly answer: 'DECLINE' | null;
  readonly answeredAt: IsoInstant | null;
  readonly answeredByActorId: string | null;
}
