import { randomUUID } from 'node:crypto';
import { Roles, type SubgraphContext, Writes, kitError } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Actor } from '@sammen/consent';
import { RecordRecoveryInput } from '../input/recoveryInput.js';
import { RecoveryMeasurement } from '../model/recoveryMeasurement.js';
import { RecoveryAnsweredBy } from '../model/recoveryScale.js';
import { dayOf, today } from '../today.js';
import { once } from '../write/once.js';
import { openCaseOf } from '../write/openCaseOf.js';
import { columnsOfActor } from '../write/professionalColumns.js';

/** Whoever signs in as the citizen answers as the citizen. */
const OWN_ANSWERS: readonly RecoveryAnsweredBy[] = [RecoveryAnsweredBy.CITIZEN, RecoveryAnsweredBy.CITIZEN_SUPPORTED];

/** How the citizen fares: said by themselves, or written down by somebody who has a part in the case. */
@Resolver()
export class RecoveryWriteResolver {
  @Mutation(() => RecoveryMeasurement, {
    nullable: true,
    description:
      'Writes down how the citizen fares by the six indicators of recovery (registrér recovery-måling). At least one is answered.',
  })
  @Writes('PLAN')
  @Roles('CITIZEN', 'KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST', 'WARD_NURSE', 'MENTOR')
  recordRecovery(
    @Arg('input', () => RecordRecoveryInput) input: RecordRecoveryInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<RecoveryMeasurement> {
    const measuredOn = input.measuredOn ? dayOf(input.measuredOn) : today();
    if (measuredOn > today())
      throw kitError('INVALID_INPUT', { field: 'input.measuredOn', message: 'The day lies in the future.' });
    assertOwnVoice(actor, input);
    return writer.writeOnce(once(actor, 'recordRecovery', input), RecoveryMeasurement, async (manager) => {
      const of = await openCaseOf(manager, actor, input.citizenId, input.caseId);
      const measurement = manager.create(RecoveryMeasurement, {
        ...columnsOfActor(actor),
        citizenId: of.citizenId,
        id: randomUUID(),
        caseId: of.id,
        measuredOn,
        scaleName: 'ZERO_TO_TEN',
        answeredBy: input.answeredBy,
        hope: input.hope ?? null,
        wellbeing: input.wellbeing ?? null,
        inclusion: input.inclusion ?? null,
        citizenship: input.citizenship ?? null,
        empowerment: input.empowerment ?? null,
        meaningfulLife: input.meaningfulLife ?? null,
        recordedAt: new Date(),
      });
      await manager.insert(RecoveryMeasurement, measurement);
      return measurement;
    });
  }
}

/** @throws INVALID_INPUT when a citizen who is signed in says that somebody else answered */
function assertOwnVoice(actor: Actor, { answeredBy }: RecordRecoveryInput): void {
  if (actor.role === 'CITIZEN' && !OWN_ANSWERS.includes(answeredBy))
    throw kitError('INVALID_INPUT', {
      field: 'input.answeredBy',
      message: 'Somebody else’s answers are written down by a professional.',
    });
}
