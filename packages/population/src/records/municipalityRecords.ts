/** What the municipality knows about one citizen. Amounts are whole kroner. Dates are `YYYY-MM-DD`, half-open; null is "still open". */
import type {
  EmploymentMeasureCode,
  FfbThemeKey,
  GoalKindKey,
  HousingBenefitKindCode,
  HousingBenefitStatusCode,
  IncomeKindCode,
  SocialActCode,
} from '@sammen/reference-data';
import type { IsoDate, IsoInstant } from '../core/time.js';

/** All records of the municipality subgraph for one citizen; each list oldest first. */
export interface MunicipalityRecords {
  readonly socialServices: readonly SocialServiceRecord[];
  readonly housing: readonly HousingRecord[];
  readonly housingBenefits: readonly HousingBenefitRecord[];
  readonly financialSupports: readonly FinancialSupportRecord[];
  readonly jobCentreCase: JobCentreCaseRecord | null;
}

/** A granted effort. Where its paragraph rests on an assessment, `assessmentId` and `assessmentVersion` name one that psychiatry has. */
export interface SocialServiceRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly organisationId: string;
  /** `…/social`, or `…/misuse` for treatment of misuse. */
  readonly unitId: string;
  readonly act: SocialActCode;
  /** As in reference-data: `85`, `101 a`. */
  readonly paragraph: string;
  readonly title: string;
  readonly hoursPerWeek: number | null;
  readonly providerName: string;
  readonly goals: readonly ServiceGoalRecord[];
  readonly caseworkerActorId: string;
  readonly caseworkerName: string;
  readonly decidedOn: IsoDate;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly followUpOn: IsoDate | null;
  readonly status: 'GRANTED' | 'ENDED';
  readonly endReason: string | null;
  readonly assessmentId: string | null;
  readonly assessmentVersion: number | null;
  readonly recordedAt: IsoInstant;
}

/** A goal of a municipal effort. */
export interface ServiceGoalRecord {
  readonly id: string;
  readonly text: string;
  readonly kind: GoalKindKey;
  readonly theme: FfbThemeKey;
}

/** How somebody lives. */
export type HousingKind =
  'OWN_DWELLING' | 'SUPPORTED_DWELLING' | 'TEMPORARY_RESIDENCE' | 'LONG_TERM_RESIDENCE' | 'WITH_FAMILY' | 'HOMELESS';

/** A period of living somewhere; periods of a citizen follow each other without overlap. §107 is TEMPORARY_, §108 LONG_TERM_RESIDENCE. */
export interface HousingRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly kind: HousingKind;
  readonly act: SocialActCode | null;
  readonly paragraph: string | null;
  /** Name of the residence; null for an own dwelling, family or none. */
  readonly place: string | null;
  /** Monthly rent without heat and water; null when there is none. */
  readonly monthlyRent: number | null;
  readonly areaSquareMetres: number | null;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

/** A housing benefit, paid by Udbetaling Danmark. */
export interface HousingBenefitRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly kind: HousingBenefitKindCode;
  readonly status: HousingBenefitStatusCode;
  /** Zero unless granted. */
  readonly monthlyAmount: number;
  readonly rentBasis: number;
  readonly areaSquareMetres: number;
  readonly householdSize: number;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly recalculationOn: IsoDate;
}

/** Help in money beside income: § 100 costs, single help, loan for a deposit. */
export interface FinancialSupportRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly kind: 'ADDITIONAL_EXPENSES' | 'SINGLE_HELP' | 'DEPOSIT_LOAN';
  readonly amount: number;
  readonly frequency: 'ONCE' | 'MONTHLY';
  readonly purpose: string;
  readonly status: 'GRANTED' | 'ENDED';
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

/** The case of work and income; at most one per citizen. */
export interface JobCentreCaseRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly organisationId: string;
  readonly unitId: string;
  /** LAB § 6 no. 1–13. */
  readonly targetGroup: number;
  readonly minPlanId: string | null;
  readonly caseworkerActorId: string;
  readonly caseworkerName: string;
  readonly openedOn: IsoDate;
  readonly closedOn: IsoDate | null;
  /** Oldest first, without overlap. */
  readonly incomes: readonly IncomeRecord[];
  readonly measures: readonly EmploymentMeasureRecord[];
  readonly followUps: readonly JobCentreFollowUpRecord[];
}

/** A period of one kind of income. */
export interface IncomeRecord {
  readonly id: string;
  readonly kind: IncomeKindCode;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

/** A measure of the employment act; none begins after it was closed to new cases. */
export interface EmploymentMeasureRecord {
  readonly id: string;
  readonly measure: EmploymentMeasureCode;
  readonly employer: string;
  readonly hoursPerWeek: number;
  readonly purpose: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

/** A follow-up talk; `heldOn` is null for one that is still to come or was missed. */
export interface JobCentreFollowUpRecord {
  readonly id: string;
  readonly dueOn: IsoDate;
  readonly heldOn: IsoDate | null;
}
