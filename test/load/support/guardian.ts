/** Somebody who may see everything about some citizens, so that what an overview costs depends on nothing but their number. */
import { DATA_CATEGORIES, type Actor } from '@sammen/consent';
import type { LargeSystem } from './largeSystem.js';

/** Gives a made-up guardian, named by `id`, a full mandate for each of them. */
export async function guardianOf(system: LargeSystem, id: string, citizenIds: readonly string[]): Promise<Actor> {
  await system.sql(
    'citizen',
    `INSERT INTO representative (citizen_id, id, actor_id, name, kind, mandate, categories, valid_from)
     SELECT c, gen_random_uuid(), $2, 'Test', 'GUARDIAN', 'Everything', $3::text[], now() - interval '1 day'
     FROM unnest($1::uuid[]) AS c`,
    [citizenIds, id, DATA_CATEGORIES],
  );
  return { id, role: 'GUARDIAN', organisationId: null, organisationKind: 'NONE', unitId: null, citizenId: null };
}
