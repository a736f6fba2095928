import { randomUUID } from 'node:crypto';
import { type SubgraphContext, Writes, kitError } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { IsNull } from 'typeorm';
import { coordinationError } from '../errors.js';
import {
  AssignKeyManagerInput,
  CaseStepInput,
  CloseCaseInput,
  HandOverInput,
  OpenCaseInput,
  SelectCaseInput,
} from '../input/caseInput.js';
import type { PersonInput } from '../input/personInput.js';
import { CareRole } from '../model/careRole.js';
import { CareTeamMember } from '../model/careTeamMember.js';
import { CaseEventKind } from '../model/caseEvent.js';
import { CaseStatus, CoordinationCase } from '../model/coordinationCase.js';
import { Plan } from '../model/plan.js';
import {
  activeKeyManager,
  endKeyManager,
  lockCase,
  recordCaseEvent,
  saveCase,
  startKeyManager,
} from '../write/caseStory.js';
import { assertTransition } from '../write/caseTransition.js';
import { releaseCohortPlace, takeCohortPlace } from '../write/cohort.js';
import { once } from '../write/once.js';
import { endPlan } from '../write/planParties.js';
import { columnsOf } from '../write/professionalColumns.js';
import { memberRelation, openerRelation } from '../write/relationOf.js';

/** What happens to a case. Each change is one transaction: the case, its history and the care relations. */
@Resolver()
export class CaseWriteResolver {
  @Mutation(() => CoordinationCase, {
    nullable: true,
    description:
      'Opens a case of your municipality as a candidate (opret sag). You keep a part in it until it is closed.',
  })
  @Writes('CARE_TEAM')
  openCase(
    @Arg('input', () => OpenCaseInput) input: OpenCaseInput,
    @Ctx() context: SubgraphContext,
  ): Promise<CoordinationCase> {
    const { actor } = context;
    const person = input.keyManager ? keyManagerColumns(input.keyManager, 'input.keyManager') : null;
    if (actor.organisationId === null) throw kitError('NOT_ALLOWED');
    const organisationId = actor.organisationId;
    return context.writer.writeOnce(once(actor, 'openCase', input), CoordinationCase, async (manager) => {
      const openedAt = new Date();
      const opened = manager.create(CoordinationCase, {
        citizenId: input.citizenId,
        id: randomUUID(),
        organisationId,
        status: CaseStatus.CANDIDATE,
        purpose: input.purpose,
        openedAt,
        openedBy: actor.id,
        closedAt: null,
        version: 1,
      });
      await manager.insert(CoordinationCase, opened);
      await recordCaseEvent(manager, actor, opened, CaseEventKind.OPENED);
      await context.relations.report(manager, input.citizenId, openerRelation(opened));
      if (person !== null) {
        await startKeyManager(context, manager, opened, person, openedAt);
        await recordCaseEvent(manager, actor, opened, CaseEventKind.KEY_MANAGER_ASSIGNED);
      }
      return opened;
    });
  }

