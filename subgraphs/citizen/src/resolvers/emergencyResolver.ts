import { randomUUID } from 'node:crypto';
import { isEmergencyEligible, isWithinCap } from '@sammen/consent';
import { Citizen, Roles, type SubgraphContext, assertId, citizenReference, kitError } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { citizenErrors } from '../errors.js';
import { OpenEmergencyAccessInput } from '../input/emergencyInput.js';
import { Person } from '../model/person.js';

const SHORTEST_REASON = 10;

/** Breaking the glass (værdispring). What it opens is decided, logged and shown to the citizen like every look. */
@Resolver()
export class EmergencyResolver {
  @Mutation(() => Citizen, {
    nullable: true,
    description:
      'Opens an emergency access (værdispring) and gives the citizen, whose opened data can be read in the same request.',
  })
  @Roles('PSYCHIATRIST', 'WARD_NURSE')
  async openEmergencyAccess(
    @Arg('input', () => OpenEmergencyAccessInput) input: OpenEmergencyAccessInput,
    @Ctx() { actor, purpose, writer, permits }: SubgraphContext,
  ): Promise<Citizen> {
    const citizenId = assertId(input.citizenId, 'input.citizenId');
    // Blanks are no reason: the decision would not count it, and it would stand in the way of a real one.
    if (input.reason.trim().length < SHORTEST_REASON) throw kitError('INVALID_INPUT', { field: 'input.reason' });
    const eligible =
      isEmergencyEligible(actor.role, purpose) &&
      input.categories.every((category) => isWithinCap(actor.role, purpose, category));
    if (!eligible) throw citizenErrors('EMERGENCY_NOT_ELIGIBLE', { field: 'input.categories' });
    await writer.write(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`, [`${actor.id} ${citizenId}`]);
      if (!(await manager.existsBy(Person, { citizenId }))) throw kitError('NOT_ALLOWED');
      const [open]: unknown[] = await manager.query(
        `SELECT 1 FROM emergency_access WHERE citizen_id = $1 AND actor_id = $2 AND expires_at > clock_timestamp()`,
        [citizenId, actor.id],
      );
      if (open !== undefined) throw citizenErrors('EMERGENCY_STILL_OPEN');
      await manager.query(
        `INSERT INTO emergency_access (citizen_id, id, actor_id, actor_role, organisation_id, kind, reason, categories, opened_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), now() + make_interval(mins => $9))`,
        [
          citizenId,
          randomUUID(),
          actor.id,
          actor.role,
          actor.organisationId,
          input.kind,
          input.reason,
          input.categories,
          input.minutes,
        ],
      );
    });
    permits.forget(citizenId);
    return citizenReference(citizenId);
  }
}
