/** What a kind of mutation needs so that it can be drawn: valid inputs, and somebody who may well make it. */
import type { Actor, DataCategory, Purpose, Role } from '@sammen/consent';
import { canaryOf } from './canaryToken.js';
import type { Random } from './random.js';
import type { Stored, Truth } from './truth.js';

/** What a change is drawn from. */
export interface Ground {
  readonly random: Random;
  readonly citizenId: string;
  readonly citizenIndex: number;
  readonly actors: readonly Actor[];
  /** Whether something connects an actor with the citizen. */
  readonly knows: (actor: Actor) => boolean;
  readonly truth: Truth;
}

/** A change to be made. */
export interface Change {
  readonly mutation: string;
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly input: Readonly<Record<string, unknown>>;
  /** The type it returns. */
  readonly returns: string;
  /** Groups of truth to be read anew. */
  readonly groups: readonly string[];
}

/** A mutation with the way to its inputs; undefined when there is nothing to make it on. */
export interface ChangeKind extends Pick<Change, 'mutation' | 'returns' | 'groups'> {
  /** How often it is drawn. */
  readonly weight: number;
  readonly draw: (ground: Ground) => Pick<Change, 'actor' | 'purpose' | 'input'> | undefined;
}

/** A moment that many days from now. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** The day that many days from now. */
export const day = (days: number): string => inDays(days).slice(0, 10);

/** What is known of the citizen. */
export const citizenOf = ({ truth, citizenId }: Ground): Stored => truth.get(`Citizen:${citizenId}`)!;

/** The row that something points at. */
export const rowOf = ({ truth }: Ground, reference: any): Stored => truth.get(reference.ref)!;

/** The rows of one of the citizen's lists. */
export const rowsOf = (ground: Ground, field: string): Stored[] =>
  (citizenOf(ground)[field]?.edges ?? []).map((edge: any) => rowOf(ground, edge.node));

/** A new text that sings. */
export const note = ({ citizenIndex }: Ground, category: DataCategory): string => canaryOf(citizenIndex, category);

/** The citizen in person. */
export const self = ({ actors, citizenId }: Ground): Actor => actors.find((actor) => actor.citizenId === citizenId)!;

/** Somebody with one of the roles: mostly one who has to do with the citizen, now and then anybody. */
export function oneOf(ground: Ground, roles: readonly Role[]): Actor {
  const fitting = ground.actors.filter(({ role }) => roles.includes(role));
  const known = fitting.filter(ground.knows);
  return ground.random.pick(known.length > 0 && ground.random.chance(0.85) ? known : fitting);
}
