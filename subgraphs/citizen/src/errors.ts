import { defineErrors } from '@sammen/errors';

/** What the citizen subgraph refuses, and why. */
export const CITIZEN_ERRORS = {
  GRANT_REQUEST_MALFORMED: {
    status: 400,
    message: 'The request for a grant is malformed.',
    next: 'Send { purpose, operation: { name, hash, requestId }, subjects: [{ citizenId, categories, writes? }] }.',
  },
  RELATION_EVENT_MALFORMED: {
    status: 400,
    message: 'A relation event is malformed.',
    next: 'Send { events: [{ eventId, citizenId, relation }] } as the subgraph kit does.',
  },
  RELATION_NOT_YOURS: {
    status: 403,
    message: 'That service may not report relations of that kind.',
    next: 'Let the sector that makes the relation report it.',
  },
  IDENTIFY_NOT_YOURS: {
    status: 403,
    message: 'That service may not ask who a CPR number belongs to.',
    next: 'Only sectors that receive messages with CPR numbers ask this.',
  },
  CPR_MALFORMED: { status: 400, message: 'The CPR number is malformed.', next: 'Send ten digits without a dash.' },
  STATISTICS_NOT_YOURS: {
    status: 403,
    message: 'That service may not ask who may be counted.',
    next: 'Only sectors that release statistics ask this.',
  },
  STATISTICS_QUESTION_MALFORMED: {
    status: 400,
    message: 'The question who may be counted is malformed.',
    next: 'Send at most 5,000 ids of citizens.',
  },
  CONSENT_ENDED: { status: 409, message: 'That choice has been withdrawn or has ended.', next: 'Give a new one.' },
  CONSENT_TOO_LONG: {
    status: 422,
    message: 'A consent of this kind lasts at most one year.',
    next: 'Choose an end at most one year from now.',
  },
  CONSENT_PERIOD: {
    status: 422,
    message: 'A consent ends after it begins, in the future, and at most five years from now.',
    next: 'Correct validFrom and validTo.',
  },
  CONSENT_BACKDATED: {
    status: 422,
    message: 'A consent or a block begins when it is given, or later.',
    next: 'Leave validFrom out, or choose a time that has not passed.',
  },
  RECIPIENT_UNKNOWN: {
    status: 422,
    message: 'A recipient names nobody, or an organisation or unit that is not known.',
    next: 'Name at least one known organisation, unit, role or person.',
  },
  BLOCK_UNKNOWN: {
    status: 422,
    message: 'The consent lifts something that is not one of your current blocks.',
    next: 'Read your blocks and name their ids.',
  },
  LAW_NOT_DECLINABLE: {
    status: 422,
    message: 'That law does not let anybody decline, or is not known.',
    next: 'Leave `declines` out, or name a law that can be declined.',
  },
  MANDATE_EXCEEDED: {
    status: 403,
    message: 'Your mandate does not cover all of these categories.',
    next: 'Leave out what your mandate does not cover.',
  },
  CITIZEN_TOO_YOUNG: {
    status: 403,
    message: 'Citizens give their own consent from the age of 15.',
    next: 'A parent or guardian gives the consent.',
  },
  EMERGENCY_NOT_ELIGIBLE: {
    status: 403,
    message: 'Your role or purpose does not allow emergency access to these categories.',
    next: 'Ask the citizen, or a colleague whose role allows it.',
  },
  EMERGENCY_STILL_OPEN: {
    status: 409,
    message: 'You have an open emergency access to this citizen already.',
    next: 'Use it while it lasts; it is never renewed silently.',
  },
  CONSENT_NOT_ASKABLE: {
    status: 422,
    message: 'No consent could give you this for this purpose.',
    next: 'Ask for what is withheld from you with another next step than NONE, for the purpose of this request.',
  },
  CONSENT_NOT_NEEDED: {
    status: 409,
    message: 'You may see some of this already.',
    next: 'Read viewerAccess, and ask for what is withheld.',
  },
  CONSENT_ASKED_ALREADY: {
    status: 409,
    message: 'You have asked for this purpose within the last 30 days.',
    next: 'Read myConsentRequests; ask again when the request has lapsed.',
  },
  CONSENT_ASKED_TOO_OFTEN: {
    status: 429,
    message: 'You have made as many requests for consent as one person may within a day.',
    next: 'Go on tomorrow.',
  },
  CONSENT_REQUEST_CLOSED: {
    status: 409,
    message: 'That request has been answered or has lapsed.',
    next: 'Give or withdraw a consent instead.',
  },
  REVIEW_OF_OWN: {
    status: 403,
    message: 'Nobody reviews an emergency access that they opened themselves.',
    next: 'Let another data protection officer of your organisation review it.',
  },
} as const;

/** Makes one of {@link CITIZEN_ERRORS}. */
export const citizenErrors = defineErrors<keyof typeof CITIZEN_ERRORS>(CITIZEN_ERRORS);
