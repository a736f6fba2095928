import { Consent } from '@sammen/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';
import { CareSector } from './careSector.js';
import { CareTeamMember } from './careTeamMember.js';
import { Professional } from './professional.js';

/** One row of who does what. No cell of it is ever empty: the task is mandatory where people join (domain.md E08). */
@ObjectType({ description: 'One row of who does what for the citizen (hvem gør hvad).' })
@Consent('CARE_TEAM')
export class WhoDoesWhat {
  citizenId!: string;

  @Field(() => CareSector, { nullable: true, description: 'For which sector.' })
  sector!: CareSector;

  @Field(() => Professional, { nullable: true, description: 'Who.' })
  professional!: Professional;

  @Field(() => String, { nullable: true, description: 'Does what.' })
  task!: string;

  /** Where the row comes from; agreements are found by case and person. */
  caseId!: string;
}

/** A sector and who answers for it. */
@ObjectType({ description: 'A sector and the one professional who answers for it (ansvarlig fagperson).' })
@Consent('CARE_TEAM')
export class SectorResponsible {
  @Field(() => CareSector, { nullable: true, description: 'The sector.' })
  sector!: CareSector;

  @Field(() => CareTeamMember, { nullable: true, description: 'Who answers for it; null is a gap.' })
  member!: CareTeamMember | null;
}
