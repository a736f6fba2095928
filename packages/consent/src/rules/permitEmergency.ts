import { permit, type Decision } from '../decision.js';
import { EMERGENCY_RULES, isEmergencyEligible } from '../emergency.js';
import type { AccessRequest, CitizenFacts } from '../facts.js';
import { isWithin } from '../interval.js';
import { leastOf } from '../matching.js';

/** Rule 4: an opened emergency access: eligible role, its own opener, a reason, its categories, at most 60 minutes. */
export function permitEmergency(request: AccessRequest, facts: CitizenFacts): Decision | null {
  const { actor, purpose, category, at } = request;
  if (!isEmergencyEligible(actor.role, purpose)) return null;
  const open = facts.emergencyAccesses.filter(
    (access) =>
      access.actorId === actor.id &&
      access.reason.trim() !== '' &&
      access.categories.includes(category) &&
      access.expiresAt - access.openedAt <= EMERGENCY_RULES.longestMs &&
      isWithin(at, access.openedAt, access.expiresAt),
  );
  const id = leastOf(open.map((access) => access.id));
  return id === null ? null : permit('EMERGENCY', `EMERGENCY:${id}`);
}
