import { defineErrors } from '@sammen/errors';

/** What an NGO's subgraph refuses, and why. Somebody of another organisation and nobody at all get the same answer. */
export const NGO_ERRORS = {
  MENTOR_UNKNOWN: {
    status: 422,
    message: 'There is no such mentor in your organisation.',
    next: 'Choose one of the mentors of your own organisation.',
  },
  MENTOR_INACTIVE: { status: 409, message: 'The mentor is not active.', next: 'Choose a mentor who is active.' },
  MENTOR_FULL: {
    status: 409,
    message: 'The mentor has no room for another citizen.',
    next: 'Choose another mentor, or end a mentorship first.',
  },
  MENTOR_NOT_FOR_CITIZENS: {
    status: 422,
    message: 'The mentor works with teams of professionals only.',
    next: 'Choose a mentor who takes citizens.',
  },
  MENTOR_NOT_FOR_TEAMS: {
    status: 422,
    message: 'The mentor works with citizens only.',
    next: 'Choose a mentor who takes teams of professionals.',
  },
  TEAM_UNKNOWN: {
    status: 422,
    message: 'The unit is not a team of a region or a municipality.',
    next: 'Use a unit of a region or a municipality.',
  },
  VOLUNTEER_UNKNOWN: {
    status: 422,
    message: 'There is no such volunteer in your organisation.',
    next: 'Choose one of the volunteers of your own organisation.',
  },
  VOLUNTEER_INACTIVE: {
    status: 409,
    message: 'The volunteer is not active.',
    next: 'Choose a volunteer who is active.',
  },
  VOLUNTEER_FULL: {
    status: 409,
    message: 'The volunteer has no room for another citizen.',
    next: 'Choose another volunteer, or end an agreement first.',
  },
  STILL_MATCHED: {
    status: 409,
    message: 'There are matches that last longer than that.',
    next: 'End those matches first, or choose a later day.',
  },
  ALREADY_MATCHED: {
    status: 409,
    message: 'The two are matched already.',
    next: 'Extend the match that exists, or end it first.',
  },
  MATCH_ENDED: { status: 409, message: 'The match has ended.', next: 'Make a new match.' },
  MATCH_TOO_LONG: {
    status: 422,
    message: 'A mentorship is planned for at most 6 months and extended to at most 9.',
    next: 'Choose an earlier day.',
  },
  MATCH_DATE_INVALID: {
    status: 422,
    message: 'The day does not fit the match.',
    next: 'Start today or within the last 30 days; end after the start.',
  },
  END_REASON_REQUIRED: {
    status: 422,
    message: 'A match that ends before its planned end needs a reason.',
    next: 'Say why it ends early.',
  },
  CONTACT_OUTSIDE_MATCH: {
    status: 422,
    message: 'The meeting or visit lies outside the match, or in the future.',
    next: 'Correct the time; plan a future one as PLANNED.',
  },
  NO_SHARED_EXPERIENCE: {
    status: 422,
    message: 'A match on experience needs the citizen and the mentor to have opted in with an experience in common.',
    next: 'Match without experience, or ask both whether they want to share theirs.',
  },
  COURSE_NEEDS_PEER: {
    status: 422,
    message: 'A course needs a peer among its educators.',
    next: 'Add an educator with lived experience.',
  },
  COURSE_NEEDS_PRACTITIONER: {
    status: 422,
    message: 'A course needs a practitioner among its educators.',
    next: 'Add a professional educator.',
  },
  COURSE_UNKNOWN: {
    status: 422,
    message: 'There is no such course in your organisation.',
    next: 'Choose one of the courses of your own organisation.',
  },
  COURSE_FULL: { status: 409, message: 'The course is full.', next: 'Choose another course.' },
  COURSE_OVER: { status: 409, message: 'The course is over.', next: 'Choose a course that has not ended.' },
  ALREADY_ENROLLED: {
    status: 409,
    message: 'The citizen is enrolled already.',
    next: 'Use the enrolment that exists.',
  },
  ENROLMENT_WITHDRAWN: {
    status: 409,
    message: 'The citizen has withdrawn from the course.',
    next: 'Enrol the citizen anew.',
  },
  SESSION_NOT_HELD: {
    status: 422,
    message: 'The session has not been held yet.',
    next: 'Record attendance once the session has begun.',
  },
} as const;

/** Makes one of {@link NGO_ERRORS}. */
export const ngoError = defineErrors<keyof typeof NGO_ERRORS>(NGO_ERRORS);
