import { ArrayMaxSize, IsOptional, Length, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DecisionSubject } from '../model/decisionSubject.js';
import { CitizenReaction } from '../model/meeting.js';
import { InvitationAnswer } from '../model/meetingParticipant.js';
import { MeetingEditInput } from './meetingInput.js';

@InputType({ description: 'An answer to an invitation.' })
export class RespondToInvitationInput {
  @Field(() => ID, { description: 'About whom the meeting is.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which meeting.' })
  meetingId!: string;

  @Field(() => ID, { nullable: true, description: 'Whose answer; your own when left out.' })
  participantId?: string | null;

  @Field(() => InvitationAnswer, { description: 'ACCEPTED or DECLINED.' })
  answer!: InvitationAnswer;

  @Field(() => Boolean, { defaultValue: false, description: 'That the role and what is expected are confirmed.' })
  confirmsRole: boolean = false;

  @Field(() => Boolean, { defaultValue: false, description: 'That purpose and frame are acknowledged.' })
  acknowledgesPurpose: boolean = false;
}

@InputType({ description: 'Who was there.' })
export class RecordMeetingAttendanceInput extends MeetingEditInput {
  @Field(() => [ID], { description: 'Participants who were there; all others were not.' })
  @ArrayMaxSize(100)
  present!: string[];
}

@InputType({ description: 'Something that was decided at a meeting.' })
export class RecordDecisionInput {
  @Field(() => ID, { description: 'About whom.' })
  citizenId!: string;

  @Field(() => ID, { description: 'At which meeting.' })
  meetingId!: string;

  @Field(() => ID, { description: 'Which participant decided; was there and has the mandate.' })
  participantId!: string;

  @Field(() => DecisionSubject, { description: 'On what.' })
  subject!: DecisionSubject;

  @Field(() => String, { description: 'What was decided, at most 2,000 characters.' })
  @Length(1, 2000)
  text!: string;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key records once.' })
  @IsOptional()
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'How the citizen found a meeting.' })
export class RecordReactionInput {
  @Field(() => ID, { description: 'Who.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which meeting.' })
  meetingId!: string;

  @Field(() => CitizenReaction, { description: 'How they found it.' })
  reaction!: CitizenReaction;

  @Field(() => String, { nullable: true, description: "In the citizen's own words." })
  @IsOptional()
  @MaxLength(1000)
  note?: string | null;
}
