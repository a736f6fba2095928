import {
  childRows,
  pagesByCitizen,
  rowsByCitizen,
  rowsById,
  rowsByKey,
  rowsByParent,
  type SubgraphContext,
} from '@sammen/subgraph-kit';
import type { DataSource } from 'typeorm';
import { Course } from './model/course.js';
import { CourseEnrolment } from './model/courseEnrolment.js';
import { CourseSession } from './model/courseSession.js';
import { Mentor } from './model/mentor.js';
import { MentorMeeting } from './model/mentorMeeting.js';
import { Mentorship } from './model/mentorship.js';
import { PeerWish } from './model/peerWish.js';
import { SessionAttendance } from './model/sessionAttendance.js';
import { TeamAssignment } from './model/teamAssignment.js';
import { VisitAgreement } from './model/visitAgreement.js';
import { Volunteer } from './model/volunteer.js';
import { VolunteerVisit } from './model/volunteerVisit.js';
import { ownExperience } from './ownExperience.js';

/** Every batch of the NGO subgraph; made anew for each request. */
export function ngoLoaders(database: DataSource, context: () => Pick<SubgraphContext, 'actor'>) {
  return {
    mentorshipPages: pagesByCitizen(database, Mentorship, { newestFirstBy: 'startedOn' }),
    mentorship: rowsByKey(database, Mentorship),
    meetings: childRows(database, MentorMeeting, 'mentorshipId', { at: 'DESC' }),
    agreementPages: pagesByCitizen(database, VisitAgreement, { newestFirstBy: 'startedOn' }),
    agreement: rowsByKey(database, VisitAgreement),
    visitPages: pagesByCitizen(database, VolunteerVisit, { newestFirstBy: 'at' }),
    visit: rowsByKey(database, VolunteerVisit),
    enrolmentPages: pagesByCitizen(database, CourseEnrolment, { newestFirstBy: 'enrolledOn' }),
    enrolment: rowsByKey(database, CourseEnrolment),
    attendance: childRows(database, SessionAttendance, 'enrolmentId', { sessionId: 'ASC' }),
    wishes: rowsByCitizen(database, PeerWish, { wishedAt: 'DESC' }),
    mentor: rowsById(database, Mentor),
    assignments: rowsByParent(database, TeamAssignment, 'mentorId', { startedOn: 'DESC' }),
    volunteer: rowsById(database, Volunteer),
    course: rowsById(database, Course),
    sessions: rowsByParent(database, CourseSession, 'courseId', { at: 'ASC' }),
    ownExperience: ownExperience(database, context),
  };
}

/** What {@link ngoLoaders} makes. */
export type NgoLoaders = ReturnType<typeof ngoLoaders>;

/** What every resolver of this subgraph gets. */
export type NgoContext = SubgraphContext<NgoLoaders>;
