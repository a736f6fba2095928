import { Consent, type SubgraphContext } from '@sammen/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CoordinationLoaders } from '../loaders.js';
import { Agreement, AgreementStatus, RankedBy } from '../model/agreement.js';
import { CoordinationCase } from '../model/coordinationCase.js';
import { MapItem, MapItemKind } from '../model/mapItem.js';
import { Plan } from '../model/plan.js';
import { PlanGoal } from '../model/planGoal.js';
import { PlanParty } from '../model/planParty.js';
import { PlanVersion } from '../model/planVersion.js';
import { orderOf } from '../write/agreementRanks.js';

type Context = SubgraphContext<CoordinationLoaders>;

/** What belongs to a plan and lives in tables of its own: the citizen's goals first. */
@Resolver(() => Plan)
export class PlanResolver {
  @FieldResolver(() => [PlanGoal], {
    nullable: true,
    description: "Goals in the citizen's own words, most important first (mål).",
  })
  @Consent('PLAN')
  goals(@Root() plan: Plan, @Ctx() { loaders }: Context): Promise<PlanGoal[]> {
    return loaders.goals.load(plan);
  }

  @FieldResolver(() => [MapItem], {
    nullable: true,
    description: 'What this plan put on the shared map, from whichever sector, in the order it came.',
  })
  @Consent('PLAN')
  async map(
    @Root() plan: Plan,
    @Arg('kind', () => MapItemKind, { nullable: true, description: 'Only challenges or only opportunities.' })
    kind: MapItemKind | null | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<MapItem[]> {
    const items = await loaders.mapOfPlan.load(plan);
    return kind === null || kind === undefined ? items : items.filter((item) => item.kind === kind);
  }

  @FieldResolver(() => [Agreement], {
    nullable: true,
    description: 'Who does what by when: open ones first, in strict order of what matters most (aftaler).',
  })
  @Consent('PLAN')
  async agreements(
    @Root() plan: Plan,
    @Arg('rankedBy', () => RankedBy, { defaultValue: RankedBy.PROFESSIONALS, description: 'In whose order.' })
    rankedBy: RankedBy,
    @Arg('status', () => AgreementStatus, { nullable: true, description: 'Only those that stand so.' })
    status: AgreementStatus | null | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<Agreement[]> {
    const all = await loaders.agreements.load(plan);
    const wanted = status === null || status === undefined ? all : all.filter((each) => each.status === status);
    if (rankedBy === RankedBy.PROFESSIONALS) return wanted;
    const first = orderOf(wanted, RankedBy.CITIZEN);
    return [
      ...first.map((id) => wanted.find((each) => each.id === id)!),
      ...wanted.filter(({ citizenRank }) => citizenRank === null),
    ];
  }

  @FieldResolver(() => [PlanParty], { nullable: true, description: 'Who shares the plan and has to agree (parter).' })
  @Consent('PLAN')
  async parties(@Root() plan: Plan, @Ctx() { loaders }: Context): Promise<PlanParty[]> {
    return (await loaders.parties.load(plan)).filter(({ leftAt }) => leftAt === null);
  }

  @FieldResolver(() => [PlanVersion], { nullable: true, description: 'Its versions, the newest first (versioner).' })
  @Consent('PLAN')
  versions(@Root() plan: Plan, @Ctx() { loaders }: Context): Promise<PlanVersion[]> {
    return loaders.versions.load(plan);
  }

  @FieldResolver(() => CoordinationCase, {
    nullable: true,
    description: 'The case it belongs to; null for a discharge agreement or coordination plan without one.',
  })
  @Consent('CARE_TEAM')
  case(@Root() plan: Plan, @Ctx() { loaders }: Context): Promise<CoordinationCase | null> | null {
    return plan.caseId === null ? null : loaders.case.load({ citizenId: plan.citizenId, id: plan.caseId });
  }
}
