/** What a HospitalNotification can report: five events, each reported, revised or cancelled. Death is no activity of its own. */

/** What happens to a stay. */
export type StayEvent = 'ADMIT' | 'START_LEAVE' | 'END_LEAVE' | 'DISCHARGE';

/** Whether a message reports an event, corrects its report, or takes it back. */
export type Verb = 'REPORT' | 'REVISE' | 'CANCEL';

/** The class of a stay: admitted to a ward, or seen in the emergency department. */
export type StayClass = 'INPATIENT' | 'EMERGENCY';

/** One code of MedCom's list of HospitalNotification activities. */
export interface Activity {
  readonly code: string;
  readonly verb: Verb;
  readonly event: StayEvent;
  readonly stayClass: StayClass;
}

/** The code system of the activities. */
export const ACTIVITY_SYSTEM = 'http://medcomfhir.dk/ig/terminology/CodeSystem/medcom-messaging-activityCodes';

const REPORTS: readonly Omit<Activity, 'verb'>[] = [
  { code: 'admit-emergency', event: 'ADMIT', stayClass: 'EMERGENCY' },
  { code: 'admit-inpatient', event: 'ADMIT', stayClass: 'INPATIENT' },
  { code: 'start-leave-inpatient', event: 'START_LEAVE', stayClass: 'INPATIENT' },
  { code: 'end-leave-inpatient', event: 'END_LEAVE', stayClass: 'INPATIENT' },
  { code: 'discharge-emergency-home', event: 'DISCHARGE', stayClass: 'EMERGENCY' },
  { code: 'discharge-inpatient-home', event: 'DISCHARGE', stayClass: 'INPATIENT' },
];

/** All 18 codes. Source: MedComHospitalNotificationMessageActivities 1.8, MedCom, CC0. */
export const ACTIVITIES: readonly Activity[] = REPORTS.flatMap((report): Activity[] => [
  { ...report, verb: 'REPORT' },
  { ...report, verb: 'REVISE', code: `revise-${report.code}` },
  { ...report, verb: 'CANCEL', code: `cancel-${report.code}` },
]);

const byCode = new Map(ACTIVITIES.map((activity) => [activity.code, activity]));

/** The activity of a code; undefined for one that is not on the list. */
export function activityOf(code: string): Activity | undefined {
  return byCode.get(code);
}
