import { assertId, inputDay, kitError, today } from '@sammen/subgraph-kit';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { addDays } from '../days.js';
import { ngoError } from '../errors.js';
import type { EndMatchInput } from '../input/matchInput.js';
import { type Match, MatchEndReason } from '../model/match.js';

/** How late a match may be put on record. */
const RECORDED_WITHIN_DAYS = 30;

/** The first day of a new match: today, or shortly before. @throws MATCH_DATE_INVALID */
export function firstDay(startedOn: Date | null | undefined): string {
  const now = today();
  const day = startedOn === null || startedOn === undefined ? now : inputDay(startedOn);
  if (day > now || day < addDays(now, -RECORDED_WITHIN_DAYS))
    throw ngoError('MATCH_DATE_INVALID', { field: 'input.startedOn' });
  return day;
}

/**
 * A match of the actor's own organisation that goes on, locked for change. One of another organisation and none at all
 * give the same answer. @throws INVALID_ID, NOT_FOUND, VERSION_CONFLICT, MATCH_ENDED
 */
export async function lockMatch<Row extends Match & ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  organisationId: string | null,
  { citizenId, matchId, version }: { citizenId: string; matchId: string; version?: number },
): Promise<Row> {
  assertId(matchId, 'input.matchId');
  const match = await manager.findOne(entity, {
    where: { citizenId, id: matchId, organisationId: organisationId ?? '' } as unknown as FindOptionsWhere<Row>,
    lock: { mode: 'pessimistic_write' },
  });
  if (match === null) throw kitError('NOT_FOUND', { field: 'input.matchId' });
  if (version !== undefined && match.version !== version)
    throw kitError('VERSION_CONFLICT', { field: 'input.version' });
  if (match.endedOn !== null) throw ngoError('MATCH_ENDED');
  return match;
}

/** Ends a match today, or on its planned last day when that has passed. @throws END_REASON_REQUIRED */
export function endMatch(match: Match, { reason }: EndMatchInput): void {
  const now = today();
  match.endedOn = match.plannedEndOn !== null && match.plannedEndOn < now ? match.plannedEndOn : now;
  const isEarly = match.plannedEndOn !== null && match.endedOn < match.plannedEndOn;
  if (isEarly && (reason === null || reason === undefined))
    throw ngoError('END_REASON_REQUIRED', { field: 'input.reason' });
  // Whoever dies on the last planned day still died: a reason that was given is kept.
  match.endReason = (reason as MatchEndReason | null | undefined) ?? null;
  match.version += 1;
}
