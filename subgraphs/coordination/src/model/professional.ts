import { Organisation, Public, organisationOf } from '@sammen/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { CareRole } from './careRole.js';

/** The columns of a table that name a professional. What they have to do with a citizen is said by the row around them. */
export abstract class ProfessionalColumns {
  @Column('text', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('text', { name: 'person_name', nullable: true })
  personName!: string | null;

  @Column('text', { name: 'role' })
  role!: CareRole;

  @Column('text', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column('text', { name: 'unit_id', nullable: true })
  unitId!: string | null;
}

/**
 * Somebody who works with citizens. Says nothing about any of them: only the guarded field that leads here does.
 */
@ObjectType({
  description: 'Somebody who works with citizens (fagperson), or an organisation that nobody was named for.',
})
@Public()
export class Professional {
  @Field(() => ID, {
    nullable: true,
    description: 'Who this is when signed in; null for an organisation without a name.',
  })
  actorId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name to show; null when nobody told it.' })
  name!: string | null;

  @Field(() => CareRole, { description: 'What they are.' })
  role!: CareRole;

  @Field(() => Organisation, { nullable: true, description: 'Where they work (organisation).' })
  organisation!: Organisation | null;

  @Field(() => Organisation, { nullable: true, description: 'The unit they work in (enhed).' })
  unit!: Organisation | null;
}

/** The professional whom a row names. */
export function professionalOf(row: ProfessionalColumns): Professional {
  return Object.assign(new Professional(), {
    actorId: row.actorId,
    name: row.personName,
    role: row.role,
    organisation: row.organisationId === null ? null : organisationOf(row.organisationId),
    unit: row.unitId === null ? null : organisationOf(row.unitId),
  });
}
