import { Consent, type SubgraphContext } from '@sammen/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PsychiatryLoaders } from '../loaders.js';
import { Admission } from '../model/admission.js';
import { AdmissionEvent } from '../model/admissionEvent.js';
import { Leave } from '../model/leave.js';

type Context = SubgraphContext<PsychiatryLoaders>;

/** What belongs to a stay and lives in tables of its own. */
@Resolver(() => Admission)
export class AdmissionResolver {
  @FieldResolver(() => [Leave], { nullable: true, description: 'Leaves during the stay, first one first (orlov).' })
  @Consent('ADMISSION')
  leaves(@Root() admission: Admission, @Ctx() { loaders }: Context): Promise<Leave[]> {
    return loaders.leaves.load(admission);
  }

  @FieldResolver(() => [AdmissionEvent], {
    nullable: true,
    description: 'What happened during the stay, in the order in which it was recorded (statushistorik).',
  })
  @Consent('ADMISSION')
  history(@Root() admission: Admission, @Ctx() { loaders }: Context): Promise<AdmissionEvent[]> {
    return loaders.events.load(admission);
  }
}
