import { ROLES, type Role } from './actor.js';
import { isWithinCap } from './caps.js';
import { DATA_CATEGORIES, type DataCategory } from './category.js';
import type { Decision, WithheldView } from './decision.js';
import { isEmergencyEligible } from './emergency.js';
import { PURPOSES, type Purpose } from './purpose.js';

/**
 * What an actor is told about a category that is withheld from them: made from role, purpose and category alone, so that
 * never consented, withdrawn, expired, blocked and no such citizen look the same. INVARIANT I-6
 * Only a failure shows (UNAVAILABLE). `decision` may be left out where only the grant is known.
 */
export function viewOfDenial(
  asked: { readonly role: Role; readonly purpose: Purpose; readonly category: DataCategory },
  decision?: Pick<Decision, 'reason'>,
): WithheldView {
  const { role, purpose, category } = asked;
  if (decision?.reason === 'UNAVAILABLE') return { category, state: 'UNAVAILABLE', nextStep: 'NONE' };
  const known = ROLES.includes(role) && PURPOSES.includes(purpose) && DATA_CATEGORIES.includes(category);
  if (!known || !isWithinCap(role, purpose, category)) return { category, state: 'OUT_OF_SCOPE', nextStep: 'NONE' };
  return { category, state: 'NO_ACCESS', nextStep: nextStepOf(role, purpose) };
}

/** Nobody asks another citizen for their self access; whoever may break the glass is told so; others ask. */
function nextStepOf(role: Role, purpose: Purpose): WithheldView['nextStep'] {
  if (role === 'CITIZEN') return 'NONE';
  return isEmergencyEligible(role, purpose) ? 'EMERGENCY_ACCESS' : 'ASK_CITIZEN';
}
