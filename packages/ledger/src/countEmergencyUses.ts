/** How often something was shown on one basis, such as an emergency access: read off the citizen's own chain. */
import { rowsOf, type Runner } from './runner.js';

/** A basis of one citizen's, such as `EMERGENCY:<id>`. */
export interface BasisKey {
  readonly citizenId: string;
  readonly basis: string;
}

const STATEMENT = `
  SELECT count(a.citizen_id)::int AS uses
  FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS k (citizen_id, basis, ord)
  LEFT JOIN ledger.access_log AS a ON a.citizen_id = k.citizen_id AND a.emergency AND a.body->'decisions' @>
    jsonb_build_array(jsonb_build_object('access', 'READ', 'effect', 'PERMIT', 'basis', k.basis))
  GROUP BY k.ord ORDER BY k.ord`;

/**
 * The number of looks that rested on each emergency basis, in the order of the keys; one statement (INVARIANT I-12).
 * Events whose particulars were erased at the end of their retention no longer count.
 */
export async function countEmergencyUses(runner: Runner, keys: readonly BasisKey[]): Promise<number[]> {
  const parameters = [keys.map(({ citizenId }) => citizenId), keys.map(({ basis }) => basis)];
  const rows = await rowsOf<{ uses: number }>(runner, STATEMENT, parameters);
  return rows.map(({ uses }) => uses);
}
