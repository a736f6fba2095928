import { assertId } from '@sammen/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { coordinationError } from '../errors.js';
import { MapItem, MapItemKind } from '../model/mapItem.js';
import type { Plan } from '../model/plan.js';

/** A challenge on the map of the plan or of its case; null when none is named. @throws CHALLENGE_UNKNOWN */
export async function assertChallenge(
  manager: EntityManager,
  plan: Plan,
  challengeId: string | null | undefined,
): Promise<string | null> {
  if (challengeId === null || challengeId === undefined) return null;
  const id = assertId(challengeId, 'input.challengeId');
  const item = await manager.findOneBy(MapItem, { citizenId: plan.citizenId, id });
  const onMap = item !== null && (item.planId === plan.id || (plan.caseId !== null && item.caseId === plan.caseId));
  if (!onMap || item.kind !== MapItemKind.CHALLENGE)
    throw coordinationError('CHALLENGE_UNKNOWN', { field: 'input.challengeId' });
  return id;
}
