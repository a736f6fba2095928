import { defineSubgraph } from '@sammen/subgraph-kit';
import { ngoError } from './errors.js';
import { ngoLoaders } from './loaders.js';
import { CreateNgo1750000000000 } from './migrations/createNgo.js';
import { Course } from './model/course.js';
import { CourseEnrolment } from './model/courseEnrolment.js';
import { CourseSession } from './model/courseSession.js';
import { Mentor } from './model/mentor.js';
import { MentorExperience } from './model/mentorExperience.js';
import { MentorMeeting } from './model/mentorMeeting.js';
import { Mentorship } from './model/mentorship.js';
import { PeerWish } from './model/peerWish.js';
import { SessionAttendance } from './model/sessionAttendance.js';
import { TeamAssignment } from './model/teamAssignment.js';
import { VisitAgreement } from './model/visitAgreement.js';
import { Volunteer } from './model/volunteer.js';
import { VolunteerVisit } from './model/volunteerVisit.js';
import { references } from './references.js';
import { CitizenResolver } from './resolvers/citizenResolver.js';
import { CourseEducatorResolver, CourseResolver } from './resolvers/courseResolver.js';
import { CourseWriteResolver } from './resolvers/courseWriteResolver.js';
import { AttendanceResolver, EnrolmentResolver } from './resolvers/enrolmentResolver.js';
import { EnrolmentWriteResolver } from './resolvers/enrolmentWriteResolver.js';
import { MentorResolver } from './resolvers/mentorResolver.js';
import { MentorWriteResolver } from './resolvers/mentorWriteResolver.js';
import { MentorshipResolver } from './resolvers/mentorshipResolver.js';
import { MentorshipWriteResolver } from './resolvers/mentorshipWriteResolver.js';
import { CitizenWishResolver, PeerWishResolver } from './resolvers/peerWishResolver.js';
import { RegisterResolver } from './resolvers/registerResolver.js';
import { SuggestionResolver } from './resolvers/suggestionResolver.js';
import { VisitAgreementResolver, VolunteerVisitResolver } from './resolvers/visitResolver.js';
import { VisitWriteResolver } from './resolvers/visitWriteResolver.js';
import { VolunteerResolver } from './resolvers/volunteerResolver.js';
import { WorkListResolver } from './resolvers/workListResolver.js';
import { statistics } from './statistics/index.js';

/** The NGOs: mentors and volunteers and their matches with citizens, courses of psycho-education. */
export const ngo = defineSubgraph({
  name: 'ngo',
  entities: [
    Mentor,
    MentorExperience,
    TeamAssignment,
    Volunteer,
    Mentorship,
    MentorMeeting,
    PeerWish,
    VisitAgreement,
    VolunteerVisit,
    Course,
    CourseSession,
    CourseEnrolment,
    SessionAttendance,
  ],
  migrations: [CreateNgo1750000000000],
  resolvers: [
    CitizenResolver,
    CitizenWishResolver,
    MentorshipResolver,
    MentorshipWriteResolver,
    VisitAgreementResolver,
    VolunteerVisitResolver,
    VisitWriteResolver,
    CourseResolver,
    CourseEducatorResolver,
    CourseWriteResolver,
    EnrolmentResolver,
    AttendanceResolver,
    EnrolmentWriteResolver,
    MentorResolver,
    MentorWriteResolver,
    VolunteerResolver,
    PeerWishResolver,
    SuggestionResolver,
    RegisterResolver,
    WorkListResolver,
  ],
  references,
  loaders: ngoLoaders,
  constraints: {
    mentorship_one_open: () => ngoError('ALREADY_MATCHED', { field: 'input.mentorId' }),
    mentorship_at_most_9_months: () => ngoError('MATCH_TOO_LONG', { field: 'input.plannedEndOn' }),
    mentorship_reason_when_early: () => ngoError('END_REASON_REQUIRED', { field: 'input.reason' }),
    visit_agreement_one_open: () => ngoError('ALREADY_MATCHED', { field: 'input.volunteerId' }),
    visit_agreement_reason_when_early: () => ngoError('END_REASON_REQUIRED', { field: 'input.reason' }),
    course_needs_peer: () => ngoError('COURSE_NEEDS_PEER', { field: 'input.educators' }),
    course_needs_practitioner: () => ngoError('COURSE_NEEDS_PRACTITIONER', { field: 'input.educators' }),
    course_enrolment_one_open: () => ngoError('ALREADY_ENROLLED', { field: 'input.citizenId' }),
  },
  reportsRelations: true,
  statistics,
});
