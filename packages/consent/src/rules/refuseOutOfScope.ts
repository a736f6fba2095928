import { isWithinCap } from '../caps.js';
import { deny, type Decision } from '../decision.js';
import type { AccessRequest } from '../facts.js';

/** Rule 1: the static cap, before anything that could permit. INVARIANT I-5 */
export function refuseOutOfScope({ actor, purpose, category }: AccessRequest): Decision | null {
  return isWithinCap(actor.role, purpose, category) ? null : deny('OUT_OF_SCOPE');
}
