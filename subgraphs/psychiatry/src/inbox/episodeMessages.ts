import type { EntityManager } from 'typeorm';
import type { HospitalMessage } from './hospitalMessage.js';
import type { KnownMessage } from './story/inOrder.js';

/** All stored messages of one episode, and every identifier that it goes by. */
export interface EpisodeMessages {
  readonly episodes: ReadonlySet<string>;
  readonly messages: readonly KnownMessage[];
}

/**
 * Reads an episode from any of its identifiers: messages that share one belong together, so one that carries two
 * identifiers joins what came under either. Two statements for an episode whose messages all carry the same ones.
 */
export async function readEpisode(
  manager: EntityManager,
  citizenId: string,
  identifiers: readonly string[],
): Promise<EpisodeMessages> {
  const episodes = new Set(identifiers);
  for (;;) {
    const rows: { id: string; said: HospitalMessage }[] = await manager.query(
      `SELECT id, said FROM inbox_message WHERE citizen_id = $1 AND episodes && $2::text[]`,
      [citizenId, [...episodes]],
    );
    const messages = rows.map(({ id, said }): KnownMessage => ({ id, message: said }));
    const before = episodes.size;
    for (const { message } of messages) for (const episode of message.episodes) episodes.add(episode);
    if (episodes.size === before) return { episodes, messages };
  }
}
