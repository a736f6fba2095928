import { type Connection, Consent, PageArguments, type SubgraphContext } from '@sammen/subgraph-kit';
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { gapsOf, handOversOf, responsiblesOf, whoDoesWhatOf } from '../caseView.js';
import type { CoordinationLoaders } from '../loaders.js';
import { CareSector } from '../model/careSector.js';
import type { CareContact } from '../model/careContact.js';
import { CareTeamMember } from '../model/careTeamMember.js';
import { CaseEvent } from '../model/caseEvent.js';
import { CohortPlace } from '../model/cohortPlace.js';
import { CareContactConnection } from '../model/connections.js';
import { CoordinationCase } from '../model/coordinationCase.js';
import { KeyManager, KeyManagerHandOver } from '../model/keyManager.js';
import { MapItem } from '../model/mapItem.js';
import { Professional, professionalOf } from '../model/professional.js';
import { SectorResponsible, WhoDoesWhat } from '../model/whoDoesWhat.js';

type Context = SubgraphContext<CoordinationLoaders>;

const DAY_MS = 86_400_000;

/** What belongs to a case and lives in tables of its own, and what follows from it. */
@Resolver(() => CoordinationCase)
export class CaseResolver {
  @FieldResolver(() => KeyManager, { nullable: true, description: 'Who manages it now (tovholder).' })
  @Consent('CARE_TEAM')
  async keyManager(@Root() of: CoordinationCase, @Ctx() { loaders }: Context): Promise<KeyManager | null> {
    return (await loaders.keyManagers.load(of)).find(({ validTo }) => validTo === null) ?? null;
  }

  @FieldResolver(() => [KeyManagerHandOver], {
    nullable: true,
    description: 'How it changed hands, oldest first: from whom to whom and why (overdragelser).',
  })
  @Consent('CARE_TEAM')
  async handOvers(@Root() of: CoordinationCase, @Ctx() { loaders }: Context): Promise<KeyManagerHandOver[]> {
    return handOversOf(await loaders.keyManagers.load(of));
  }

  @FieldResolver(() => [CareTeamMember], { nullable: true, description: 'Who is on the care team now.' })
  @Consent('CARE_TEAM')
  careTeam(@Root() of: CoordinationCase, @Ctx() { loaders }: Context): Promise<CareTeamMember[]> {
    return teamOf(of, loaders);
  }

  @FieldResolver(() => [SectorResponsible], {
    nullable: true,
    description: 'Health, social and employment, each with the one professional who answers for it.',
  })
  @Consent('CARE_TEAM')
  async responsibles(@Root() of: CoordinationCase, @Ctx() { loaders }: Context): Promise<SectorResponsible[]> {
    return responsiblesOf(await teamOf(of, loaders));
  }

  @FieldResolver(() => [CareSector], { nullable: true, description: 'Sectors that nobody answers for (huller).' })
  @Consent('CARE_TEAM')
  async gaps(@Root() of: CoordinationCase, @Ctx() { loaders }: Context): Promise<CareSector[]> {
    return gapsOf(await teamOf(of, loaders));
  }

  @FieldResolver(() => [WhoDoesWhat], { nullable: true, description: 'Who does what (hvem gør hvad).' })
  @Consent('CARE_TEAM')
  async whoDoesWhat(@Root() of: CoordinationCase, @Ctx() { loaders }: Context): Promise<WhoDoesWhat[]> {
    const [keyManagers, team] = await Promise.all([loaders.keyManagers.load(of), teamOf(of, loaders)]);
    return whoDoesWhatOf(of, keyManagers.find(({ validTo }) => validTo === null) ?? null, team);
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: 'Who takes responsibility when a change is needed: somebody named, or else the key manager.',
  })
  @Consent('CARE_TEAM')
  async answersForChange(@Root() of: CoordinationCase, @Ctx() { loaders }: Context): Promise<Professional | null> {
    const named = (await teamOf(of, loaders)).find(({ answersForChange }) => answersForChange);
    const row = named ?? (await loaders.keyManagers.load(of)).find(({ validTo }) => validTo === null);
    return row === undefined ? null : professionalOf(row);
  }

  @FieldResolver(() => CohortPlace, {
    nullable: true,
    description: 'Its place among the ten of the municipality; null outside the ten, and once it is given up.',
  })
  @Consent('CARE_TEAM')
  async cohortPlace(@Root() of: CoordinationCase, @Ctx() { loaders }: Context): Promise<CohortPlace | null> {
    return (await loaders.cohortPlaces.load(of)).find(({ releasedAt }) => releasedAt === null) ?? null;
  }

  @FieldResolver(() => [CaseEvent], { nullable: true, description: 'What happened to the case, in order (historik).' })
  @Consent('CARE_TEAM')
  history(@Root() of: CoordinationCase, @Ctx() { loaders }: Context): Promise<CaseEvent[]> {
    return loaders.caseEvents.load(of);
  }

  @FieldResolver(() => [MapItem], {
    nullable: true,
    description:
      'The one shared map: challenges and opportunities from citizen and all sectors, in all plans of the case.',
  })
  @Consent('PLAN')
  map(@Root() of: CoordinationCase, @Ctx() { loaders }: Context): Promise<MapItem[]> {
    return loaders.mapOfCase.load(of);
  }

  @FieldResolver(() => CareContactConnection, {
    nullable: true,
    description: 'Contacts with the citizen, the latest first (kontaktlog).',
  })
  @Consent('CARE_TEAM')
  async contacts(
    @Root() of: CoordinationCase,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<CareContact>> {
    return CareContactConnection.of(await loaders.contactPages.page(of.citizenId, page));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Whole days since somebody was last in contact with the citizen; null when nobody was yet.',
  })
  @Consent('CARE_TEAM')
  async daysSinceLastContact(@Root() of: CoordinationCase, @Ctx() { loaders }: Context): Promise<number | null> {
    const [latest] = (await loaders.contactPages.page(of.citizenId, { first: 1 })).rows;
    return latest === undefined ? null : Math.floor((Date.now() - latest.at.getTime()) / DAY_MS);
  }
}

/** The care team is read once per citizen, for the citizen and for the case. */
async function teamOf(of: CoordinationCase, loaders: CoordinationLoaders): Promise<CareTeamMember[]> {
  return (await loaders.careTeam.load(of.citizenId)).filter(({ caseId }) => caseId === of.id);
}
