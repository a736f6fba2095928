import type { Actor } from '@sammen/consent';
import { assertId, kitError } from '@sammen/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { coordinationError } from '../errors.js';
import { CoordinationCase } from '../model/coordinationCase.js';
import { hasPartInCase } from './part.js';

/** An open case that the actor has a part in. @throws NOT_FOUND, CASE_TRANSITION_REFUSED when it is closed */
export async function openCaseOf(
  manager: EntityManager,
  actor: Actor,
  citizenId: string,
  caseId: string,
  field = 'input.caseId',
): Promise<CoordinationCase> {
  const of = await manager.findOneBy(CoordinationCase, { citizenId, id: assertId(caseId, field) });
  if (of === null || !(await hasPartInCase(manager, actor, citizenId, caseId))) throw kitError('NOT_FOUND', { field });
  if (of.closedAt !== null) throw coordinationError('CASE_TRANSITION_REFUSED');
  return of;
}
