import { Public } from '@sammen/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ExperienceTag } from './experienceTag.js';

/**
 * What a mentor has lived through. It is nobody else's: read through `ownExperience`, which gives it to the mentor
 * and to a coordinator of the own NGO, and to no citizen, other sector or other NGO.
 */
@Entity('mentor_experience')
@ObjectType({
  description: "A mentor's lived experience (egne erfaringer): for the mentor and the own coordinator only.",
})
@Public()
export class MentorExperience {
  @PrimaryColumn('uuid', { name: 'mentor_id' })
  mentorId!: string;

  @Column('text')
  @Field(() => String, { description: "In the mentor's own words." })
  statement!: string;

  @Column('text', { array: true })
  @Field(() => [ExperienceTag], { description: 'The same as tags.' })
  tags!: ExperienceTag[];

  @Column('boolean', { name: 'opted_in' })
  @Field(() => Boolean, { description: 'Whether the mentor wants to be matched on these tags (tilvalgt).' })
  optedIn!: boolean;
}
