import { organisation, socialParagraph, unit } from '@sammen/reference-data';
import {
  Citizen,
  citizenReference,
  Consent,
  Key,
  Organisation,
  organisationOf,
  Public,
  Sector,
} from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { assessmentReference, AssessmentReference } from './assessment.js';
import { SocialAct } from './codes.js';
import { EffortStatus, effortStatus } from './effortStatus.js';
import { Participation, participationOfService } from './participation.js';
import { ServiceGoal } from './serviceGoal.js';

/**
 * A granted social service. Everything about the region's description that it rests on carries that
 * description's own category: that one exists, and how old it is, is data of psychiatry.
 */
@Entity('social_service')
@ObjectType({ description: 'A social service granted by the municipality (social indsats).' })
@Key('citizenId id')
@Consent('SOCIAL_SERVICE')
export class SocialService {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose service it is.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the services of this citizen.' })
  @Public()
  id!: string;

  @Column('text', { name: 'unit_id' })
  unitId!: string;

  @Column('text')
  @Field(() => SocialAct, { nullable: true, description: 'The act that it rests on (lov).' })
  act!: SocialAct;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'The paragraph of the act, such as 85 or 101 a (paragraf).' })
  paragraph!: string;

  @Column('float8', { name: 'hours_per_week', nullable: true })
  @Field(() => Float, {
    nullable: true,
    description: 'Hours a week (timer pr. uge); null where the paragraph knows none.',
  })
  hoursPerWeek!: number | null;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'Who provides it (udfører).' })
  provider!: string;

  @Column('jsonb')
  @Field(() => [ServiceGoal], { nullable: true, description: 'What it is to achieve (indsatsmål).' })
  goals!: ServiceGoal[];

  @Column('text', { name: 'caseworker_id' })
  caseworkerId!: string;

  @Column('text', { name: 'caseworker_name', nullable: true })
  @Field(() => String, { nullable: true, description: 'The name of the caseworker (sagsbehandler), when known.' })
  caseworker!: string | null;

  @Column('date', { name: 'decided_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'The day of the decision (afgørelsesdato).' })
  decidedOn!: string;

  @Column('date', { name: 'valid_from' })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day (fra).' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'First day without it (til); null while it is open-ended.' })
  validTo!: string | null;

  @Column('date', { name: 'follow_up_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'When it is to be followed up (opfølgning).' })
  followUpOn!: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was ended (årsag).' })
  endReason!: string | null;

  @Column('uuid', { name: 'assessment_id', nullable: true })
  assessmentId!: string | null;

  @Column('int', { name: 'assessment_version', nullable: true })
  @Field(() => Int, { nullable: true, description: 'The version of the functional description that it rests on.' })
  @Consent('ASSESSMENT')
  assessmentVersion!: number | null;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Rises with every change; send it along when you change it.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'What the paragraph is called in Danish.' })
  paragraphTitle(): string | null {
    return socialParagraph(this.act, this.paragraph)?.da ?? null;
  }

  @Field(() => Participation, {
    nullable: true,
    description: 'The way of taking part that it is; null when it is none (deltagelse).',
  })
  participation(): Participation | null {
    return participationOfService(this.act, this.paragraph);
  }

  @Field(() => EffortStatus, { nullable: true, description: 'Where it stands today (status).' })
  status(): EffortStatus {
    return effortStatus(this);
  }

  @Field(() => Organisation, { nullable: true, description: 'The responsible unit (ansvarlig enhed).' })
  responsibleUnit(): Organisation {
    return organisationOf(this.unitId);
  }

  @Field(() => Sector, {
    nullable: true,
    description: 'The one sector that is responsible (ansvarlig sektor): the sector of the responsible unit.',
  })
  responsibleSector(): Sector | null {
    const kind = organisation(unit(this.unitId)?.organisationId ?? '')?.kind;
    return kind === 'REGION' ? 'PSYCHIATRY' : (kind ?? null);
  }

  @Field(() => AssessmentReference, {
    nullable: true,
    description: "The region's functional description that it rests on (funktionsbeskrivelse).",
  })
  @Consent('ASSESSMENT')
  restsOn(): AssessmentReference | null {
    return this.assessmentId === null ? null : assessmentReference(this.citizenId, this.assessmentId);
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'True when its paragraph asks for a functional description and it rests on none.',
  })
  @Consent('ASSESSMENT')
  baselineMissing(): boolean {
    return this.assessmentId === null && socialParagraph(this.act, this.paragraph)?.restsOnAssessment === true;
  }

  @Field(() => Citizen, { description: 'Whose service it is.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
