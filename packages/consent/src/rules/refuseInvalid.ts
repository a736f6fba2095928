import { deny, type Decision } from '../decision.js';
import type { AccessRequest, Facts } from '../facts.js';
import { areWellFormedFacts, isWellFormedRequest } from '../wellFormed.js';

/**
 * Rule 0: what is not known is refused. UNAVAILABLE when the facts of this citizen could not be read (or are not whole,
 * or are another citizen's), INVALID for everything else. INVARIANT I-4
 */
export function refuseInvalid(request: AccessRequest, facts: Facts): Decision | null {
  if (!isWellFormedRequest(request)) return deny('INVALID');
  if (facts === 'UNKNOWN') return deny('INVALID');
  if (!areWellFormedFacts(facts)) return deny('UNAVAILABLE'); // Also the word UNAVAILABLE.
  return facts.citizenId === request.citizenId ? null : deny('UNAVAILABLE');
}
