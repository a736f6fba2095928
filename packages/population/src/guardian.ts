/** The guardian of citizen 1 has a mandate for money and housing, and nothing of health. */
import { citizenKeysOf, recordId } from './core/identifiers.js';
import { streamOf, topic } from './core/random.js';
import { FAMILY_NAMES, FEMALE_NAMES } from './data/names.js';
import { EDGE_CASES } from './edgeCases.js';

const GUARDIAN = topic('guardian');

/** Actor id and name of the guardian persona in the population of a seed. */
export function guardianOf(seed: number): { readonly actorId: string; readonly name: string } {
  const { key } = citizenKeysOf(seed, EDGE_CASES.underGuardianship);
  const random = streamOf(key, GUARDIAN);
  return {
    actorId: `representative-${recordId(key, GUARDIAN, 0)}`,
    name: `${random.pick(FEMALE_NAMES)} ${random.pick(FAMILY_NAMES)}`,
  };
}
