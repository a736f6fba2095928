import { organisation, unit } from '@sammen/reference-data';
import { Field, ID, ObjectType } from 'type-graphql';
import { Public, Shareable } from './directives.js';

/** An organisation or one of its units, as named in the reference data. */
@ObjectType({ description: 'An organisation (organisation), or one of its units (enhed), that works with citizens.' })
@Shareable()
@Public()
export class Organisation {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'Its name in Danish.' })
  name!: string;

  @Field(() => String, { description: 'What it is: REGION, MUNICIPALITY or NGO, or the kind of the unit.' })
  kind!: string;
}

/** The organisation or unit of an id; one that is not in the reference data keeps its id as its name. */
export function organisationOf(id: string): Organisation {
  const found = unit(id) ?? organisation(id);
  return Object.assign(new Organisation(), { id, name: found?.name ?? id, kind: found?.kind ?? 'OTHER' });
}
