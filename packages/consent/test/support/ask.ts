import { decide, type Actor, type DataCategory, type Facts, type Purpose } from '@sammen/consent';
import { CITIZEN, NOON, actorOf } from './samples.js';

/** Asks about the sample citizen, at noon unless told otherwise; and the answers as tests expect them. */
export const ask = (actor: Actor, purpose: Purpose, category: DataCategory, facts: Facts, at = NOON) =>
  decide({ actor, purpose, citizenId: CITIZEN, category, at }, facts);

export const psychiatrist = actorOf('PSYCHIATRIST');
export const socialWorker = actorOf('SOCIAL_WORKER');

const denied = (reason: string) => ({ effect: 'DENY', reason, basis: null });
export const INVALID = denied('INVALID');
export const UNAVAILABLE = denied('UNAVAILABLE');
export const OUT_OF_SCOPE = denied('OUT_OF_SCOPE');
export const BLOCKED = denied('BLOCKED');
export const NO_BASIS = denied('NO_BASIS');
export const permitted = (reason: string, basis: string) => ({ effect: 'PERMIT', reason, basis });
