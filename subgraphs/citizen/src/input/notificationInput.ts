import { ArrayMaxSize, ArrayMinSize, ArrayUnique } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Marks notifications as read, or as unread again, for the one who reads.' })
export class MarkNotificationsInput {
  @Field(() => ID, { description: 'Whose notifications.' })
  citizenId!: string;

  @Field(() => [ID], { description: 'Which; at least one, at most 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  ids!: string[];

  @Field(() => Boolean, { defaultValue: true, description: 'Read, or unread.' })
  read!: boolean;
}
