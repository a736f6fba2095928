import { IsOptional, Length, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CareRole } from '../model/careRole.js';

@InputType({ description: 'A professional, as the care team knows them.' })
export class PersonInput {
  @Field(() => ID, { description: 'Who it is when signed in.' })
  @Length(1, 200)
  actorId!: string;

  @Field(() => String, { description: 'Name to show.' })
  @Length(1, 200)
  name!: string;

  @Field(() => CareRole, { description: 'What they are.' })
  role!: CareRole;

  @Field(() => ID, { description: 'The organisation they work for, as in the register.' })
  @MaxLength(200)
  organisationId!: string;

  @Field(() => ID, { nullable: true, description: 'The unit they work in; one of that organisation.' })
  @IsOptional()
  @MaxLength(200)
  unitId?: string | null;
}
