import { defineErrors } from '@sammen/errors';

/** What psychiatry refuses, and why. */
export const PSYCHIATRY_ERRORS = {
  ALREADY_ADMITTED: {
    status: 409,
    message: 'The citizen is admitted already.',
    next: 'Discharge the citizen from the current stay first, or correct that stay.',
  },
  EPISODE_KNOWN: { status: 409, message: 'That episode exists already.', next: 'Change the existing stay instead.' },
  NOT_ADMITTED: { status: 409, message: 'The stay has ended or was cancelled.', next: 'Admit the citizen anew.' },
  LEAVE_ALREADY_OPEN: { status: 409, message: 'The citizen is on leave already.', next: 'End that leave first.' },
  NOT_ON_LEAVE: { status: 409, message: 'The citizen is not on leave.', next: 'Start a leave first.' },
  ENDS_BEFORE_START: {
    status: 422,
    message: 'That would be before the stay or the leave began, or in the future.',
    next: 'Correct the time.',
  },
  ASSESSMENT_SUPERSEDED: {
    status: 409,
    message: 'There is a newer description than the one you started from.',
    next: 'Read the newest description and base yours on its version.',
  },
  TOLD_BY_MESSAGES: {
    status: 409,
    message: 'The stay is told by the messages of its hospital, so it cannot be changed here.',
    next: 'Correct it in the system of the hospital, which then sends a correction.',
  },
  MESSAGE_CONTENT_TYPE: {
    status: 415,
    message: 'The inbox takes FHIR messages in JSON.',
    next: 'Send the message with content-type application/fhir+json.',
  },
  MESSAGE_TOO_LARGE: {
    status: 413,
    message: 'The message is larger than any HospitalNotification.',
    next: 'Send one message at a time.',
  },
  MESSAGE_UNREADABLE: {
    status: 400,
    message: 'The message is not JSON in UTF-8.',
    next: 'Send the message again, whole and in JSON.',
  },
  MESSAGE_NOT_A_MESSAGE: {
    status: 400,
    message: 'That is no FHIR Bundle of type message.',
    next: 'Send a MedCom HospitalNotification.',
  },
  MESSAGE_PROFILE: {
    status: 422,
    message: 'The message does not follow the profile of MedCom HospitalNotification 3.',
    next: 'Send the message in that profile, or hand it to the inbox that it is for.',
  },
  MESSAGE_INCOMPLETE: {
    status: 422,
    message: 'The message lacks a mandatory element.',
    next: 'Add the named element and send the message again.',
  },
  MESSAGE_MALFORMED: {
    status: 422,
    message: 'An element of the message is malformed.',
    next: 'Correct the named element and send the message again.',
  },
  MESSAGE_CODE_UNKNOWN: {
    status: 422,
    message: 'The message holds a code that is not on its list.',
    next: 'Use a code of the MedCom HospitalNotification value sets.',
  },
  MESSAGE_CONTRADICTORY: {
    status: 422,
    message: 'The activity and the class of the stay contradict each other.',
    next: 'Correct the class or the activity and send the message again.',
  },
  MESSAGE_TIMES: {
    status: 422,
    message: 'The times of the message cannot be.',
    next: 'Correct the named period and send the message again.',
  },
  MESSAGE_CITIZEN_UNKNOWN: {
    status: 422,
    message: 'The message is about somebody without a case here.',
    next: 'Check the CPR number; when the person gets a case here, send the message again.',
  },
  EPISODE_KEPT_BY_HAND: {
    status: 409,
    message: 'The episode is kept by the ward itself, so messages cannot tell it.',
    next: 'Change the stay on the ward, or send the message under the identifier of another episode.',
  },
  SENDER_NOT_ALLOWED: {
    status: 403,
    message: 'That service may not hand messages to this inbox.',
    next: 'Sign the call with the key of the import service.',
  },
  IDENTITY_UNAVAILABLE: {
    status: 503,
    message: 'Nobody can say at the moment whom the message is about.',
    next: 'Send the message again in a moment; nothing was kept.',
  },
  UNIT_UNKNOWN: {
    status: 422,
    message: 'The unit is not one of your organisation.',
    next: 'Use a unit of your own organisation.',
  },
} as const;

/** Makes one of {@link PSYCHIATRY_ERRORS}. */
export const psychiatryErrors = defineErrors<keyof typeof PSYCHIATRY_ERRORS>(PSYCHIATRY_ERRORS);