  @Mutation(() => CoordinationCase, {
    nullable: true,
    description: 'Chooses a candidate, as one of the ten of the municipality unless told otherwise (udvælg).',
  })
  @Writes('CARE_TEAM')
  selectCase(
    @Arg('input', () => SelectCaseInput) input: SelectCaseInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<CoordinationCase> {
    return writer.write(async (manager) => {
      const found = await lockCase(manager, actor, input);
      assertTransition(found.status, CaseStatus.SELECTED);
      const { reason } = input;
      if (input.inCohort) {
        const choice = { rank: input.rank ?? null, complexityScore: input.complexityScore ?? null };
        await takeCohortPlace(manager, found, { ...choice, reason, takenBy: actor.id });
      }
      found.status = CaseStatus.SELECTED;
      return saveCase(manager, actor, found, CaseEventKind.SELECTED, reason);
    });
  }

  @Mutation(() => CoordinationCase, {
    nullable: true,
    description: 'Gives a case its first key manager (udpeg tovholder). A case that has one is handed over instead.',
  })
  @Writes('CARE_TEAM')
  assignKeyManager(
    @Arg('input', () => AssignKeyManagerInput) input: AssignKeyManagerInput,
    @Ctx() context: SubgraphContext,
  ): Promise<CoordinationCase> {
    const { actor } = context;
    const person = keyManagerColumns(input.keyManager, 'input.keyManager');
    return context.writer.write(async (manager) => {
      const found = await lockCase(manager, actor, input);
      if ((await activeKeyManager(manager, found)) !== null) throw coordinationError('KEY_MANAGER_ALREADY_ASSIGNED');
      await startKeyManager(context, manager, found, person, new Date());
      return saveCase(manager, actor, found, CaseEventKind.KEY_MANAGER_ASSIGNED);
    });
  }

  @Mutation(() => CoordinationCase, {
    nullable: true,
    description: 'Begins the work on a chosen case that has a key manager (aktivér).',
  })
  @Writes('CARE_TEAM')
  activateCase(
    @Arg('input', () => CaseStepInput) input: CaseStepInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<CoordinationCase> {
    return writer.write(async (manager) => {
      const found = await lockCase(manager, actor, input);
      assertTransition(found.status, CaseStatus.ACTIVE);
      if ((await activeKeyManager(manager, found)) === null) throw coordinationError('KEY_MANAGER_MISSING');
      found.status = CaseStatus.ACTIVE;
      return saveCase(manager, actor, found, CaseEventKind.ACTIVATED);
    });
  }

  @Mutation(() => CoordinationCase, {
    nullable: true,
    description:
      'Hands a case over to another key manager (overdrag). It is theirs, and no longer yours, from then on.',
  })
  @Writes('CARE_TEAM')
  handOverKeyManager(
    @Arg('input', () => HandOverInput) input: HandOverInput,
    @Ctx() context: SubgraphContext,
  ): Promise<CoordinationCase> {
    const { actor } = context;
    const person = keyManagerColumns(input.to, 'input.to');
    return context.writer.write(async (manager) => {
      const found = await lockCase(manager, actor, input);
      const active = await activeKeyManager(manager, found);
      if (active === null) throw coordinationError('KEY_MANAGER_MISSING');
      if (active.actorId === person.actorId)
        throw coordinationError('KEY_MANAGER_ALREADY_ASSIGNED', { field: 'input.to.actorId' });
      const at = new Date();
      await endKeyManager(context, manager, active, at, input.reason);
      await startKeyManager(context, manager, found, person, at);
      return saveCase(manager, actor, found, CaseEventKind.HANDED_OVER, input.reason);
    });
  }

  @Mutation(() => CoordinationCase, {
    nullable: true,
    description:
      'Closes a case with its plans (afslut sag). Key manager, care team and parties lose what they saw by it; what was not done stays undone.',
  })
  @Writes('CARE_TEAM')
  closeCase(
    @Arg('input', () => CloseCaseInput) input: CloseCaseInput,
    @Ctx() context: SubgraphContext,
  ): Promise<CoordinationCase> {
    const { actor, relations } = context;
    return context.writer.write(async (manager) => {
      const found = await lockCase(manager, actor, input);
      assertTransition(found.status, CaseStatus.CLOSED);
      const at = new Date();
      const { citizenId, id: caseId } = found;
      const active = await activeKeyManager(manager, found);
      if (active !== null) await endKeyManager(context, manager, active, at, input.reason);
      const where = { citizenId, caseId, closedAt: IsNull() };
      for (const plan of await manager.find(Plan, { where, lock: { mode: 'pessimistic_write' } }))
        await endPlan(context, manager, plan, at, input.reason);
      for (const member of await manager.findBy(CareTeamMember, { citizenId, caseId, validTo: IsNull() })) {
        const left = await manager.save(CareTeamMember, Object.assign(member, { validTo: at }));
        await relations.report(manager, citizenId, memberRelation(left));
      }
      await releaseCohortPlace(manager, found, at);
      Object.assign(found, { status: CaseStatus.CLOSED, closedAt: at });
      await relations.report(manager, citizenId, openerRelation(found));
      return saveCase(manager, actor, found, CaseEventKind.CLOSED, input.reason);
    });
  }
}

/** Whoever manages a case does so as its key manager, whatever else they are. */
function keyManagerColumns(person: PersonInput, field: string) {
  return { ...columnsOf(person, field), role: CareRole.KEY_MANAGER };
}
