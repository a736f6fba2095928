import { Consent, Key, Public } from '@sammen/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/**
 * The municipality's social service, of which psychiatry knows only which version of the functional description it
 * rests on, and that only because the municipality said so in the same query. Nothing of it is kept here.
 */
@ObjectType({ description: 'A social service granted by the municipality (social indsats).' })
@Key('citizenId id')
@Consent('SOCIAL_SERVICE')
export class SocialService {
  @Field(() => ID, { description: 'Whose service it is.' })
  @Public()
  citizenId!: string;

  @Field(() => ID, { description: 'Unique among the services of this citizen.' })
  @Public()
  id!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the functional description that it rests on.' })
  @Directive('@external')
  @Consent('ASSESSMENT')
  assessmentVersion!: number | null;
}

/** A service as the municipality describes it by its key and version. */
export function socialServiceReference(representation: Readonly<Record<string, unknown>>): SocialService {
  const { citizenId, id, assessmentVersion } = representation;
  const version = Number.isInteger(assessmentVersion) ? assessmentVersion : null;
  return Object.assign(new SocialService(), { citizenId, id, assessmentVersion: version });
}
