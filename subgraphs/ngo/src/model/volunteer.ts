import { Organisation, Public, organisationOf } from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A volunteer as the own organisation sees them. */
@Entity('volunteer')
@ObjectType({ description: 'A volunteer (frivillig), seen by the own organisation only.' })
@Public()
export class Volunteer {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among volunteers.' })
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  /** The subject of the volunteer's own access tokens. */
  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text')
  @Field(() => String, { description: 'The name that the volunteer goes by (navn).' })
  name!: string;

  @Column('text', { name: 'municipality_code' })
  municipalityCode!: string;

  @Column('text', { array: true })
  @Field(() => [String], { description: 'What the volunteer likes to do (interesser).' })
  interests!: string[];

  @Column('int')
  @Field(() => Int, { description: 'How many citizens at once.' })
  capacity!: number;

  @Column('date', { name: 'active_from' })
  @Field(() => GraphQLDate, { description: 'First day as a volunteer.' })
  activeFrom!: string;

  @Column('date', { name: 'active_to', nullable: true })
  @Field(() => GraphQLDate, { nullable: true, description: 'Last day as a volunteer; null while it goes on.' })
  activeTo!: string | null;

  @Column('int')
  @Field(() => Int, { description: 'Rises with every change; send it along when you change the volunteer.' })
  version!: number;

  @Field(() => Organisation, { description: 'The NGO (forening).' })
  organisation(): Organisation {
    return organisationOf(this.organisationId);
  }

  @Field(() => Organisation, { description: 'The municipality where the volunteer visits (kommune).' })
  municipality(): Organisation {
    return organisationOf(`municipality-${this.municipalityCode}`);
  }
}
