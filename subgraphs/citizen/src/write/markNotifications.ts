import { type SubgraphContext, assertId, kitError } from '@sammen/subgraph-kit';
import type { MarkNotificationsInput } from '../input/notificationInput.js';
import { readNotifications } from '../reading/notifications.js';

/** Notes that the reader has read them, for the reader alone: what a representative read, the citizen still has to. */
export async function markNotifications(
  { citizenId, ids, read }: MarkNotificationsInput,
  { actor, permits, writer }: SubgraphContext,
): Promise<void> {
  for (const id of ids) assertId(id, 'input.ids');
  // Whoever may not read them may not try out which there are.
  if ((await permits.permitted([citizenId], 'ACCESS_LOG')).length === 0) throw kitError('NOT_ALLOWED');
  await writer.write(async (manager) => {
    const there = (await readNotifications(manager, [citizenId], actor.id)).get(citizenId)!;
    const known = new Set(there.map(({ id }) => id));
    if (!ids.every((id) => known.has(id))) throw kitError('NOT_FOUND', { field: 'input.ids' });
    await manager.query(
      read
        ? `INSERT INTO notification_read (citizen_id, actor_id, notification_id)
           SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING`
        : `DELETE FROM notification_read WHERE citizen_id = $1 AND actor_id = $2 AND notification_id = ANY($3::uuid[])`,
      [citizenId, actor.id, ids],
    );
  });
}
