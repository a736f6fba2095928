import { createHmac, randomBytes } from 'node:crypto';
import { type SubgraphContext, citizenReference, type Citizen } from '@sammen/subgraph-kit';
import type { GraphQLResolveInfo } from 'graphql';
import { citizenErrors } from './errors.js';

const SECRET = randomBytes(32);

/**
 * A look-up of nobody takes the same way as one of somebody, and is logged in the chain of the unknown. Every number has
 * its own nobody, the same each time, as everybody has their own number: what is remembered of one says nothing of others.
 */
function nobodyWith(cpr: string): string {
  const hex = createHmac('sha256', SECRET).update(cpr).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * A number that was given up still names whom it named; one that is in use names its holder first. One row in any case:
 * an answer of another shape would take another time (INVARIANT I-3).
 */
const HOLDER = `SELECT (SELECT citizen_id FROM cpr_number WHERE number = $1 ORDER BY valid_to DESC NULLS FIRST LIMIT 1) AS citizen_id`;

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
  const [row]: { citizen_id: string | null }[] = await database.query(HOLDER, [cpr]);
  const NOBODY = nobodyWith(cpr);
  const citizenId = row!.citizen_id ?? NOBODY;
  const [permitted] = await permits.permitted([citizenId], 'CPR_NUMBER');
  if (permitted !== undefined) return citizenReference(permitted);
  withheld.add(info, permits.view('CPR_NUMBER', permits.look(citizenId, 'CPR_NUMBER') ?? 'DENY'));
  return null;
}
