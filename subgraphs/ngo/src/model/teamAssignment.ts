import { Organisation, Public, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mentor as user peer for a team of professionals in a region or municipality. It concerns no citizen. */
@Entity('team_assignment')
@ObjectType({ description: 'A mentor as user peer for a team of professionals (peer i et fagligt team).' })
@Public()
export class TeamAssignment {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among assignments.' })
  id!: string;

  @Column('uuid', { name: 'mentor_id' })
  mentorId!: string;

  @Column('text', { name: 'unit_id' })
  unitId!: string;

  @Column('text')
  @Field(() => String, { description: 'What the mentor does there (opgave).' })
  purpose!: string;

  @Column('date', { name: 'started_on' })
  @Field(() => GraphQLDate, { description: 'First day.' })
  startedOn!: string;

  @Column('date', { name: 'ended_on', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'Last day; null while it goes on.' })
  endedOn!: string | null;

  @Column('int')
  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;

  @Field(() => Organisation, { description: 'The team (team).' })
  team(): Organisation {
    return organisationOf(this.unitId);
  }
}
