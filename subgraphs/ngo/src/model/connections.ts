import { connectionOf } from '@sammen/subgraph-kit';
import { Course } from './course.js';
import { CourseEnrolment } from './courseEnrolment.js';
import { Mentor } from './mentor.js';
import { Mentorship } from './mentorship.js';
import { VisitAgreement } from './visitAgreement.js';
import { Volunteer } from './volunteer.js';
import { VolunteerVisit } from './volunteerVisit.js';

/** Lists of one citizen. */
export const MentorshipConnection = connectionOf(Mentorship, 'MENTORSHIP');
export const VisitAgreementConnection = connectionOf(VisitAgreement, 'VOLUNTEER_VISIT');
export const VolunteerVisitConnection = connectionOf(VolunteerVisit, 'VOLUNTEER_VISIT');
export const CourseEnrolmentConnection = connectionOf(CourseEnrolment, 'PSYCHO_EDUCATION');

/** Work lists of many citizens: each item is decided for its own citizen, and only what is visible is counted. */
export const MenteeConnection = connectionOf(Mentorship, null, 'Mentee');
export const VisitedConnection = connectionOf(VisitAgreement, null, 'Visited');
export const CourseParticipantConnection = connectionOf(CourseEnrolment, null, 'CourseParticipant');

/** Lists that belong to no citizen. */
export const MentorConnection = connectionOf(Mentor, null);
export const VolunteerConnection = connectionOf(Volunteer, null);
export const CourseConnection = connectionOf(Course, null);
