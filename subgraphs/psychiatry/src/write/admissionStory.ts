import { randomUUID } from 'node:crypto';
import { lockVersion, type SubgraphContext } from '@sammen/subgraph-kit';
import { type EntityManager, IsNull } from 'typeorm';
import type { AdmissionChangeInput } from '../input/admissionInput.js';
import { psychiatryErrors } from '../errors.js';
import { Admission, AdmissionStatus } from '../model/admission.js';
import { AdmissionEvent, AdmissionEventKind } from '../model/admissionEvent.js';
import { Leave } from '../model/leave.js';
import { treatingRelation } from './treatingRelation.js';

/** Clocks differ a little between systems. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** A moment that has happened. @throws ENDS_BEFORE_START when it lies in the future */
export function momentOf(at: Date | null | undefined): Date {
  const moment = at ?? new Date();
  if (moment.getTime() > Date.now() + CLOCK_TOLERANCE_MS)
    throw psychiatryErrors('ENDS_BEFORE_START', { field: 'input.at' });
  return moment;
}

/** The stay, locked for change. @throws INVALID_ID, NOT_FOUND, VERSION_CONFLICT, TOLD_BY_MESSAGES, NOT_ADMITTED */
export async function lockCurrent(
  manager: EntityManager,
  { citizenId, admissionId, version }: AdmissionChangeInput,
): Promise<Admission> {
  const key = { citizenId, id: admissionId, version };
  const admission = await lockVersion(manager, Admission, key, 'input.admissionId');
  if (admission.toldByMessages) throw psychiatryErrors('TOLD_BY_MESSAGES', { field: 'input.admissionId' });
  if (admission.status !== AdmissionStatus.ADMITTED && admission.status !== AdmissionStatus.ON_LEAVE)
    throw psychiatryErrors('NOT_ADMITTED');
  return admission;
}

/** Saves a changed stay with the entry in its history and the relation that follows from it. */
export async function saveWithHistory(
  context: SubgraphContext,
  manager: EntityManager,
  admission: Admission,
  kind: AdmissionEventKind,
  occurredAt: Date,
): Promise<Admission> {
  const saved = await manager.save(Admission, admission);
  const { citizenId, id: admissionId } = saved;
  await manager.insert(AdmissionEvent, {
    citizenId,
    id: randomUUID(),
    admissionId,
    kind,
    concerns: null,
    occurredAt,
    recordedAt: new Date(),
  });
  const relation = treatingRelation(saved);
  if (relation !== null) await context.relations.report(manager, citizenId, relation);
  return saved;
}

/** Ends the leave that is running. @throws NOT_ON_LEAVE */
export async function endOpenLeave(
  manager: EntityManager,
  { citizenId, id: admissionId }: Admission,
  at: Date,
): Promise<void> {
  const leave = await manager.findOneBy(Leave, { citizenId, admissionId, endedAt: IsNull() });
  if (leave === null) throw psychiatryErrors('NOT_ON_LEAVE');
  await manager.save(Leave, { ...leave, endedAt: at });
}
