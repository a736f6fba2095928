import {
  Citizen,
  type Connection,
  PageArguments,
  Public,
  Roles,
  type SubgraphContext,
  assertId,
  citizenReference,
  organisationOf,
} from '@sammen/subgraph-kit';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { caseloadPage } from '../caseload/caseloadPage.js';
import { CitizenConnection } from '../model/connections.js';
import { capsOf, Viewer } from '../model/viewer.js';
import { findByCpr } from '../findByCpr.js';

/** Where a question about citizens begins. */
@Resolver()
export class RootResolver {
  @Query(() => Citizen, { nullable: true, description: 'The signed-in citizen; null for everybody else.' })
  @Public()
  me(@Ctx() { actor }: SubgraphContext): Citizen | null {
    return actor.citizenId === null ? null : citizenReference(actor.citizenId);
  }

  @Query(() => Viewer, {
    description: 'Who you are here, and the most that your role can be shown (hvem er jeg, og hvad må jeg se).',
  })
  @Public()
  viewer(@Ctx() { actor: { role, organisationId, unitId } }: SubgraphContext): Viewer {
    return Object.assign(new Viewer(), {
      role,
      organisation: organisationId === null ? null : organisationOf(organisationId),
      unit: unitId === null ? null : organisationOf(unitId),
      caps: capsOf(role),
    });
  }

  @Query(() => Citizen, {
    nullable: true,
    description:
      'A citizen by id. One whom you have no access to and one who does not exist give the same answer: everything withheld.',
  })
  @Public()
  citizen(@Arg('id', () => ID, { description: 'Opaque id.' }) id: string): Citizen {
    return citizenReference(assertId(id, 'id'));
  }

  @Query(() => Citizen, {
    nullable: true,
    description:
      'A citizen by CPR number; for authorities. Null with an entry in `withheld` when there is none whom you have access to.',
  })
  @Roles('PSYCHIATRIST', 'WARD_NURSE', 'SOCIAL_WORKER', 'HOUSING_OFFICER', 'JOB_CONSULTANT')
  citizenByCpr(
    @Arg('cpr', () => String, { description: 'Ten digits.' }) cpr: string,
    @Ctx() context: SubgraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Citizen | null> {
    return findByCpr(cpr, context, info);
  }

  @Query(() => CitizenConnection, {
    description:
      'Your caseload: the citizens you have a care relation or a mandate with, by id. Shows and counts only those of whom you may see anything.',
  })
  @Public()
  citizens(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<Citizen>> {
    return caseloadPage(page, context);
  }
}
