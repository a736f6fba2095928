import type { Actor } from '@sammen/consent';
import { unit } from '@sammen/reference-data';
import { municipalityErrors } from '../errors.js';

/**
 * The unit that answers for an effort: one of the actor's own municipality, the actor's own when none is named.
 * An effort without a unit, and so without a responsible sector, is refused.
 * @throws UNIT_UNKNOWN
 */
export function responsibleUnit(actor: Actor, unitId: string | null | undefined): string {
  const found = unit(unitId ?? actor.unitId ?? '');
  if (found === null || found.organisationId !== actor.organisationId)
    throw municipalityErrors('UNIT_UNKNOWN', { field: 'input.unitId' });
  return found.id;
}
