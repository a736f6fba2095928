import {
  Citizen,
  citizenReference,
  Consent,
  Key,
  LifeDomain,
  Organisation,
  Public,
  organisationOf,
} from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How able the citizen is in one domain. */
@ObjectType({ description: 'How able the citizen is in one domain of life (funktionsevneniveau).' })
@Consent('ASSESSMENT')
export class AssessedDomain {
  @Field(() => LifeDomain, { nullable: true, description: 'The domain (tema).' })
  domain!: LifeDomain;

  @Field(() => Int, {
    nullable: true,
    description: '0 no, 1 slight, 2 moderate, 3 severe, 4 complete limitation; null when not assessed.',
  })
  level!: number | null;

  @Field(() => String, { nullable: true, description: 'In words.' })
  note!: string | null;
}

/** The region's functional description: the baseline that municipal support rests on. Versions are kept. */
@Entity('assessment')
@ObjectType({
  description: "The region's functional description (funktionsbeskrivelse): the baseline for municipal support.",
})
@Key('citizenId id')
@Consent('ASSESSMENT')
export class Assessment {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  @Field(() => ID, { description: 'Whose description it is.' })
  @Public()
  citizenId!: string;

  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Unique among the descriptions of this citizen.' })
  @Public()
  id!: string;

  @Column('int')
  @Field(() => Int, { nullable: true, description: 'Counts up from 1; the highest is in force.' })
  version!: number;

  @Column('date', { name: 'assessed_on' })
  @Field(() => GraphQLDate, { nullable: true, description: 'The day of the assessment.' })
  assessedOn!: string;

  @Column('text', { name: 'author_id' })
  authorId!: string;

  @Column('text', { name: 'author_name', nullable: true })
  @Field(() => String, { nullable: true, description: 'The author, where the name is known here.' })
  author!: string | null;

  @Column('text', { name: 'author_role' })
  @Field(() => String, { nullable: true, description: 'The role of the author.' })
  authorRole!: string;

  @Column('text', { name: 'unit_id' })
  unitId!: string;

  @Column('text')
  @Field(() => String, { nullable: true, description: 'The description in words.' })
  summary!: string;

  @Column('jsonb')
  @Field(() => [AssessedDomain], { nullable: true, description: 'Domain by domain.' })
  domains!: AssessedDomain[];

  @Field(() => Organisation, { nullable: true, description: 'The unit that made it.' })
  unit(): Organisation {
    return organisationOf(this.unitId);
  }

  @Field(() => Citizen, { description: 'Whose description it is.' })
  @Public()
  citizen(): Citizen {
    return citizenReference(this.citizenId);
  }
}
