import { Consent, Roles, today } from '@sammen/subgraph-kit';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { IsNull } from 'typeorm';
import type { NgoContext } from '../loaders.js';
import { Mentor } from '../model/mentor.js';
import { MentorExperience } from '../model/mentorExperience.js';
import { MentorSuggestion } from '../model/mentorSuggestion.js';
import { PeerWish } from '../model/peerWish.js';
import { commonTags } from '../write/sharedExperience.js';

const MOST_SUGGESTIONS = 20;

/** Finds mentors by experience: only among those who opted in, only for a citizen who opted in towards this NGO. */
@Resolver(() => MentorSuggestion)
export class SuggestionResolver {
  @Query(() => [MentorSuggestion], {
    nullable: true,
    description:
      'At most 20 mentors of your own organisation with a free place who share most experiences with a citizen; none without both opt-ins.',
  })
  @Roles('NGO_COORDINATOR')
  @Consent('MENTORSHIP')
  async suggestedMentors(
    @Arg('citizenId', () => ID, { description: 'Who wishes for a mentor.' }) citizenId: string,
    @Ctx() { actor, database }: NgoContext,
  ): Promise<MentorSuggestion[]> {
    const organisationId = actor.organisationId ?? '';
    const wish = await database.getRepository(PeerWish).findOneBy({ citizenId, organisationId, withdrawnAt: IsNull() });
    if (wish === null) return [];
    const found = await database
      .getRepository(Mentor)
      .createQueryBuilder('mentor')
      .innerJoinAndMapOne('mentor.found', MentorExperience, 'experience', 'experience.mentorId = mentor.id')
      .where('mentor.organisationId = :organisationId', { organisationId })
      .andWhere('experience.optedIn AND experience.tags && :tags::text[]', { tags: wish.tags })
      .andWhere(`'CITIZEN' = ANY(mentor.targets)`)
      .andWhere('mentor.activeFrom <= :now AND (mentor.activeTo IS NULL OR mentor.activeTo >= :now)', { now: today() })
      .andWhere(
        `mentor.capacity > (SELECT count(*) FROM mentorship taken
           WHERE taken.mentor_id = mentor.id AND taken.ended_on IS NULL AND taken.planned_end_on >= :now)`,
      )
      .getMany();
    return found
      .map((mentor) => {
        const { tags } = (mentor as Mentor & { found: MentorExperience }).found;
        const suggestion = { citizenId, mentor, sharedExperience: commonTags(wish.tags, tags) };
        return Object.assign(new MentorSuggestion(), suggestion);
      })
      .sort(
        (one, other) =>
          other.sharedExperience.length - one.sharedExperience.length || (one.mentor.id < other.mentor.id ? -1 : 1),
      )
      .slice(0, MOST_SUGGESTIONS);
  }
}
