import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import { type SubgraphContext, assertId, kitError } from '@sammen/subgraph-kit';
import { type EntityManager, IsNull } from 'typeorm';
import { coordinationError } from '../errors.js';
import { CaseEvent, CaseEventKind } from '../model/caseEvent.js';
import { CaseStatus, CoordinationCase } from '../model/coordinationCase.js';
import { KeyManager } from '../model/keyManager.js';
import { hasPartInCase } from './part.js';
import { type ColumnsOfProfessional, columnsOfActor } from './professionalColumns.js';
import { keyManagerRelation } from './relationOf.js';

/** Which case, and in which state its editor saw it. */
export interface CaseChange {
  readonly citizenId: string;
  readonly caseId: string;
  readonly version: number;
}

/** The open case, locked for change. @throws NOT_FOUND, VERSION_CONFLICT, CASE_TRANSITION_REFUSED when it is closed */
export async function lockCase(manager: EntityManager, actor: Actor, change: CaseChange): Promise<CoordinationCase> {
  const { citizenId, caseId, version } = change;
  const found = await manager.findOne(CoordinationCase, {
    where: { citizenId, id: assertId(caseId, 'input.caseId') },
    lock: { mode: 'pessimistic_write' },
  });
  if (found === null || !(await hasPartInCase(manager, actor, citizenId, caseId)))
    throw kitError('NOT_FOUND', { field: 'input.caseId' });
  if (found.version !== version) throw kitError('VERSION_CONFLICT', { field: 'input.version' });
  if (found.status === CaseStatus.CLOSED) throw coordinationError('CASE_TRANSITION_REFUSED');
  return found;
}

/** Saves a changed case with the entry in its history. */
export async function saveCase(
  manager: EntityManager,
  actor: Actor,
  changed: CoordinationCase,
  kind: CaseEventKind,
  reason: string | null = null,
): Promise<CoordinationCase> {
  const saved = await manager.save(CoordinationCase, Object.assign(changed, { version: changed.version + 1 }));
  await recordCaseEvent(manager, actor, saved, kind, reason);
  return saved;
}

/** Adds to the history of a case. */
export async function recordCaseEvent(
  manager: EntityManager,
  actor: Actor,
  { citizenId, id: caseId }: CoordinationCase,
  kind: CaseEventKind,
  reason: string | null = null,
): Promise<void> {
  const entry = { citizenId, id: randomUUID(), caseId, kind, at: new Date(), reason };
  await manager.insert(CaseEvent, { ...columnsOfActor(actor), ...entry });
}

/** The key manager of a case now, or null. */
export function activeKeyManager(
  manager: EntityManager,
  { citizenId, id }: CoordinationCase,
): Promise<KeyManager | null> {
  return manager.findOneBy(KeyManager, { citizenId, caseId: id, validTo: IsNull() });
}

/** Makes somebody the key manager and reports it. The database refuses a second one. */
export async function startKeyManager(
  context: SubgraphContext,
  manager: EntityManager,
  of: CoordinationCase,
  person: ColumnsOfProfessional,
  validFrom: Date,
): Promise<KeyManager> {
  const started = manager.create(KeyManager, {
    ...person,
    citizenId: of.citizenId,
    id: randomUUID(),
    caseId: of.id,
    validFrom,
    validTo: null,
    endReason: null,
  });
  await manager.insert(KeyManager, started);
  await context.relations.report(manager, of.citizenId, keyManagerRelation(started));
  return started;
}

/** Ends the time of a key manager and reports it. */
export async function endKeyManager(
  context: SubgraphContext,
  manager: EntityManager,
  active: KeyManager,
  validTo: Date,
  endReason: string,
): Promise<void> {
  const over = await manager.save(KeyManager, Object.assign(active, { validTo, endReason }));
  await context.relations.report(manager, over.citizenId, keyManagerRelation(over));
}
