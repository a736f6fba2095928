import { startOfDay, type SubgraphContext, today } from '@sammen/subgraph-kit';
import type { EntityManager } from 'typeorm';

/** How long a unit still needs the file of something that has ended, for letters, appeals and accounts. */
export const CLOSING_DAYS = 30;

const DAY_MS = 86_400_000;

/** Something that the municipality does for a citizen, which makes the responsible unit their caseworker. */
export interface Effort {
  readonly citizenId: string;
  readonly id: string;
  readonly unitId: string;
  /** The day of the decision. */
  readonly since: string;
  /** The first day without it; null while nobody knows one. */
  readonly until: string | null;
}

/**
 * Reports the care relation that an effort is evidence of, in the transaction of the write. Every effort carries a
 * relation of its own, by its own id: so the unit is the citizen's caseworker while any of them lasts, and until
 * {@link CLOSING_DAYS} after the last one ended or, when it was ended in retrospect, after that was written.
 */
export async function reportCaseworker(
  { relations }: Pick<SubgraphContext, 'relations'>,
  manager: EntityManager,
  { citizenId, id, unitId, since, until }: Effort,
): Promise<void> {
  const [organisationId = ''] = unitId.split('/');
  const last = until === null ? null : until > today() ? until : today();
  await relations.report(manager, citizenId, {
    id,
    kind: 'CASEWORKER',
    organisationId,
    unitId,
    actorId: null,
    planKind: null,
    validFrom: startOfDay(since),
    validTo: last === null ? null : startOfDay(last) + CLOSING_DAYS * DAY_MS,
  });
}
