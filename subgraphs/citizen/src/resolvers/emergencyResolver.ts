import { ROLES } from '@sammen/consent';
import { Citizen, Roles, type SubgraphContext, citizenReference } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { OpenEmergencyAccessInput } from '../input/emergencyInput.js';
import { openEmergency } from '../write/openEmergency.js';

/** Breaking the glass (værdispring). What it opens is decided, logged and shown to the citizen like every look. */
@Resolver()
export class EmergencyResolver {
  @Mutation(() => Citizen, {
    nullable: true,
    description:
      'Opens an emergency access (værdispring) and gives the citizen, whose opened data can be read in the same request. For psychiatrists and ward nurses with the purpose TREATMENT; whoever else tries is refused, and the attempt stands in the access log.',
  })
  @Roles(...ROLES)
  async openEmergencyAccess(
    @Arg('input', () => OpenEmergencyAccessInput) input: OpenEmergencyAccessInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Citizen> {
    const citizenId = await openEmergency(input, context);
    context.permits.forget(citizenId);
    return citizenReference(citizenId);
  }
}
