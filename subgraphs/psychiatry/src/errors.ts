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
  UNIT_UNKNOWN: {
    status: 422,
    message: 'The unit is not one of your organisation.',
    next: 'Use a unit of your own organisation.',
  },
} as const;

/** Makes one of {@link PSYCHIATRY_ERRORS}. */
export const psychiatryErrors = defineErrors<keyof typeof PSYCHIATRY_ERRORS>(PSYCHIATRY_ERRORS);
