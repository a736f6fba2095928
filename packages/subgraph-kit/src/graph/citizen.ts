import { Field, ID, ObjectType } from 'type-graphql';
import { Key, Public } from './directives.js';

/**
 * The citizen as every subgraph knows them: an opaque id, never a CPR number. Each sector adds its fields
 * with a resolver of this class; only the citizen subgraph knows who it is.
 */
@ObjectType({ description: 'A citizen (borger). Each sector adds what it holds about them.' })
@Key('id')
export class Citizen {
  @Field(() => ID, { description: 'Opaque and stable; says nothing about the citizen.' })
  @Public()
  id!: string;
}

/** A reference to a citizen by id; says nothing about whether they exist (INVARIANT I-3). */
export function citizenReference(id: string): Citizen {
  return Object.assign(new Citizen(), { id });
}
