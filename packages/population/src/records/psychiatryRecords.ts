/** What psychiatry (the region) knows about one citizen. Dates are `YYYY-MM-DD`, instants ISO in UTC; null is "still open". */
import type { FfbThemeKey, FunctionalLevelKey, SupportNeedKey } from '@sammen/reference-data';
import type { IsoDate, IsoInstant } from '../core/time.js';

/** All records of the psychiatry subgraph for one citizen; each list oldest first. */
export interface PsychiatryRecords {
  readonly assessments: readonly AssessmentRecord[];
  readonly diagnoses: readonly DiagnosisRecord[];
  readonly admissions: readonly AdmissionRecord[];
  readonly treatments: readonly TreatmentRecord[];
}

/** A functional description by the region: the baseline for municipal support. Versions of a citizen count 1, 2, 3, …, each with its own id. */
export interface AssessmentRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly version: number;
  readonly assessedOn: IsoDate;
  readonly organisationId: string;
  readonly unitId: string;
  readonly authorActorId: string;
  readonly authorName: string;
  readonly supportNeed: SupportNeedKey;
  readonly summary: string;
  readonly domains: readonly AssessmentDomainRecord[];
  readonly recordedAt: IsoInstant;
}

/** One theme of a functional description; a theme occurs at most once. */
export interface AssessmentDomainRecord {
  readonly theme: FfbThemeKey;
  readonly level: FunctionalLevelKey;
  readonly note: string;
}

/** A diagnosis: ICD-10 F code with a dot (`F20.0`); exactly one PRIMARY at a time. */
export interface DiagnosisRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly code: string;
  readonly kind: 'PRIMARY' | 'SECONDARY';
  readonly firstDiagnosedOn: IsoDate;
  readonly endedOn: IsoDate | null;
  readonly organisationId: string;
  readonly unitId: string;
  readonly recordedAt: IsoInstant;
}

/** Status of an admission. */
export type AdmissionStatus = 'ADMITTED' | 'ON_LEAVE' | 'DISCHARGED' | 'DECEASED';

/** A stay in hospital. Leave lies inside the stay, stays of a citizen do not overlap, at most one is open. */
export interface AdmissionRecord {
  readonly id: string;
  readonly citizenId: string;
  /** Key of the episode in messages between systems: a UUID. */
  readonly episodeIdentifier: string;
  readonly kind: 'INPATIENT' | 'EMERGENCY';
  readonly status: AdmissionStatus;
  readonly organisationId: string;
  readonly departmentUnitId: string;
  readonly hospitalName: string;
  readonly wardUnitId: string;
  readonly wardName: string;
  readonly admittedAt: IsoInstant;
  readonly dischargedAt: IsoInstant | null;
  readonly leaves: readonly LeaveRecord[];
  /** Oldest first; the last one is `status`. */
  readonly statusHistory: readonly AdmissionStatusRecord[];
}

/** A leave from an admission. */
export interface LeaveRecord {
  readonly id: string;
  readonly startedAt: IsoInstant;
  readonly endedAt: IsoInstant | null;
}

/** A change of an admission's status. */
export interface AdmissionStatusRecord {
  readonly id: string;
  readonly status: AdmissionStatus;
  readonly at: IsoInstant;
}

/** Kind of a treatment. */
export type TreatmentKind =
  'MEDICATION' | 'PSYCHOTHERAPY' | 'OUTPATIENT_COURSE' | 'OUTREACH' | 'PSYCHO_EDUCATION' | 'ECT';

/** A treatment course and the contacts in it. */
export interface TreatmentRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly kind: TreatmentKind;
  /** What it is for, in Danish. */
  readonly course: string;
  readonly organisationId: string;
  readonly responsibleUnitId: string;
  readonly responsibleActorId: string;
  readonly responsibleName: string;
  readonly startedOn: IsoDate;
  readonly endedOn: IsoDate | null;
  readonly status: 'ACTIVE' | 'COMPLETED' | 'STOPPED';
  /** Visits, calls and home visits, oldest first; one citizen has 2,000. */
  readonly contacts: readonly TreatmentContactRecord[];
}

/** One contact of a treatment course. */
export interface TreatmentContactRecord {
  readonly id: string;
  readonly at: IsoInstant;
  readonly kind: 'VISIT' | 'HOME_VISIT' | 'VIDEO' | 'PHONE';
  readonly unitId: string;
}
