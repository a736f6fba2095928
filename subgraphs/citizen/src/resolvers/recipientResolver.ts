import { Citizen, Consent, type SubgraphContext } from '@sammen/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CitizenLoaders } from '../loaders.js';
import { RecipientAccess } from '../model/recipientAccess.js';

/** The other side of `viewerAccess`: not what I may see, but who may see what of me. */
@Resolver(() => Citizen)
export class RecipientResolver {
  @FieldResolver(() => [RecipientAccess], {
    nullable: true,
    description:
      'Who may see what, and why: every role of the organisations that have to do with the citizen, or that serve where they live (hvem må se hvad). Decided by the same rules as a look, for now. A choice about one person whose organisation it does not name stands in `consents` alone.',
  })
  @Consent('CONSENTS')
  whoMaySee(@Root() { id }: Citizen, @Ctx() { loaders }: SubgraphContext<CitizenLoaders>): Promise<RecipientAccess[]> {
    return loaders.recipients.load(id);
  }
}
