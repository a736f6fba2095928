import type { Actor } from './actor.js';
import { SECTOR_OF_CATEGORY } from './category.js';
import type { AccessRequest, Choice, Instant, Recipient } from './facts.js';
import { isActive } from './interval.js';

/** Whom and what a consent or block is about: recipient × category × purpose × source × time, every axis must match. */

/** Whether a choice counts now and speaks about exactly this request. */
export function appliesTo(
  choice: Choice & { readonly validTo: Instant | null },
  { actor, category, purpose, at }: AccessRequest,
): boolean {
  return (
    isActive(choice, at) &&
    choice.categories.includes(category) &&
    choice.purposes.includes(purpose) &&
    (choice.sources.length === 0 || choice.sources.includes(SECTOR_OF_CATEGORY[category])) &&
    choice.recipients.some((recipient) => isRecipient(recipient, actor))
  );
}

/** Whether the actor is meant: everything the recipient names must match, and it must name something. */
export function isRecipient(recipient: Recipient, actor: Actor): boolean {
  const { organisationId, unitId, role, actorId } = recipient;
  const names = [organisationId, unitId, role, actorId].some((name) => name !== undefined);
  return (
    names &&
    (organisationId === undefined || organisationId === actor.organisationId) &&
    (unitId === undefined || isUnitWithin(actor.unitId, unitId)) &&
    (role === undefined || role === actor.role) &&
    (actorId === undefined || actorId === actor.id)
  );
}

/** Whether an actor's unit is the named one or lies below it: `<unit>/…`. Never the other way round. */
export function isUnitWithin(actorUnitId: string | null, unitId: string): boolean {
  return actorUnitId !== null && (actorUnitId === unitId || actorUnitId.startsWith(`${unitId}/`));
}

/** The least of several names, so that a decision does not depend on the order of facts; null when there is none. */
export function leastOf(names: readonly string[]): string | null {
  return names.reduce<string | null>((least, name) => (least === null || name < least ? name : least), null);
}
