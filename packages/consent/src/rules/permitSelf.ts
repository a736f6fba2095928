import type { DataCategory } from '../category.js';
import { deny, permit, type Decision } from '../decision.js';
import type { AccessRequest, CitizenFacts, Instant } from '../facts.js';
import { isWithin } from '../interval.js';
import { leastOf } from '../matching.js';

/**
 * Rule 2: the citizen, or a representative whose mandate covers the category and has not expired. Self access is to
 * oneself: for a citizen who asks about another the matter ends here, whatever a consent says.
 */
export function permitSelf({ actor, citizenId, category, at }: AccessRequest, facts: CitizenFacts): Decision | null {
  if (actor.role === 'CITIZEN') return actor.citizenId === citizenId ? permit('SELF', 'SELF') : deny('NO_BASIS');
  if (actor.role !== 'GUARDIAN') return null;
  const mandates = facts.representatives.filter(
    (mandate) =>
      mandate.actorId === actor.id &&
      mandate.categories.includes(category) &&
      isWithin(at, mandate.validFrom, mandate.validTo),
  );
  const id = leastOf(mandates.map((mandate) => mandate.id));
  return id === null ? null : permit('REPRESENTATIVE', `REPRESENTATIVE:${id}`);
}

/** What a representative may be shown, and give consents about, now: the union of their mandates that hold. */
export function mandateOf(actorId: string, facts: CitizenFacts, at: Instant): ReadonlySet<DataCategory> {
  const held = facts.representatives.filter(
    (mandate) => mandate.actorId === actorId && isWithin(at, mandate.validFrom, mandate.validTo),
  );
  return new Set(held.flatMap((mandate) => mandate.categories));
}
