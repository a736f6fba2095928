import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import type { ExperienceTag } from '../model/experienceTag.js';
import { MentorExperience } from '../model/mentorExperience.js';
import { PeerWish } from '../model/peerWish.js';

/**
 * What a citizen and a mentor have both lived through; nothing unless both have opted in, the citizen towards this
 * very organisation.
 */
export async function sharedExperience(
  manager: EntityManager | DataSource['manager'],
  citizenId: string,
  organisationId: string,
  mentorId: string,
): Promise<ExperienceTag[]> {
  const wish = await manager.findOneBy(PeerWish, { citizenId, organisationId, withdrawnAt: IsNull() });
  const experience = await manager.findOneBy(MentorExperience, { mentorId, optedIn: true });
  return commonTags(wish?.tags ?? [], experience?.tags ?? []);
}

/** What is in both lists, in the order of the first. */
export function commonTags(one: readonly ExperienceTag[], other: readonly ExperienceTag[]): ExperienceTag[] {
  return one.filter((tag) => other.includes(tag));
}
