import type { Actor } from './actor.js';
import type { Recipient } from './facts.js';

/** Whom a name means: recipients of a choice, and units within units. */

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

/**
 * Who belongs to a unit above the named one works in all of it: a department's psychiatrist on each of its wards. Two
 * wards beside each other stay apart.
 */
export function worksIn(actorUnitId: string | null, unitId: string): boolean {
  return actorUnitId !== null && (isUnitWithin(actorUnitId, unitId) || isUnitWithin(unitId, actorUnitId));
}

/** The least of several names, so that a decision does not depend on the order of facts; null when there is none. */
export function leastOf(names: readonly string[]): string | null {
  return names.toSorted()[0] ?? null;
}
