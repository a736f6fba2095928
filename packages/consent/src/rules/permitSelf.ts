import type { DataCategory } from '../category.js';
import { rowsWhere, type Where } from '../condition.js';
import { deny, permit, type Decision } from '../decision.js';
import type { AccessRequest, CitizenFacts, Instant, Representative } from '../facts.js';
import { leastOf } from '../matching.js';

/**
 * Rule 2: the citizen, or a representative whose mandate covers the category and has not expired. Self access is to
 * oneself: for a citizen who asks about another the matter ends here, whatever a consent says.
 */
export function permitSelf({ actor, citizenId, category, at }: AccessRequest, facts: CitizenFacts): Decision | null {
  if (actor.role === 'CITIZEN') return actor.citizenId === citizenId ? permit('SELF', 'SELF') : deny('NO_BASIS');
  if (actor.role !== 'GUARDIAN') return null;
  const mandates = rowsWhere(facts.representatives, mandatesFor(actor.id, category), at);
  const id = leastOf(mandates.map((mandate) => mandate.id));
  return id === null ? null : permit('REPRESENTATIVE', `REPRESENTATIVE:${id}`);
}

/** The mandates of a representative that hold now. */
export function mandatesOf(actorId: string): Where<Representative> {
  return [
    { test: 'IS', field: 'actorId', value: actorId },
    { test: 'HOLDS', from: 'validFrom', to: 'validTo' },
  ];
}

/** The mandates of a representative that hold now and cover the category. */
export function mandatesFor(actorId: string, category: DataCategory): Where<Representative> {
  return [...mandatesOf(actorId), { test: 'HAS', field: 'categories', value: category }];
}

/** What a representative may be shown, and give consents about, now: the union of their mandates that hold. */
export function mandateOf(actorId: string, facts: CitizenFacts, at: Instant): ReadonlySet<DataCategory> {
  return new Set(rowsWhere(facts.representatives, mandatesOf(actorId), at).flatMap((mandate) => mandate.categories));
}
