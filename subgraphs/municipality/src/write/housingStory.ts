import type { SubgraphContext } from '@sammen/subgraph-kit';
import { type EntityManager, IsNull, LessThan, MoreThan } from 'typeorm';
import { municipalityErrors } from '../errors.js';
import { Housing } from '../model/housing.js';
import { lawOfHousing } from '../model/housingKind.js';
import { reportCaseworker } from './caseworkerRelation.js';

/** A residence has a name; who has no home has neither place, rent nor area. @throws HOUSING_DETAILS_WRONG */
export function assertDetails(housing: Pick<Housing, 'kind' | 'place' | 'monthlyRentOere' | 'areaSquareMetres'>): void {
  const wrong = (field: string) => municipalityErrors('HOUSING_DETAILS_WRONG', { field });
  if (lawOfHousing(housing.kind) !== null && housing.place === null) throw wrong('input.place');
  if (housing.kind !== 'HOMELESS') return;
  if (housing.place !== null) throw wrong('input.place');
  if (housing.monthlyRentOere !== null) throw wrong('input.monthlyRentOere');
  if (housing.areaSquareMetres !== null) throw wrong('input.areaSquareMetres');
}

/** Ends, on that day, the housing that is running then; a citizen who moves in somewhere has moved out elsewhere. */
export async function moveOut(
  context: SubgraphContext,
  manager: EntityManager,
  citizenId: string,
  day: string,
): Promise<void> {
  const before = { citizenId, validFrom: LessThan(day) };
  const running = await manager.findOne(Housing, {
    where: [
      { ...before, validTo: IsNull() },
      { ...before, validTo: MoreThan(day) },
    ],
    lock: { mode: 'pessimistic_write' },
  });
  if (running === null) return;
  await saveHousing(context, manager, Object.assign(running, { validTo: day, version: running.version + 1 }));
}

/** Saves housing with the relation that follows from it: the unit answers for it while the citizen lives there. */
export async function saveHousing(
  context: SubgraphContext,
  manager: EntityManager,
  housing: Housing,
): Promise<Housing> {
  const saved = await manager.save(Housing, housing);
  await reportCaseworker(context, manager, { ...saved, since: saved.registeredOn, until: saved.validTo });
  return saved;
}
