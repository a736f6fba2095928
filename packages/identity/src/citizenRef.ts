/**
 * Whose something is, said so that only somebody who knows the citizen and the request can tell: for objects that must
 * not name their citizen to whoever may see them, such as an emergency access to its reviewer, and that a gateway must
 * still be able to hold against the grants of the request. Another request has another word for the same citizen.
 */
import { createHash } from 'node:crypto';

/** The word for a citizen within one request: 22 characters. */
export function citizenRef(citizenId: string, requestId: string): string {
  return createHash('sha256').update(`sammen:citizen-ref:${requestId}:${citizenId}`).digest('base64url').slice(0, 22);
}
