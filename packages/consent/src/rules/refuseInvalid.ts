import { deny, type Decision } from '../decision.js';
import type { AccessRequest, CitizenFacts, Facts } from '../facts.js';
import { isWellFormedRequest } from '../wellFormed.js';

/**
 * Rule 0: what is not known is refused. UNAVAILABLE when the facts of this citizen could not be read (or are not whole,
 * or are another citizen's), INVALID for everything else. `areWhole`: whether these facts are well-formed. INVARIANT I-4
 */
export function refuseInvalid(request: AccessRequest, facts: Facts, areWhole: () => boolean): Decision | null {
  if (!isWellFormedRequest(request)) return deny('INVALID');
  if (facts === 'UNKNOWN') return deny('INVALID');
  if (!areWhole()) return deny('UNAVAILABLE'); // Also the word UNAVAILABLE.
  return (facts as CitizenFacts).citizenId === request.citizenId ? null : deny('UNAVAILABLE');
}
