import type { RelationReporter, Writer } from '@sammen/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { readEpisode } from './episodeMessages.js';
import type { HospitalMessage } from './hospitalMessage.js';
import { messageIdOf } from './ids.js';
import { storyOf } from './story/storyOf.js';
import { writeStory } from './writeStory.js';

/** What became of a message that can be taken. */
export type Acceptance = 'taken' | 'repeated' | 'corrected' | 'cancelled';

/** A message, whose it is, and the text that it was read from. */
export interface IncomingMessage {
  readonly citizenId: string;
  readonly message: HospitalMessage;
  readonly payload: string;
}

/**
 * Stores a message once and tells its episode anew from all its messages, in one transaction under a lock of the
 * citizen: whatever the order in which messages come, and however often, the graph says the same.
 * @throws EPISODE_KEPT_BY_HAND; nothing is stored then
 */
export function acceptMessage(
  { writer, relations }: { readonly writer: Writer; readonly relations: Pick<RelationReporter, 'report'> },
  incoming: IncomingMessage,
): Promise<Acceptance> {
  const { citizenId, message } = incoming;
  const id = messageIdOf(message);
  return writer.write(async (manager) => {
    // The same lock as that of an admission by hand.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`, [citizenId]);
    if (!(await store(manager, id, incoming))) return 'repeated';
    const episode = await readEpisode(manager, citizenId, message.episodes);
    const story = storyOf(episode.messages);
    await writeStory(manager, relations, citizenId, episode, story);
    const outcome = outcomeOf(message, story.entries.find(({ messageId }) => messageId === id)?.kind);
    await manager.query(`UPDATE inbox_message SET outcome = $3 WHERE citizen_id = $1 AND id = $2`, [
      citizenId,
      id,
      outcome,
    ]);
    return outcome;
  });
}

async function store(
  manager: EntityManager,
  id: string,
  { citizenId, message, payload }: IncomingMessage,
): Promise<boolean> {
  const { verb, event, stayClass, deceased, episodes, sentAt } = message;
  const activity = deceased === true ? 'DEATH' : `${verb} ${event} ${stayClass}`;
  const stored: unknown[] = await manager.query(
    `INSERT INTO inbox_message (citizen_id, id, episodes, activity, sent_at, said, payload, outcome)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'taken') ON CONFLICT DO NOTHING RETURNING 1`,
    [citizenId, id, episodes, activity, sentAt, JSON.stringify(message), payload],
  );
  return stored.length > 0;
}

/** What the history says of it; a word that was heard before, under another header, goes by its verb. */
function outcomeOf({ verb }: HospitalMessage, kind: string | undefined): Acceptance {
  if (kind === 'CORRECTED' || (kind === undefined && verb === 'REVISE')) return 'corrected';
  if (kind === 'CANCELLED' || (kind === undefined && verb === 'CANCEL')) return 'cancelled';
  return 'taken';
}
