import { Consent, Key, Public } from '@sammen/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';

/** The region's functional description, of which the municipality knows the key and nothing else; psychiatry tells the rest. */
@ObjectType('Assessment', {
  description: "The region's functional description (funktionsbeskrivelse): the baseline for municipal support.",
})
@Key('citizenId id', { resolvable: false })
@Consent('ASSESSMENT')
export class AssessmentReference {
  @Field(() => ID, { description: 'Whose description it is.' })
  @Public()
  citizenId!: string;

  @Field(() => ID, { description: 'Unique among the descriptions of this citizen.' })
  @Public()
  id!: string;
}

/** A reference to a description; says nothing about whether it exists. */
export function assessmentReference(citizenId: string, id: string): AssessmentReference {
  return Object.assign(new AssessmentReference(), { citizenId, id });
}
