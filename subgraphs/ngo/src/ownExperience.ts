import type { SubgraphContext } from '@sammen/subgraph-kit';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { Mentor } from './model/mentor.js';
import { MentorExperience } from './model/mentorExperience.js';

/**
 * The only way to read what mentors have lived through. Whose they may be stands in the statement itself, so a
 * resolver that hands out a mentor too many still hands out nothing private: a coordinator reads those of the own
 * NGO, a mentor their own, anybody else none.
 */
export function ownExperience(
  database: DataSource,
  context: () => Pick<SubgraphContext, 'actor'>,
): DataLoader<string, MentorExperience | null> {
  return new DataLoader(async (mentorIds) => {
    const { id: actorId, role, organisationId } = context().actor;
    if (role !== 'NGO_COORDINATOR' && role !== 'MENTOR') return mentorIds.map(() => null);
    const rows = await database
      .getRepository(MentorExperience)
      .createQueryBuilder('experience')
      .innerJoin(Mentor, 'mentor', 'mentor.id = experience.mentorId')
      .where('experience.mentorId = ANY(:mentorIds)', { mentorIds: [...mentorIds] })
      .andWhere('mentor.organisationId = :organisationId', { organisationId })
      .andWhere(role === 'MENTOR' ? 'mentor.actorId = :actorId' : 'TRUE', { actorId })
      .getMany();
    const byMentor = new Map(rows.map((row) => [row.mentorId, row]));
    return mentorIds.map((id) => byMentor.get(id) ?? null);
  });
}
