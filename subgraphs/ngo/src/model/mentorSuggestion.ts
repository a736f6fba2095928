import { Consent } from '@sammen/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { ExperienceTag } from './experienceTag.js';
import { Mentor } from './mentor.js';

/** A mentor who shares experiences with a citizen; both have opted in to be found by them. */
@ObjectType({ description: 'A mentor who has lived through the same as a citizen; both have opted in.' })
@Consent('MENTORSHIP')
export class MentorSuggestion {
  citizenId!: string;

  @Field(() => Mentor, { nullable: true, description: 'The mentor.' })
  mentor!: Mentor;

  @Field(() => [ExperienceTag], { nullable: true, description: 'What both say they have lived through.' })
  sharedExperience!: ExperienceTag[];
}
