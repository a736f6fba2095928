import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { NgoContext } from '../loaders.js';
import { MentorEngagement } from '../model/mentor.js';
import { MentorMeeting } from '../model/mentorMeeting.js';
import { Mentorship } from '../model/mentorship.js';

/**
 * What belongs to a mentorship and lives in tables of its own. Of the mentor it shows the name and the terms, not the
 * mentor: no path leads from a citizen to what a mentor has lived through.
 */
@Resolver(() => Mentorship)
export class MentorshipResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The name that the mentor goes by (mentors navn).' })
  async mentorName(@Root() { mentorId }: Mentorship, @Ctx() { loaders }: NgoContext): Promise<string | null> {
    return (await loaders.mentor.load(mentorId))?.name ?? null;
  }

  @FieldResolver(() => MentorEngagement, { nullable: true, description: 'Whether the mentor is paid or voluntary.' })
  async engagement(@Root() { mentorId }: Mentorship, @Ctx() { loaders }: NgoContext): Promise<MentorEngagement | null> {
    return (await loaders.mentor.load(mentorId))?.engagement ?? null;
  }

  @FieldResolver(() => [MentorMeeting], { nullable: true, description: 'Their meetings, newest first (samtaler).' })
  meetings(@Root() mentorship: Mentorship, @Ctx() { loaders }: NgoContext): Promise<MentorMeeting[]> {
    return loaders.meetings.load(mentorship);
  }
}
