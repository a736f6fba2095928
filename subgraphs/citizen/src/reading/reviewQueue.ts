import type { DataCategory, Role } from '@sammen/consent';
import { type Page, type PageArguments, type SubgraphContext, kitError, pageRequest } from '@sammen/subgraph-kit';
import { EmergencyCase, type ReviewStatus } from '../model/emergencyCase.js';

/**
 * The review queue of an organisation: the emergency accesses that its own people opened, oldest first, read a page at a
 * time. That they opened them is why its data protection officer may see them, so the guard leaves out none of them.
 */

const CASES = `
  emergency_access e LEFT JOIN LATERAL (
    SELECT r.outcome, r.version FROM emergency_review r
    WHERE r.citizen_id = e.citizen_id AND r.emergency_id = e.id ORDER BY r.version DESC LIMIT 1
  ) r ON true
  WHERE e.organisation_id = $1`;
const STATUS = `coalesce(r.outcome, 'OPEN')`;
const COLUMNS = `e.*, ${STATUS} AS status, coalesce(r.version, 0) AS version`;

const PAGE = `
  SELECT ${COLUMNS} FROM ${CASES} AND ${STATUS} = $2
    AND ($3::uuid IS NULL OR (e.opened_at, e.id) > (SELECT c.opened_at, c.id FROM emergency_access c WHERE c.id = $3))
  ORDER BY e.opened_at, e.id LIMIT $4`;
const COUNT = `SELECT count(*)::int AS total FROM ${CASES} AND ${STATUS} = $2`;
const ONE = `SELECT ${COLUMNS} FROM ${CASES} AND e.id = $2`;

type Officer = Pick<SubgraphContext, 'actor' | 'database'>;

/** A page of the queue. @throws INVALID_CURSOR, PAGE_TOO_LARGE */
export async function reviewQueuePage(
  { actor, database }: Officer,
  status: ReviewStatus,
  page: PageArguments,
): Promise<Page<EmergencyCase>> {
  const { first, afterId } = pageRequest(page);
  if (afterId !== null && (await emergencyCase({ actor, database }, afterId)) === null)
    throw kitError('INVALID_CURSOR', { field: 'after' });
  const rows: Row[] = await database.query(PAGE, [actor.organisationId, status, afterId, first + 1]);
  return {
    rows: rows.slice(0, first).map(toCase),
    hasNextPage: rows.length > first,
    count: async () => (await database.query(COUNT, [actor.organisationId, status]))[0].total,
  };
}

/** One case of the officer's own organisation; null when there is none of that id, there or anywhere (INVARIANT I-3). */
export async function emergencyCase({ actor, database }: Officer, id: string): Promise<EmergencyCase | null> {
  const [row]: Row[] = await database.query(ONE, [actor.organisationId, id]);
  return row === undefined ? null : toCase(row);
}

interface Row {
  readonly citizen_id: string;
  readonly id: string;
  readonly status: ReviewStatus;
  readonly version: number;
  readonly actor_id: string;
  readonly actor_role: Role;
  readonly kind: EmergencyCase['kind'];
  readonly reason: string;
  readonly categories: DataCategory[];
  readonly opened_at: Date;
  readonly expires_at: Date;
}

function toCase({ id, status, version, kind, reason, categories, ...row }: Row): EmergencyCase {
  return Object.assign(new EmergencyCase(), {
    citizenId: row.citizen_id,
    id,
    status,
    version,
    openedBy: row.actor_id,
    openedByRole: row.actor_role,
    kind,
    reason,
    categories,
    openedAt: row.opened_at,
    expiresAt: row.expires_at,
  });
}
