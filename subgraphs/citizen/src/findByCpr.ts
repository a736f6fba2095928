import { type SubgraphContext, citizenReference, type Citizen } from '@sammen/subgraph-kit';
import { citizenErrors } from './errors.js';
import { CprNumber } from './model/cprNumber.js';

/** A look-up of nobody takes the same way as one of somebody, and is logged in the chain of the unknown. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * The citizen with a CPR number, if the actor may know that number of them; otherwise null, whether there is
 * nobody with that number or somebody out of reach (INVARIANT I-3).
 * @throws CPR_MALFORMED; modulus 11 is not checked, since numbers without it are issued since 2007
 */
export async function findByCpr(cpr: string, { database, permits }: SubgraphContext): Promise<Citizen | null> {
  if (!/^[0-9]{10}$/.test(cpr)) throw citizenErrors('CPR_MALFORMED', { field: 'cpr' });
  const found = await database.getRepository(CprNumber).findOneBy({ number: cpr });
  const [permitted] = await permits.permitted([found?.citizenId ?? NOBODY], 'CPR_NUMBER');
  return permitted === undefined ? null : citizenReference(permitted);
}
