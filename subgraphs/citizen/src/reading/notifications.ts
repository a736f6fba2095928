import type { DataCategory, Role } from '@sammen/consent';
import { type Page, type PageArguments, kitError, pageRequest } from '@sammen/subgraph-kit';
import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { ReviewOutcome } from '../model/emergencyReview.js';
import { Notification, type NotificationKind } from '../model/notification.js';

/**
 * Notifications are not sent and not stored: they are what the tables say when the citizen looks, so none is lost, none
 * comes twice, and no process has to run for them. Only that somebody read one is written down.
 */

/** A consent warns this many days before it lapses; what has lapsed is told for as long. */
export const LAPSES_SOON_DAYS = 30;

const SPAN = `make_interval(days => ${LAPSES_SOON_DAYS})`;
/** A consent that is given anew, or for longer, is another thing to be told about. */
const LAPSE_ID = (what: string) => `md5(k.id || '${what}' || k.version)::uuid`;
const LAPSING = (what: string, kind: string, at: string, condition: string) => `
  SELECT ${LAPSE_ID(what)}, '${kind}', ${at}, k.id, NULL, NULL, '{}'::text[], NULL, k.valid_to
  FROM consent_choice k WHERE k.citizen_id = c.id AND k.effect = 'CONSENT' AND k.superseded_at IS NULL
    AND k.withdrawn_at IS NULL AND ${condition}`;

/** Everything that the citizen \`c.id\` is to be told. */
const ALL = `
  SELECT e.id, 'EMERGENCY_ACCESS_OPENED' AS kind, e.opened_at AS at, e.id AS subject_id, e.actor_role AS role,
    e.organisation_id, e.categories, NULL AS outcome, NULL::timestamptz AS day
  FROM emergency_access e WHERE e.citizen_id = c.id
  UNION ALL
  SELECT r.id, 'EMERGENCY_REVIEWED', r.reviewed_at, r.emergency_id, 'DATA_PROTECTION_OFFICER', r.organisation_id, '{}',
    r.outcome, e.opened_at
  FROM emergency_review r JOIN emergency_access e ON e.citizen_id = r.citizen_id AND e.id = r.emergency_id
  WHERE r.citizen_id = c.id
  UNION ALL
  SELECT q.id, 'CONSENT_REQUESTED', q.asked_at, q.id, q.actor_role, q.organisation_id, q.categories, NULL, q.lapses_at
  FROM consent_request q WHERE q.citizen_id = c.id
  UNION ALL
  ${LAPSING('soon', 'CONSENT_LAPSES_SOON', `greatest(k.valid_to - ${SPAN}, k.recorded_at)`, `k.valid_to > now() AND k.valid_to <= now() + ${SPAN}`)}
  UNION ALL
  ${LAPSING('over', 'CONSENT_LAPSED', 'k.valid_to', `k.valid_to <= now() AND k.valid_to > now() - ${SPAN}`)}`;

const STATEMENT = `
  SELECT c.id AS citizen_id, n.*, m.read_at FROM unnest($1::uuid[]) AS c(id)
  CROSS JOIN LATERAL (${ALL}) AS n
  LEFT JOIN notification_read m ON m.citizen_id = c.id AND m.actor_id = $2 AND m.notification_id = n.id
  ORDER BY n.at DESC, n.id DESC`;

interface Row {
  readonly citizen_id: string;
  readonly id: string;
  readonly kind: NotificationKind;
  readonly at: Date;
  readonly subject_id: string;
  readonly role: Role | null;
  readonly organisation_id: string | null;
  readonly categories: DataCategory[];
  readonly outcome: ReviewOutcome | null;
  readonly day: Date | null;
  readonly read_at: Date | null;
}

/** All notifications of each citizen, newest first, with what the reader has read; one statement (INVARIANT I-12). */
export async function readNotifications(
  runner: Pick<DataSource | EntityManager, 'query'>,
  citizenIds: readonly string[],
  readerId: string,
): Promise<Map<string, Notification[]>> {
  const rows: Row[] = await runner.query(STATEMENT, [citizenIds, readerId]);
  const found = new Map<string, Notification[]>(citizenIds.map((id) => [id, []]));
  for (const row of rows) found.get(row.citizen_id)?.push(toNotification(row));
  return found;
}

/** Pages of them. They are few: as many as there were emergencies, requests and consents about to lapse. */
export function notificationPages(database: DataSource, readerId: () => string) {
  const all = new DataLoader<string, Notification[]>(async (ids) => {
    const found = await readNotifications(database, ids, readerId());
    return ids.map((id) => found.get(id)!);
  });
  return async (citizenId: string, unread: boolean, page: PageArguments): Promise<Page<Notification>> => {
    const { first, afterId } = pageRequest(page);
    const listed = (await all.load(citizenId)).filter(({ readAt }) => !unread || readAt === null);
    const start = afterId === null ? 0 : listed.findIndex(({ id }) => id === afterId) + 1;
    if (afterId !== null && start === 0) throw kitError('INVALID_CURSOR', { field: 'after' });
    const rows = listed.slice(start, start + first);
    return { citizenId, rows, hasNextPage: start + first < listed.length, count: () => listed.length };
  };
}

function toNotification(row: Row): Notification {
  const { id, kind, at, role, categories, outcome, day } = row;
  return Object.assign(new Notification(), {
    citizenId: row.citizen_id,
    id,
    kind,
    at,
    subjectId: row.subject_id,
    readAt: row.read_at,
    role,
    organisationId: row.organisation_id,
    categories,
    outcome,
    day,
  });
}
