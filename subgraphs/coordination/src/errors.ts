import { defineErrors } from '@sammen/errors';

/** What coordination refuses, and why. */
export const COORDINATION_ERRORS = {
  CASE_ALREADY_OPEN: {
    status: 409,
    message: 'The citizen has an open case already.',
    next: 'Work on that case, or close it before you open another.',
  },
  CASE_TRANSITION_REFUSED: {
    status: 409,
    message: 'A case goes from candidate to selected to active to closed, one step at a time.',
    next: 'Read the status of the case and take the next step from there.',
  },
  COHORT_FULL: {
    status: 409,
    message: 'All ten places of the municipality are taken.',
    next: 'Close one of the ten cases first, or select this one outside the ten.',
  },
  COHORT_RANK_TAKEN: {
    status: 409,
    message: 'That place among the ten is taken.',
    next: 'Leave the rank out to take the first free place, or close the case that holds it.',
  },
  KEY_MANAGER_ALREADY_ASSIGNED: {
    status: 409,
    message: 'The case has a key manager already.',
    next: 'Hand the case over instead of assigning a second key manager.',
  },
  KEY_MANAGER_MISSING: {
    status: 409,
    message: 'The case has no key manager.',
    next: 'Assign a key manager first.',
  },
  RESPONSIBLE_ALREADY_NAMED: {
    status: 409,
    message: 'That sector has a responsible professional already, or somebody else answers for change already.',
    next: 'Let the other one leave the care team first, or add this one without the flag.',
  },
  ALREADY_ON_CARE_TEAM: {
    status: 409,
    message: 'That person is on the care team already.',
    next: 'Let them leave the care team first, then add them anew.',
  },
  ORGANISATION_UNKNOWN: {
    status: 422,
    message: 'There is no such organisation, or the unit is not one of it.',
    next: 'Use ids of the register of organisations and units.',
  },
  SECTOR_NOT_OF_ORGANISATION: {
    status: 422,
    message: 'The organisation does not work in that sector.',
    next: 'Name the sector that the organisation answers for.',
  },
  PLAN_KIND_NOT_YOURS: {
    status: 403,
    message: 'Your role does not make plans of that kind.',
    next: 'Psychiatrists make discharge agreements and coordination plans; ask the key manager for the others.',
  },
  PLAN_NEEDS_CASE: {
    status: 422,
    message: 'A plan of that kind belongs to a case.',
    next: 'Open a case first and name it.',
  },
  PLAN_NEEDS_CONSENT: {
    status: 422,
    message: 'A holistic plan is made with the consent of the citizen only.',
    next: 'Say on which day the citizen consented to one plan for everything.',
  },
  PLAN_CLOSED: { status: 409, message: 'The plan is closed.', next: 'Open a new plan.' },
  PLAN_FULL: {
    status: 422,
    message: 'The plan cannot hold more of these.',
    next: 'A plan is for what matters most: finish or leave out something first.',
  },
  PLAN_ALREADY_AGREED: {
    status: 409,
    message: 'This version of the plan is agreed already.',
    next: 'Change the plan to begin a new version.',
  },
  PLAN_NOT_SIGNED: {
    status: 409,
    message: 'Not every party has agreed to this version of the plan.',
    next: 'Read the sign-offs of the parties and ask those that are missing.',
  },
  NOT_A_PARTY: {
    status: 422,
    message: 'That is not a party of the plan.',
    next: 'Name one of the parties, or add them to the plan first.',
  },
  ALREADY_A_PARTY: { status: 409, message: 'They are a party of the plan already.', next: 'Nothing needs to be done.' },
  SIGN_OFF_NEEDS_EVIDENCE: {
    status: 422,
    message: 'Who records the answer of somebody else says how it was given.',
    next: 'Say in `evidence` how and when they answered.',
  },
  CHALLENGE_UNKNOWN: {
    status: 422,
    message: 'That is not a challenge on the map of this plan.',
    next: 'Use the id of a challenge on the map of the plan or of its case.',
  },
  DUE_BEFORE_MADE: {
    status: 422,
    message: 'The date lies before the day on which it was agreed.',
    next: 'Name a day that is still to come.',
  },
  AGREEMENT_OVER: {
    status: 409,
    message: 'The agreement is done or cancelled.',
    next: 'Open it again before you change it.',
  },
  RANKING_INCOMPLETE: {
    status: 422,
    message: 'The order does not name every open agreement of the plan exactly once.',
    next: 'Read the open agreements again and send all of them in the new order.',
  },
  FOLLOW_UP_OVER: {
    status: 409,
    message: 'The result of that follow-up is recorded already.',
    next: 'Plan a new follow-up.',
  },
  FOLLOW_UP_DATES: {
    status: 422,
    message: 'The follow-up lies in the future, or the next one does not lie after it.',
    next: 'Correct the dates.',
  },
  MEETING_IN_PAST: { status: 422, message: 'That time has passed.', next: 'Name a time that is still to come.' },
  MEETING_NOT_BEGUN: {
    status: 409,
    message: 'The meeting has not begun.',
    next: 'Record attendance, reactions and decisions once it has.',
  },
  MEETING_OVER: {
    status: 409,
    message: 'The meeting was held or cancelled.',
    next: 'Call another meeting.',
  },
  MEETING_NEEDS_SUBJECT: {
    status: 422,
    message: 'A meeting is about a case or a plan.',
    next: 'Name the case, the plan or both.',
  },
  ALREADY_INVITED: { status: 409, message: 'They are invited already.', next: 'Leave them out.' },
  SAFE_SETTING_EXCEEDED: {
    status: 409,
    message: 'The invitation goes beyond what the citizen wishes for a safe setting.',
    next: 'Keep to the wishes, or ask the citizen and record the yes.',
  },
  RECOVERY_NOT_ANSWERED: {
    status: 422,
    message: 'None of the six indicators was answered.',
    next: 'Answer at least one of them; what is left out counts as not answered.',
  },
  DECISION_OUTSIDE_MANDATE: {
    status: 403,
    message: 'Nobody who took part had the mandate for that decision.',
    next: 'Let somebody who attended and holds the mandate of that sector decide it, or take it to the next meeting.',
  },
} as const;

/** Makes one of {@link COORDINATION_ERRORS}. */
export const coordinationError = defineErrors<keyof typeof COORDINATION_ERRORS>(COORDINATION_ERRORS);
