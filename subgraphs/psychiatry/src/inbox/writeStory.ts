import type { RelationReporter, ReportedRelation } from '@sammen/subgraph-kit';
import { type EntityManager, In } from 'typeorm';
import { psychiatryErrors } from '../errors.js';
import { Admission, type AdmissionKind, type AdmissionStatus } from '../model/admission.js';
import { AdmissionEvent, type AdmissionEventKind } from '../model/admissionEvent.js';
import { Leave } from '../model/leave.js';
import { treatingRelation } from '../write/treatingRelation.js';
import type { EpisodeMessages } from './episodeMessages.js';
import { admissionIdOf, eventIdOf, leaveIdOf, namingEpisode } from './ids.js';
import type { Story } from './story/storyOf.js';
import { unitOf } from './unitOf.js';

/**
 * Puts the story of an episode in place of whatever was told of it before, in the caller's transaction: the stay, its
 * leaves, its history and the care relation that follows from it. The caller holds the citizen's lock.
 * @throws EPISODE_KEPT_BY_HAND when the ward keeps a stay under one of these identifiers itself
 */
export async function writeStory(
  manager: EntityManager,
  relations: Pick<RelationReporter, 'report'>,
  citizenId: string,
  { episodes, messages }: EpisodeMessages,
  story: Story,
): Promise<void> {
  await assertNotKeptByHand(manager, citizenId, episodes);
  const episodeId = namingEpisode(episodes);
  const id = admissionIdOf(citizenId, episodeId);
  const ids = [...episodes].map((episode) => admissionIdOf(citizenId, episode));
  const before = await manager.findBy(Admission, { citizenId, id: In(ids) });
  const admission = manager.create(Admission, {
    citizenId,
    id,
    episodeId,
    kind: story.kind as AdmissionKind,
    status: story.status as AdmissionStatus,
    startedAt: new Date(story.startedAt),
    endedAt: story.endedAt === null ? null : new Date(story.endedAt),
    hospital: story.place.hospital,
    hospitalSor: story.place.sor,
    ward: story.place.ward,
    unitId: unitOf(story.place),
    toldByMessages: true,
    // Rises with every message, and is the same whatever the order in which they came.
    version: messages.length,
  });
  // Two identifiers turned out to name one episode: what was told under the other goes into this one.
  const merged = before.filter((each) => each.id !== id).map((each) => each.id);
  if (merged.length > 0) await manager.delete(Admission, { citizenId, id: In(merged) });
  await manager.upsert(Admission, admission, ['citizenId', 'id']);
  await manager.delete(Leave, { citizenId, admissionId: id });
  await manager.insert(Leave, leavesOf(admission, story));
  await manager.delete(AdmissionEvent, { citizenId, admissionId: id });
  await manager.insert(AdmissionEvent, eventsOf(admission, story));
  for (const relation of changedRelations(before, admission)) await relations.report(manager, citizenId, relation);
}

async function assertNotKeptByHand(
  manager: EntityManager,
  citizenId: string,
  episodes: ReadonlySet<string>,
): Promise<void> {
  // What the ward keeps goes by the bare identifier; which system that is in, it does not know.
  const bare = [...episodes].map((episode) => episode.slice(episode.indexOf('|') + 1).replace(/^urn:uuid:/, ''));
  if (await manager.existsBy(Admission, { citizenId, episodeId: In(bare), toldByMessages: false }))
    throw psychiatryErrors('EPISODE_KEPT_BY_HAND', { field: 'Bundle.entry.resource.ofType(Encounter).episodeOfCare' });
}

function leavesOf({ citizenId, id: admissionId }: Admission, { leaves }: Story): Leave[] {
  return leaves.map(({ from, to }, place) =>
    Object.assign(new Leave(), {
      citizenId,
      id: leaveIdOf(admissionId, place),
      admissionId,
      startedAt: new Date(from),
      endedAt: to === null ? null : new Date(to),
    }),
  );
}

function eventsOf({ citizenId, id: admissionId }: Admission, { entries }: Story): AdmissionEvent[] {
  return entries.map(({ messageId, kind, concerns, occurredAt, sentAt }) =>
    Object.assign(new AdmissionEvent(), {
      citizenId,
      id: eventIdOf(admissionId, messageId),
      admissionId,
      kind: kind as AdmissionEventKind,
      concerns: concerns as AdmissionEventKind | null,
      occurredAt: new Date(occurredAt),
      recordedAt: new Date(sentAt),
    }),
  );
}

/** What the decision point has to hear: the relation of the stay if it changed, and the end of those it no longer has. */
function changedRelations(before: readonly Admission[], after: Admission): ReportedRelation[] {
  const now = treatingRelation(after);
  const earlier = before.map(treatingRelation).filter((relation) => relation !== null);
  const ended = earlier
    .filter(({ id }) => id !== now?.id)
    .map((relation) => ({ ...relation, validTo: relation.validFrom }));
  const known = earlier.some((relation) => JSON.stringify(relation) === JSON.stringify(now));
  return now === null || known ? ended : [...ended, now];
}
