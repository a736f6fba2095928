import { randomUUID } from 'node:crypto';
import type { Role } from '@sammen/consent';
import { Roles, type SubgraphContext, Writes, assertId, kitError } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { coordinationError } from '../errors.js';
import { ContributeInput, RemoveGoalInput, SetGoalInput } from '../input/planContentInput.js';
import { MapItem } from '../model/mapItem.js';
import { Plan } from '../model/plan.js';
import { PlanChangeKind } from '../model/planChange.js';
import { PlanGoal } from '../model/planGoal.js';
import { once } from '../write/once.js';
import { amend, lockPlan, recordChange } from '../write/planStory.js';
import { columnsOfActor, sectorOfActor } from '../write/professionalColumns.js';
import { placed, without } from '../write/ranking.js';

/** What fits on a map, and among goals, that people are to keep an overview of. */
const MOST_MAP_ITEMS = 200;
const MOST_GOALS = 20;

/** The shared map and the citizen's goals. */
@Resolver()
export class PlanContentWriteResolver {
  @Mutation(() => MapItem, {
    nullable: true,
    description:
      'Puts a challenge or an opportunity on the shared map (bidrag til kortlægningen). Several may at the same time, and nobody has to sign again.',
  })
  @Writes('PLAN')
  contribute(
    @Arg('input', () => ContributeInput) input: ContributeInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<MapItem> {
    const own = sectorOfActor(actor);
    const sector = input.sector ?? own;
    if (sector !== own && !WRITES_FOR_OTHERS.includes(actor.role))
      throw kitError('NOT_ALLOWED', { field: 'input.sector' });
    return writer.writeOnce(once(actor, 'contribute', input), MapItem, async (manager) => {
      const plan = await lockPlan(manager, actor, { ...input, version: null });
      const { citizenId, id: planId, caseId } = plan;
      if ((await manager.countBy(MapItem, { citizenId, planId })) >= MOST_MAP_ITEMS)
        throw coordinationError('PLAN_FULL');
      const item = manager.create(MapItem, {
        ...columnsOfActor(actor),
        citizenId,
        id: randomUUID(),
        planId,
        caseId,
        kind: input.kind,
        domain: input.domain,
        text: input.text,
        sector,
        contributedAt: new Date(),
      });
      await manager.insert(MapItem, item);
      await recordChange(manager, actor, plan, {
        kind: PlanChangeKind.MAP_ITEM_ADDED,
        subjectId: item.id,
        after: item.text,
      });
      return item;
    });
  }

  @Mutation(() => PlanGoal, {
    nullable: true,
    description: "Writes down a goal in the citizen's own words, or rewords it (sæt mål).",
  })
  @Writes('PLAN')
  @Roles('CITIZEN', 'KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  setGoal(@Arg('input', () => SetGoalInput) input: SetGoalInput, @Ctx() context: SubgraphContext): Promise<PlanGoal> {
    const { actor } = context;
    const goalId = input.goalId ? assertId(input.goalId, 'input.goalId') : null;
    return context.writer.writeOnce(once(actor, 'setGoal', input), PlanGoal, async (manager) => {
      const plan = await lockPlan(manager, actor, input);
      const goals = await goalsOf(manager, plan);
      const found = goals.find(({ id }) => id === goalId);
      if (goalId !== null && found === undefined) throw kitError('NOT_FOUND', { field: 'input.goalId' });
      if (found === undefined && goals.length >= MOST_GOALS) throw coordinationError('PLAN_FULL');
      const { citizenId, id: planId } = plan;
      const goal = found ?? manager.create(PlanGoal, { citizenId, id: randomUUID(), planId, rank: goals.length + 1 });
      const before = found?.text ?? null;
      const domain = input.domain ?? found?.domain ?? null;
      const notedBy = actor.role === 'CITIZEN' ? null : actor.id;
      await manager.save(PlanGoal, Object.assign(goal, { text: input.text, domain, setAt: new Date(), notedBy }));
      const ids = goals.map(({ id }) => id);
      const order = found !== undefined && (input.rank ?? null) === null ? ids : placed(ids, goal.id, input.rank);
      await saveGoalOrder(manager, plan, order);
      await amend(context, manager, plan, {
        kind: PlanChangeKind.GOAL_SET,
        subjectId: goal.id,
        before,
        after: goal.text,
      });
      return Object.assign(goal, { rank: order.indexOf(goal.id) + 1 });
    });
  }

  @Mutation(() => Plan, { nullable: true, description: 'Takes a goal out (fjern mål); the history keeps it.' })
  @Writes('PLAN')
  @Roles('CITIZEN', 'KEY_MANAGER', 'SOCIAL_WORKER', 'PSYCHIATRIST')
  removeGoal(
    @Arg('input', () => RemoveGoalInput) input: RemoveGoalInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Plan> {
    const goalId = assertId(input.goalId, 'input.goalId');
    return context.writer.write(async (manager) => {
      const plan = await lockPlan(manager, context.actor, input);
      const goals = await goalsOf(manager, plan);
      const goal = goals.find(({ id }) => id === goalId);
      if (goal === undefined) throw kitError('NOT_FOUND', { field: 'input.goalId' });
      await manager.delete(PlanGoal, { citizenId: plan.citizenId, id: goalId });
      const left = goals.map(({ id }) => id);
      await saveGoalOrder(manager, plan, without(left, goalId));
      return amend(context, manager, plan, { kind: PlanChangeKind.GOAL_REMOVED, subjectId: goalId, before: goal.text });
    });
  }
}

/** Who writes down at the table what the others say. */
const WRITES_FOR_OTHERS: readonly Role[] = ['KEY_MANAGER', 'SOCIAL_WORKER'];

function goalsOf(manager: EntityManager, { citizenId, id: planId }: Plan): Promise<PlanGoal[]> {
  return manager.find(PlanGoal, { where: { citizenId, planId }, order: { rank: 'ASC' } });
}

function saveGoalOrder(
  manager: EntityManager,
  { citizenId, id: planId }: Plan,
  order: readonly string[],
): Promise<unknown> {
  const place = `array_position($3::uuid[], id)`;
  return manager.query(
    `UPDATE plan_goal SET rank = ${place} WHERE citizen_id = $1 AND plan_id = $2 AND rank <> ${place}`,
    [citizenId, planId, order],
  );
}
