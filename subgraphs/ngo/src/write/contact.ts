import { randomUUID } from 'node:crypto';
import { assertId, kitError, startOfDay } from '@sammen/subgraph-kit';
import { type EntityManager, type EntityTarget, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import { addDays } from '../days.js';
import { ngoError } from '../errors.js';
import type { ContactInput } from '../input/matchInput.js';
import { ContactStatus } from '../model/contactStatus.js';
import type { Match } from '../model/match.js';

/** Clocks differ a little between systems. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** What meetings with a mentor and visits of a volunteer have in common. */
interface Contact extends ObjectLiteral {
  citizenId: string;
  id: string;
  at: Date;
  minutes: number;
  activity: string;
  status: ContactStatus;
}

/**
 * A contact inside its match, ready to be saved: a new one, or the planned one that it settles.
 * @throws CONTACT_OUTSIDE_MATCH, NOT_FOUND
 */
export async function contactOf<Row extends Contact>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  match: Match,
  parent: Partial<Row>,
  { citizenId, plannedId, at, minutes, activity, status }: ContactInput,
): Promise<Row> {
  assertInside(match, at, status);
  const said = { at, minutes, activity, status } as Partial<Row>;
  if (plannedId === null || plannedId === undefined) {
    return manager.create(entity, { citizenId, id: randomUUID(), ...parent, ...said } as Row);
  }
  const planned = await manager.findOne(entity, {
    where: {
      citizenId,
      id: assertId(plannedId, 'input.plannedId'),
      status: ContactStatus.PLANNED,
      ...parent,
    } as unknown as FindOptionsWhere<Row>,
    lock: { mode: 'pessimistic_write' },
  });
  if (planned === null) throw kitError('NOT_FOUND', { field: 'input.plannedId' });
  return Object.assign(planned, said);
}

function assertInside({ startedOn, plannedEndOn }: Match, at: Date, status: ContactStatus): void {
  const moment = at.getTime();
  const isBefore = moment < startOfDay(startedOn);
  const isAfter = plannedEndOn !== null && moment >= startOfDay(addDays(plannedEndOn, 1));
  const isToCome = moment > Date.now() + CLOCK_TOLERANCE_MS;
  if (isBefore || isAfter || (status === ContactStatus.HELD && isToCome))
    throw ngoError('CONTACT_OUTSIDE_MATCH', { field: 'input.at' });
}
