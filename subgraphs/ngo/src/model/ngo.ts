import { NGO_LIST, UNITS, organisation } from '@sammen/reference-data';
import { Organisation, Public, organisationOf } from '@sammen/subgraph-kit';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** What an NGO offers. */
export enum NgoOffer {
  MENTORS = 'MENTORS',
  VOLUNTEERS = 'VOLUNTEERS',
  COURSES = 'COURSES',
}
registerEnumType(NgoOffer, {
  name: 'NgoOffer',
  description: 'What an NGO offers.',
  valuesConfig: {
    MENTORS: { description: 'Mentors with lived experience (peer-mentorer).' },
    VOLUNTEERS: { description: 'Visits by volunteers (besøgsvenner).' },
    COURSES: { description: 'Courses of psycho-education (psykoedukation).' },
  },
});

/** An entry of the register of NGOs; it comes from the reference data and names no citizen. */
@ObjectType({ description: 'An NGO (forening) in the register.' })
@Public()
export class Ngo {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'Its name in Danish.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether people with lived experience run it (brugerstyret).' })
  userLed!: boolean;

  @Field(() => Organisation, { description: 'The municipality that it works from (hjemkommune).' })
  municipality!: Organisation;

  @Field(() => [Organisation], {
    description: 'The municipalities whose citizens it takes; none when it takes anybody who turns to it.',
  })
  serves!: Organisation[];

  @Field(() => [NgoOffer], { description: 'What it offers.' })
  offers!: NgoOffer[];
}

const municipality = (code: string) => organisationOf(`municipality-${code}`);

/** The register, in the order of the reference data. */
export const NGOS: readonly Ngo[] = NGO_LIST.map(({ id, name, userLed, municipalityCode, serves }) =>
  Object.assign(new Ngo(), {
    id,
    name,
    userLed,
    municipality: municipality(municipalityCode),
    serves: serves.map(municipality),
    offers: UNITS.filter((unit) => unit.organisationId === id && unit.kind in NgoOffer).map(({ kind }) => kind),
  }),
);

/** Whether an id names an NGO of the register. */
export function isNgo(id: string): boolean {
  return organisation(id)?.kind === 'NGO';
}
