import { ADMISSION_STORIES } from './ofAdmissions.js';
import { END_STORIES } from './ofEnds.js';
import { LEAVE_STORIES } from './ofLeaves.js';

/** Every kind of message, reported, corrected and cancelled, and what is left when some never come. */
export const STORIES = [...ADMISSION_STORIES, ...LEAVE_STORIES, ...END_STORIES];
