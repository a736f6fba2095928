import { Consent } from '@sammen/subgraph-kit';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody named in a wish: a professional by id, or anybody in words, which only people can heed. */
@ObjectType({ description: 'Somebody the citizen named in a wish.' })
@Consent('MEETING')
export class WishedPerson {
  @Field(() => ID, { nullable: true, description: 'Who it is when signed in; null for somebody described in words.' })
  actorId!: string | null;

  @Field(() => String, { nullable: true, description: 'Who it is, in words.' })
  description!: string;
}

/** What the citizen wishes so that a meeting is safe (trygge rammer). One set of wishes per citizen, the newest counts. */
@Entity('safe_setting')
@ObjectType({ description: 'What the citizen wishes so that meetings are safe (trygge rammer).' })
@Consent('MEETING')
export class SafeSetting {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Where meetings are best held.' })
  place!: string | null;

  @Column('int', { name: 'most_people', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many people at most, beside the citizen; null for no limit.' })
  mostPeople!: number | null;

  @Column('jsonb', { name: 'must_attend' })
  @Field(() => [WishedPerson], { nullable: true, description: 'Who has to be there.' })
  mustAttend!: WishedPerson[];

  @Column('jsonb', { name: 'must_not_attend' })
  @Field(() => [WishedPerson], { nullable: true, description: 'Who must not be there.' })
  mustNotAttend!: WishedPerson[];

  @Column('text', { name: 'support_person', nullable: true })
  @Field(() => String, { nullable: true, description: 'Whom the citizen brings along (bisidder).' })
  supportPerson!: string | null;

  @Column('boolean')
  @Field(() => Boolean, { nullable: true, description: 'Whether there should be breaks.' })
  breaks!: boolean;

  @Column('boolean', { name: 'pre_brief' })
  @Field(() => Boolean, { nullable: true, description: 'Whether somebody should go through the meeting beforehand.' })
  preBrief!: boolean;

  @Column('boolean', { name: 'may_leave' })
  @Field(() => Boolean, { nullable: true, description: 'That the citizen may leave at any time without a reason.' })
  mayLeave!: boolean;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Anything else.' })
  note!: string | null;

  @Column('timestamptz', { name: 'set_at' })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the wishes were last said.' })
  setAt!: Date;

  /** Null when the citizen wrote them. */
  @Column('text', { name: 'noted_by', nullable: true })
  notedBy!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the citizen wrote them; else the key manager noted what was said.',
  })
  writtenByCitizen(): boolean {
    return this.notedBy === null;
  }
}
