import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import type { SammenError } from '@sammen/errors';

/** FHIR's own word for each refusal; `exception` for what is not listed. */
const ISSUE_TYPES: Readonly<Record<string, OperationOutcomeIssue['code']>> = {
  MESSAGE_CONTENT_TYPE: 'not-supported',
  MESSAGE_TOO_LARGE: 'too-long',
  MESSAGE_UNREADABLE: 'structure',
  MESSAGE_NOT_A_MESSAGE: 'structure',
  MESSAGE_PROFILE: 'not-supported',
  MESSAGE_INCOMPLETE: 'required',
  MESSAGE_MALFORMED: 'value',
  MESSAGE_CODE_UNKNOWN: 'code-invalid',
  MESSAGE_CONTRADICTORY: 'business-rule',
  MESSAGE_TIMES: 'business-rule',
  MESSAGE_CITIZEN_UNKNOWN: 'not-found',
  EPISODE_KEPT_BY_HAND: 'conflict',
  SENDER_NOT_ALLOWED: 'forbidden',
  SERVICE_CALL_INVALID: 'login',
  SERVICE_CALL_EXPIRED: 'expired',
  SERVICE_CALL_REPLAYED: 'duplicate',
  SERVICE_CALLS_EXHAUSTED: 'throttled',
  IDENTITY_UNAVAILABLE: 'transient',
};

/** A refusal as FHIR says it: the reason, what to do, and where. Neither quotes anything of the message (INVARIANT I-8). */
export function refusalOutcome({ code, message, next, field }: SammenError): OperationOutcome {
  return outcome({
    severity: 'error',
    code: ISSUE_TYPES[code] ?? 'exception',
    details: { coding: [{ system: 'urn:sammen:errors', code }], text: message },
    diagnostics: next,
    ...(field === undefined ? {} : { expression: [field] }),
  });
}

/** What became of a message that was taken. */
export function takenOutcome(text: string): OperationOutcome {
  return outcome({ severity: 'information', code: 'informational', details: { text } });
}

function outcome(issue: OperationOutcomeIssue): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue: [issue] };
}
