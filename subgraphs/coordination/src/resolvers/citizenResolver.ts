import { Citizen, type Connection, Consent, PageArguments, type SubgraphContext } from '@sammen/subgraph-kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CoordinationLoaders } from '../loaders.js';
import { CareTeamMember } from '../model/careTeamMember.js';
import { MeetingConnection, PlanConnection, RecoveryMeasurementConnection } from '../model/connections.js';
import { CoordinationCase } from '../model/coordinationCase.js';
import { KeyManager } from '../model/keyManager.js';
import type { Meeting } from '../model/meeting.js';
import type { Plan } from '../model/plan.js';
import type { RecoveryMeasurement } from '../model/recoveryMeasurement.js';
import { SafeSetting } from '../model/safeSetting.js';

type Context = SubgraphContext<CoordinationLoaders>;

/** What coordination adds to the citizen. */
@Resolver(() => Citizen)
export class CitizenResolver {
  @FieldResolver(() => PlanConnection, { nullable: true, description: 'Shared plans, newest first (planer).' })
  @Consent('PLAN')
  async plans(
    @Root() citizen: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Plan>> {
    return PlanConnection.of(await loaders.planPages.page(citizen.id, page));
  }

  @FieldResolver(() => MeetingConnection, {
    nullable: true,
    description: 'Meetings about the citizen, the latest first (netværksmøder).',
  })
  @Consent('MEETING')
  async meetings(
    @Root() citizen: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Meeting>> {
    return MeetingConnection.of(await loaders.meetingPages.page(citizen.id, page));
  }

  @FieldResolver(() => RecoveryMeasurementConnection, {
    nullable: true,
    description: 'How the citizen has fared by six indicators of own recovery, the latest first (recovery-målinger).',
  })
  @Consent('PLAN')
  async recoveryMeasurements(
    @Root() citizen: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<RecoveryMeasurement>> {
    return RecoveryMeasurementConnection.of(await loaders.recoveryPages.page(citizen.id, page));
  }

  @FieldResolver(() => SafeSetting, {
    nullable: true,
    description: 'What the citizen wishes so that meetings are safe (trygge rammer).',
  })
  @Consent('MEETING')
  async safeSetting(@Root() citizen: Citizen, @Ctx() { loaders }: Context): Promise<SafeSetting | null> {
    return (await loaders.safeSettings.load(citizen.id))[0] ?? null;
  }

  @FieldResolver(() => KeyManager, {
    nullable: true,
    description: 'Who brings citizen and professionals together now (tovholder).',
  })
  @Consent('CARE_TEAM')
  async keyManager(@Root() citizen: Citizen, @Ctx() { loaders }: Context): Promise<KeyManager | null> {
    return (await loaders.activeKeyManagers.load(citizen.id))[0] ?? null;
  }

  @FieldResolver(() => [CareTeamMember], {
    nullable: true,
    description: 'Who is around the citizen now, and what they do (netværk).',
  })
  @Consent('CARE_TEAM')
  careTeam(@Root() citizen: Citizen, @Ctx() { loaders }: Context): Promise<CareTeamMember[]> {
    return loaders.careTeam.load(citizen.id);
  }

  @FieldResolver(() => CoordinationCase, {
    nullable: true,
    description: 'The open case of coordination, or else the last one (sag).',
  })
  @Consent('CARE_TEAM')
  async coordinationCase(@Root() citizen: Citizen, @Ctx() { loaders }: Context): Promise<CoordinationCase | null> {
    const newestFirst = await loaders.cases.load(citizen.id);
    return newestFirst.find(({ closedAt }) => closedAt === null) ?? newestFirst[0] ?? null;
  }
}
