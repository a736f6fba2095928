import { Consent } from '@sammen/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { CareSector } from './careSector.js';
import { MeetingParticipant } from './meetingParticipant.js';
import { SafeSettingBreach } from './safeSettingBreach.js';

/** Whether a meeting can begin well, and what is missing. */
@ObjectType({ description: 'Whether a meeting is ready (klar), and what is missing.' })
@Consent('MEETING')
export class MeetingReadiness {
  @Field(() => Boolean, { nullable: true, description: 'Whether everybody who comes has confirmed their role.' })
  ready!: boolean;

  @Field(() => [MeetingParticipant], { nullable: true, description: 'Who has not confirmed their role.' })
  unconfirmed!: MeetingParticipant[];

  @Field(() => [MeetingParticipant], {
    nullable: true,
    description: 'Who is new and has not acknowledged purpose and frame.',
  })
  newcomers!: MeetingParticipant[];

  @Field(() => [CareSector], {
    nullable: true,
    description: 'Sectors that have something to decide and nobody there who can.',
  })
  missingMandates!: CareSector[];

  @Field(() => [SafeSettingBreach], {
    nullable: true,
    description: "How it goes beyond the citizen's wishes as they are now; empty when the citizen said yes to it.",
  })
  beyondWishes!: SafeSettingBreach[];
}
