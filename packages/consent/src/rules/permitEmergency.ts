import type { Question } from '../choices.js';
import { rowsWhere, type Where } from '../condition.js';
import { permit, type Decision } from '../decision.js';
import { EMERGENCY_RULES, isEmergencyEligible } from '../emergency.js';
import type { AccessRequest, CitizenFacts, EmergencyAccess } from '../facts.js';
import { leastOf } from '../matching.js';

/** Rule 4: an opened emergency access: eligible role, its own opener, a reason, its categories, at most 60 minutes. */
export function permitEmergency(request: AccessRequest, facts: CitizenFacts): Decision | null {
  const openings = openingsFor(request);
  const open = openings === null ? [] : rowsWhere(facts.emergencyAccesses, openings, request.at);
  const id = leastOf(open.map((access) => access.id));
  return id === null ? null : permit('EMERGENCY', `EMERGENCY:${id}`);
}

/** The emergency accesses that count; null where none ever does. */
export function openingsFor({ actor, purpose, category }: Question): Where<EmergencyAccess> | null {
  if (!isEmergencyEligible(actor.role, purpose)) return null;
  return [
    { test: 'IS', field: 'actorId', value: actor.id },
    { test: 'HAS', field: 'categories', value: category },
    { test: 'HOLDS', from: 'openedAt', to: 'expiresAt' },
    { test: 'LASTS_AT_MOST', from: 'openedAt', to: 'expiresAt', ms: EMERGENCY_RULES.longestMs },
    { test: 'IS_NOT_BLANK', field: 'reason' },
  ];
}
