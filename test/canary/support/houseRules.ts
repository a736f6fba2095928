/** What some fields ask for besides their category, as their descriptions say it: who never sees them, and what part others see. */
import type { Actor, DataCategory } from '@sammen/consent';
import type { World } from './expected.js';

/** Fields that are withheld from a role whatever the citizen allows. */
const ONLY_FOR: Readonly<Record<string, readonly string[]>> = {
  'Citizen.peerWishes': ['CITIZEN', 'GUARDIAN', 'NGO_COORDINATOR'],
};

/** Fields for which more must be permitted than their category. */
const ALSO: Readonly<Record<string, readonly DataCategory[]>> = { 'Citizen.notifications': ['ACCESS_LOG'] };

/** What must be permitted besides a field's category, in the order in which it is asked for. */
export const alsoNeeded = (place: string): readonly DataCategory[] => ALSO[place] ?? [];

/** Whether a field is for the actor's role at all. */
export const isForRole = (place: string, { role }: Actor): boolean => ONLY_FOR[place]?.includes(role) ?? true;

/** The part of a value that is for the actor. */
export function forActor(place: string, value: any, actor: Actor, { truth }: World): any {
  if (place === 'Citizen.address' && value?.isProtected === true && actor.organisationKind === 'NGO')
    return { ...value, street: null, postalCode: null, city: null };
  if (place === 'Citizen.peerWishes' && actor.role === 'NGO_COORDINATOR')
    return value.filter((wish: any) => truth.get(wish.ref)!['organisation'].id === actor.organisationId);
  return value;
}
