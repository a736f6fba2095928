/** What cross-sector coordination knows about one citizen: the case, its plans and meetings, the care team. */
import type { Role, Sector } from '@sammen/consent';
import type { FfbThemeKey } from '@sammen/reference-data';
import type { IsoDate, IsoInstant } from '../core/time.js';

/** All records of the coordination subgraph for one citizen; `case` is null for those without one, and then so is everything. */
export interface CoordinationRecords {
  readonly case: CaseRecord | null;
  readonly plans: readonly PlanRecord[];
  readonly meetings: readonly MeetingRecord[];
  readonly careTeam: readonly CareTeamMemberRecord[];
  readonly safeSetting: SafeSettingRecord | null;
  /** Oldest first. */
  readonly recovery: readonly RecoveryMeasurementRecord[];
}

/** A case. While ACTIVE exactly one key manager is open; hand-overs touch without gap. */
export interface CaseRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly organisationId: string;
  readonly municipalityCode: string;
  /** 1–10 in the municipality's list; null for cases outside the programme. */
  readonly rank: number | null;
  readonly purpose: string;
  readonly selectedOn: IsoDate;
  readonly openedOn: IsoDate;
  readonly closedOn: IsoDate | null;
  readonly status: 'ACTIVE' | 'CLOSED';
  readonly keyManagers: readonly KeyManagerRecord[];
}

/** A period of being key manager (tovholder). */
export interface KeyManagerRecord {
  readonly id: string;
  readonly actorId: string;
  readonly name: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  /** Why the case was handed over at `validTo`; null while open. */
  readonly handOverReason: string | null;
}

/** Which kind of plan. The last two are those of §§ 13 a and 13 b of the Psychiatry Act. */
export type PlanKind = 'ACTION_PLAN' | 'DISCHARGE_AGREEMENT' | 'COORDINATION_PLAN';

/** A plan. Ranks of open agreements are 1..n without gap or repetition; so are the ranks of goals. */
export interface PlanRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly caseId: string;
  readonly kind: PlanKind;
  readonly status: 'DRAFT' | 'AGREED' | 'CLOSED';
  /** Number of the latest entry of `versions`. */
  readonly version: number;
  readonly createdOn: IsoDate;
  readonly agreedOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  readonly versions: readonly PlanVersionRecord[];
  readonly mapItems: readonly MapItemRecord[];
  readonly goals: readonly PlanGoalRecord[];
  readonly agreements: readonly AgreementRecord[];
  /** Who shares the plan beside the citizen; each has a relation PLAN_PARTY with the party's id. */
  readonly parties: readonly PlanPartyRecord[];
}

/** A professional or helper who is party of a plan. */
export interface PlanPartyRecord {
  readonly id: string;
  readonly sector: Sector;
  readonly role: Role;
  readonly actorId: string;
  readonly name: string;
  readonly organisationId: string;
  readonly unitId: string | null;
  readonly joinedOn: IsoDate;
}

/** One saved version of a plan. */
export interface PlanVersionRecord {
  readonly id: string;
  readonly version: number;
  readonly at: IsoInstant;
  readonly actorId: string;
  readonly summary: string;
}

/** A challenge or opportunity on the shared map; at least two sectors contribute. */
export interface MapItemRecord {
  readonly id: string;
  readonly kind: 'CHALLENGE' | 'OPPORTUNITY';
  readonly theme: FfbThemeKey;
  readonly text: string;
  readonly contributedBySector: Sector;
  readonly contributedByActorId: string;
  readonly contributedAt: IsoInstant;
}

/** A goal in the citizen's own words. */
export interface PlanGoalRecord {
  readonly id: string;
  readonly rank: number;
  readonly theme: FfbThemeKey;
  readonly text: string;
}

/** An agreement on who does what by when. `dueOn` is never before `madeOn`. `rank` is null once done or cancelled. */
export interface AgreementRecord {
  readonly id: string;
  readonly rank: number | null;
  readonly text: string;
  readonly challengeId: string;
  readonly sector: Sector;
  readonly responsibleActorId: string;
  readonly responsibleName: string;
  readonly responsibleOrganisationId: string;
  readonly madeOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly status: 'OPEN' | 'DONE' | 'CANCELLED';
  readonly completedOn: IsoDate | null;
  readonly followUps: readonly FollowUpRecord[];
}

/** A follow-up on an agreement. */
export interface FollowUpRecord {
  readonly id: string;
  readonly dueOn: IsoDate;
  readonly heldOn: IsoDate | null;
  readonly check: string;
  readonly result: string | null;
  readonly nextOn: IsoDate | null;
}

/** A meeting about the citizen. A decision is made by a sector whose mandate holder took part. */
export interface MeetingRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly caseId: string;
  readonly planId: string | null;
  readonly startsAt: IsoInstant;
  readonly place: string;
  readonly purpose: string;
  readonly status: 'PLANNED' | 'HELD' | 'CANCELLED';
  readonly participants: readonly MeetingParticipantRecord[];
  readonly decisions: readonly DecisionRecord[];
  /** How the citizen found it; null when not there or not asked. */
  readonly citizenReaction: 'MOTIVATED' | 'OVERWHELMED' | 'SURPRISED' | null;
}

/** Somebody invited to a meeting; the citizen is one of them with the sector CITIZEN and role CITIZEN. */
export interface MeetingParticipantRecord {
  readonly id: string;
  readonly actorId: string;
  readonly name: string;
  readonly sector: Sector;
  readonly role: Role;
  readonly organisationId: string | null;
  readonly decisionMandate: boolean;
  /** What the mandate covers; null without one. */
  readonly mandateScope: string | null;
  readonly attendance: 'INVITED' | 'ATTENDED' | 'ABSENT';
}

/** A decision of a meeting. */
export interface DecisionRecord {
  readonly id: string;
  readonly text: string;
  readonly sector: Sector;
  readonly decidedByParticipantId: string;
}

/** Somebody who helps the citizen, and with what. At most one open member per sector is `responsible`. */
export interface CareTeamMemberRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly sector: Sector;
  readonly role: Role;
  readonly actorId: string;
  readonly name: string;
  readonly organisationId: string;
  readonly unitId: string | null;
  readonly responsible: boolean;
  readonly task: string;
  readonly phone: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

/** The citizen's wishes for a safe setting of meetings. */
export interface SafeSettingRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly place: string;
  readonly maxParticipants: number;
  readonly mustAttend: readonly string[];
  readonly mustNotAttend: readonly string[];
  readonly supportPerson: string | null;
  readonly breaks: boolean;
  readonly preBriefed: boolean;
  readonly mayLeave: boolean;
  readonly recordedOn: IsoDate;
}

/** The six indicators of own recovery, and no others. */
export const RECOVERY_INDICATORS = [
  'hope',
  'wellbeing',
  'inclusion',
  'citizenship',
  'empowerment',
  'meaningfulLife',
] as const;

/** One of {@link RECOVERY_INDICATORS}. */
export type RecoveryIndicator = (typeof RECOVERY_INDICATORS)[number];

/** What was answered on one day: each indicator 0–10, ten is best; null was not answered. */
export interface RecoveryMeasurementRecord extends Readonly<Record<RecoveryIndicator, number | null>> {
  readonly id: string;
  readonly citizenId: string;
  readonly caseId: string;
  readonly measuredOn: IsoDate;
  readonly answeredBy: 'CITIZEN' | 'CITIZEN_SUPPORTED' | 'RELATIVE' | 'PROFESSIONAL';
  /** Whether the citizen wrote it down themselves; else the key manager of the day did. */
  readonly typedInByCitizen: boolean;
}
