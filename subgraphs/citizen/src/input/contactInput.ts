import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Changes how to reach the citizen; what is left out stays, null deletes.' })
export class UpdateContactInput {
  @Field(() => ID, { description: 'Whose contact details.' })
  citizenId!: string;

  @Field(() => String, { nullable: true, description: 'Telephone with country code.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail.' })
  email?: string | null;
}
