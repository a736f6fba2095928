import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { coordinationError } from '../errors.js';
import { COHORT_PLACES, CohortPlace } from '../model/cohortPlace.js';
import type { CoordinationCase } from '../model/coordinationCase.js';

/** What is said when a case takes a place among the ten. */
export interface CohortChoice {
  readonly rank: number | null;
  readonly reason: string;
  readonly complexityScore: number | null;
  readonly takenBy: string;
}

/**
 * Gives a case a place among its municipality's ten: the wanted one, or the first that is free.
 * @throws COHORT_FULL, COHORT_RANK_TAKEN
 */
export async function takeCohortPlace(
  manager: EntityManager,
  of: CoordinationCase,
  choice: CohortChoice,
): Promise<void> {
  const { organisationId } = of;
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`, [organisationId]);
  const held: { rank: number }[] = await manager.query(
    `SELECT rank FROM cohort_place WHERE organisation_id = $1 AND released_at IS NULL`,
    [organisationId],
  );
  const taken = new Set(held.map(({ rank }) => rank));
  if (taken.size >= COHORT_PLACES) throw coordinationError('COHORT_FULL');
  if (choice.rank !== null && taken.has(choice.rank))
    throw coordinationError('COHORT_RANK_TAKEN', { field: 'input.rank' });
  const free = Array.from({ length: COHORT_PLACES }, (_, index) => index + 1).find((rank) => !taken.has(rank));
  await manager.insert(CohortPlace, {
    citizenId: of.citizenId,
    id: randomUUID(),
    caseId: of.id,
    organisationId,
    rank: choice.rank ?? free,
    takenAt: new Date(),
    takenBy: choice.takenBy,
    reason: choice.reason,
    complexityScore: choice.complexityScore,
    releasedAt: null,
  });
}

/** Frees the place that a case held, if any; the row stays as history. */
export async function releaseCohortPlace(
  manager: EntityManager,
  of: CoordinationCase,
  releasedAt: Date,
): Promise<void> {
  await manager.query(
    `UPDATE cohort_place SET released_at = $3 WHERE citizen_id = $1 AND case_id = $2 AND released_at IS NULL`,
    [of.citizenId, of.id, releasedAt],
  );
}
