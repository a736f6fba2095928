/** What NGOs know: about one citizen, and about their own mentors, volunteers and courses. NGOs never hold CPR numbers. */
import type { IsoDate, IsoInstant } from '../core/time.js';

/** All records of the NGO subgraph for one citizen; each list oldest first. */
export interface NgoRecords {
  readonly mentorships: readonly MentorshipRecord[];
  readonly volunteerMatches: readonly VolunteerMatchRecord[];
  readonly enrolments: readonly EnrolmentRecord[];
}

/** How often two people meet. */
export type Frequency = 'WEEKLY' | 'FORTNIGHTLY' | 'MONTHLY';

/** Why a match ended before its time. */
export type EarlyEndReason = 'CITIZEN_WISHED' | 'MENTOR_LEFT' | 'ADMISSION' | 'MOVED' | 'NO_CONTACT' | 'DECEASED';

/** A match of a citizen with a mentor, for six months, at most nine. */
export interface MentorshipRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly organisationId: string;
  readonly mentorId: string;
  readonly mentorActorId: string;
  readonly goals: readonly string[];
  readonly frequency: Frequency;
  readonly startedOn: IsoDate;
  readonly plannedEndOn: IsoDate;
  readonly endedOn: IsoDate | null;
  readonly endedEarly: boolean;
  readonly endReason: EarlyEndReason | null;
  readonly visits: readonly VisitRecord[];
}

/** A match of a citizen with a volunteer and the visits made. */
export interface VolunteerMatchRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly organisationId: string;
  readonly volunteerId: string;
  readonly volunteerActorId: string;
  readonly goals: readonly string[];
  readonly frequency: Frequency;
  readonly startedOn: IsoDate;
  readonly plannedEndOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
  readonly endedEarly: boolean;
  readonly endReason: EarlyEndReason | null;
  readonly visits: readonly VisitRecord[];
}

/** A visit by a mentor or volunteer, inside the match's period. */
export interface VisitRecord {
  readonly id: string;
  readonly at: IsoInstant;
  readonly durationMinutes: number;
  readonly activity: string;
  readonly status: 'PLANNED' | 'HELD' | 'CANCELLED';
}

/** A citizen on a course. */
export interface EnrolmentRecord {
  readonly id: string;
  readonly citizenId: string;
  readonly courseId: string;
  readonly organisationId: string;
  readonly enrolledOn: IsoDate;
  /** Last day of the course. */
  readonly courseEndsOn: IsoDate;
  readonly status: 'ENROLLED' | 'COMPLETED' | 'DROPPED_OUT';
  readonly endedOn: IsoDate | null;
  /** One entry per session that has been held. */
  readonly attendance: readonly AttendanceRecord[];
}

/** Whether somebody came to a session. */
export interface AttendanceRecord {
  readonly sessionId: string;
  readonly attended: boolean;
}

/** A mentor (peer). The lived experience is private to the mentor and the NGO's coordinator. */
export interface MentorRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly actorId: string;
  readonly name: string;
  readonly engagement: 'PAID' | 'VOLUNTARY';
  readonly hoursPerWeek: number;
  readonly livedExperience: string;
  readonly activeFrom: IsoDate;
  readonly activeTo: IsoDate | null;
}

/** A volunteer. */
export interface VolunteerRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly actorId: string;
  readonly name: string;
  readonly interests: readonly string[];
  readonly activeFrom: IsoDate;
  readonly activeTo: IsoDate | null;
}

/** A psycho-education course: always at least one practitioner and one peer among the educators. */
export interface CourseRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly title: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly capacity: number;
  readonly educators: readonly EducatorRecord[];
  readonly sessions: readonly CourseSessionRecord[];
}

/** Somebody who teaches a course. */
export interface EducatorRecord {
  readonly id: string;
  readonly kind: 'PRACTITIONER' | 'PEER';
  readonly actorId: string;
  readonly name: string;
  readonly organisationId: string;
}

/** One session of a course. */
export interface CourseSessionRecord {
  readonly id: string;
  readonly at: IsoInstant;
  readonly topic: string;
}
