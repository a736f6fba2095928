import type { Role } from './actor.js';
import type { Purpose } from './purpose.js';

/** Who may break the glass (værdispring), for what, and for how long. */
export const EMERGENCY_RULES: {
  readonly roles: readonly Role[];
  readonly purposes: readonly Purpose[];
  readonly longestMs: number;
} = {
  roles: ['PSYCHIATRIST', 'WARD_NURSE'],
  purposes: ['TREATMENT'],
  longestMs: 60 * 60 * 1000,
};

/** Whether emergency access is open to the role and purpose at all. */
export function isEmergencyEligible(role: Role, purpose: Purpose): boolean {
  return EMERGENCY_RULES.roles.includes(role) && EMERGENCY_RULES.purposes.includes(purpose);
}
