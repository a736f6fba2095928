import { type SubgraphContext, citizenReference, type Citizen } from '@sammen/subgraph-kit';
import type { GraphQLResolveInfo } from 'graphql';
import { citizenErrors } from './errors.js';
import { CprNumber } from './model/cprNumber.js';

/** A look-up of nobody takes the same way as one of somebody, and is logged in the chain of the unknown. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * The citizen with a CPR number, if the actor may know that number of them; otherwise null and withheld, whether there is
 * nobody with that number or somebody out of reach (INVARIANT I-3).
 * @throws CPR_MALFORMED; modulus 11 is not checked, since numbers without it are issued since 2007
 */
export async function findByCpr(
  cpr: string,
  { database, permits, withheld }: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<Citizen | null> {
  if (!/^[0-9]{10}$/.test(cpr)) throw citizenErrors('CPR_MALFORMED', { field: 'cpr' });
  // A number that was given up still names whom it named; one that is in use names its holder first.
  const found = await database
    .getRepository(CprNumber)
    .findOne({ where: { number: cpr }, order: { validTo: { direction: 'DESC', nulls: 'FIRST' } } });
  const citizenId = found?.citizenId ?? NOBODY;
  const [permitted] = await permits.permitted([citizenId], 'CPR_NUMBER');
  if (permitted !== undefined) return citizenReference(permitted);
  withheld.add(info, permits.view('CPR_NUMBER', permits.look(citizenId, 'CPR_NUMBER') ?? 'DENY'));
  return null;
}
