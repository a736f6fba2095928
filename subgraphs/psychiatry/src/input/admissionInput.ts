import { MaxLength } from 'class-validator';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AdmissionKind } from '../model/admission.js';

@InputType({ description: 'An admission to a ward of your own organisation.' })
export class AdmitInput {
  @Field(() => ID, { description: 'Whom to admit.' })
  citizenId!: string;

  @Field(() => AdmissionKind, { description: 'What kind of stay.' })
  kind!: AdmissionKind;

  @Field(() => ID, { description: 'The ward or emergency unit that receives the citizen.' })
  unitId!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When; now when left out. Not in the future.' })
  at?: Date | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call harmless: the same key admits once.' })
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change of a stay.' })
export class AdmissionChangeInput {
  @Field(() => ID, { description: 'Whose stay.' })
  citizenId!: string;

  @Field(() => ID, { description: 'Which stay.' })
  admissionId!: string;

  @Field(() => Int, { description: 'The version of the stay that you saw; refused when somebody changed it since.' })
  version!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When; now when left out. Not in the future.' })
  at?: Date | null;
}
