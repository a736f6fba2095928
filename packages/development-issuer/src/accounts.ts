/** Who can sign in: the personas of the population, and nobody else. */
import type { Actor } from '@sammen/consent';
import { type Persona, type PersonaName, personasOf } from '@sammen/population';

/** The people that the issuer knows. */
export interface Accounts {
  /** In the order in which they are shown. */
  readonly personas: readonly Persona[];
  /** By the name that stands in the form. */
  byName(name: string): Persona | undefined;
  /** By the actor's id, which is `sub` of their tokens. */
  byId(id: string): Persona | undefined;
}

/** The people of one population. */
export function createAccounts(seed: number): Accounts {
  const personas = Object.values(personasOf(seed));
  const names = new Map(personas.map((persona) => [persona.name, persona]));
  const ids = new Map(personas.map((persona) => [persona.actor.id, persona]));
  return {
    personas,
    byName: (name) => names.get(name as PersonaName),
    byId: (id) => ids.get(id),
  };
}

/** The claim `sammen` of an actor's tokens: everything but the id, which is `sub`. */
export function sammenClaimOf({ id: _id, ...who }: Actor): Omit<Actor, 'id'> {
  return who;
}
