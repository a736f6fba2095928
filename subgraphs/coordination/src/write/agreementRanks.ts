import type { EntityManager } from 'typeorm';
import { Agreement, AgreementStatus, RankedBy } from '../model/agreement.js';
import type { Plan } from '../model/plan.js';

/** The two orders of a plan's open agreements, read and written whole, so that no place is ever left or taken twice. */

const PROPERTY = { [RankedBy.PROFESSIONALS]: 'rank', [RankedBy.CITIZEN]: 'citizenRank' } as const;
const COLUMN = { [RankedBy.PROFESSIONALS]: 'rank', [RankedBy.CITIZEN]: 'citizen_rank' } as const;

/** The open agreements of a plan, in the order of the professionals. */
export function openAgreements(manager: EntityManager, { citizenId, id: planId }: Plan): Promise<Agreement[]> {
  return manager.find(Agreement, {
    where: { citizenId, planId, status: AgreementStatus.OPEN },
    order: { rank: 'ASC' },
  });
}

/** Their ids in one of the two orders; those that the citizen has not ranked are not in the citizen's. */
export function orderOf(open: readonly Agreement[], by: RankedBy): string[] {
  const rank = PROPERTY[by];
  return open
    .filter((each) => each[rank] !== null)
    .sort((a, b) => a[rank]! - b[rank]!)
    .map(({ id }) => id);
}

/** Writes one of the two orders in a single statement; whoever is not in it loses their place. */
export async function saveOrder(
  manager: EntityManager,
  { citizenId, id: planId }: Plan,
  by: RankedBy,
  order: readonly string[],
): Promise<void> {
  const column = COLUMN[by];
  const place = `array_position($3::uuid[], id)`;
  await manager.query(
    `UPDATE agreement SET ${column} = ${place}
     WHERE citizen_id = $1 AND plan_id = $2 AND status = 'OPEN' AND ${column} IS DISTINCT FROM ${place}`,
    [citizenId, planId, order],
  );
}
