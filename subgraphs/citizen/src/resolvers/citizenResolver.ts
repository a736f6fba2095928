import { DATA_CATEGORIES } from '@sammen/consent';
import {
  Citizen,
  type Connection,
  Consent,
  Organisation,
  PageArguments,
  Public,
  type SubgraphContext,
  organisationOf,
} from '@sammen/subgraph-kit';
import { GraphQLDate } from 'graphql-scalars';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CitizenLoaders } from '../loaders.js';
import { AccessLogConnection, type AccessLogEntry } from '../model/accessLogEntry.js';
import { Address, Contact } from '../model/address.js';
import { CategoryAccess } from '../model/categoryAccess.js';
import { ConsentChoice } from '../model/consentChoice.js';
import { EmergencyAccess } from '../model/emergencyAccess.js';
import { Representative } from '../model/representative.js';

type Context = SubgraphContext<CitizenLoaders>;

/** Who the citizen is, who acts for them, what they allow, and who has looked. */
@Resolver(() => Citizen)
export class CitizenResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Full name (navn).' })
  @Consent('IDENTITY')
  async name(@Root() { id }: Citizen, @Ctx() { loaders }: Context): Promise<string | null> {
    const person = await loaders.person.load(id);
    return person && `${person.givenName} ${person.familyName}`;
  }

  @FieldResolver(() => GraphQLDate, { nullable: true, description: 'Birth date (fødselsdato).' })
  @Consent('IDENTITY')
  async birthDate(@Root() { id }: Citizen, @Ctx() { loaders }: Context): Promise<string | null> {
    return (await loaders.person.load(id))?.birthDate ?? null;
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The municipality the citizen lives in (bopælskommune).',
  })
  @Consent('IDENTITY')
  async municipality(@Root() { id }: Citizen, @Ctx() { loaders }: Context): Promise<Organisation | null> {
    const person = await loaders.person.load(id);
    return person && organisationOf(`municipality-${person.municipalityCode}`);
  }

  @FieldResolver(() => GraphQLDate, { nullable: true, description: 'Day of death; null while alive (dødsdato).' })
  @Consent('IDENTITY')
  async deceasedOn(@Root() { id }: Citizen, @Ctx() { loaders }: Context): Promise<string | null> {
    return (await loaders.person.load(id))?.deceasedOn ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The civil registration number (CPR-nummer); for authorities only.',
  })
  @Consent('CPR_NUMBER')
  async cprNumber(@Root() { id }: Citizen, @Ctx() { loaders }: Context): Promise<string | null> {
    return (await loaders.cprNumbers.load(id))[0]?.number ?? null;
  }

  @FieldResolver(() => Address, { nullable: true, description: 'Where the citizen lives (adresse).' })
  @Consent('CONTACT')
  async address(@Root() { id }: Citizen, @Ctx() { loaders, actor }: Context): Promise<Address | null> {
    const person = await loaders.person.load(id);
    if (person === null) return null;
    const hidden = person.protectedAddress && actor.organisationKind === 'NGO';
    const { street, postalCode, city } = hidden ? { street: null, postalCode: null, city: null } : person;
    return Object.assign(new Address(), { isProtected: person.protectedAddress, street, postalCode, city });
  }

  @FieldResolver(() => Contact, { nullable: true, description: 'How to reach the citizen (kontaktoplysninger).' })
  @Consent('CONTACT')
  async contact(@Root() { id }: Citizen, @Ctx() { loaders }: Context): Promise<Contact | null> {
    const person = await loaders.person.load(id);
    return person && Object.assign(new Contact(), { phone: person.phone, email: person.email });
  }

  @FieldResolver(() => [Representative], {
    nullable: true,
    description: 'Who acts for the citizen, newest first (repræsentanter).',
  })
  @Consent('REPRESENTATIVES')
  representatives(@Root() { id }: Citizen, @Ctx() { loaders }: Context): Promise<Representative[]> {
    return loaders.representatives.load(id);
  }

  @FieldResolver(() => [ConsentChoice], {
    nullable: true,
    description: 'Consents and blocks in their newest version, newest first (samtykker og spærringer).',
  })
  @Consent('CONSENTS')
  consents(@Root() { id }: Citizen, @Ctx() { loaders }: Context): Promise<ConsentChoice[]> {
    return loaders.choices.load(id);
  }

  @FieldResolver(() => [EmergencyAccess], {
    nullable: true,
    description: 'Emergency accesses, newest first (værdispring).',
  })
  @Consent('ACCESS_LOG')
  emergencyAccesses(@Root() { id }: Citizen, @Ctx() { loaders }: Context): Promise<EmergencyAccess[]> {
    return loaders.emergencies.load(id);
  }

  @FieldResolver(() => AccessLogConnection, {
    nullable: true,
    description: 'Who has looked: emergency accesses first, then newest first (hvem har set mine oplysninger).',
  })
  @Consent('ACCESS_LOG')
  async accessLog(
    @Root() { id }: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<AccessLogEntry>> {
    return AccessLogConnection.of(await loaders.accessLog(id, page));
  }

  @FieldResolver(() => [CategoryAccess], {
    description:
      'What you may see of this citizen now, for the purpose of this request: every kind of data, in fixed order.',
  })
  @Public()
  async viewerAccess(@Root() { id }: Citizen, @Ctx() { permits }: Context): Promise<CategoryAccess[]> {
    await Promise.all(
      DATA_CATEGORIES.filter((category) => permits.look(id, category) === undefined).map((category) =>
        permits.load(id, category),
      ),
    );
    return DATA_CATEGORIES.map((category) => {
      const verdict = permits.look(id, category) ?? 'UNAVAILABLE';
      if (verdict === 'PERMIT')
        return Object.assign(new CategoryAccess(), { category, state: 'PERMITTED', nextStep: 'NONE' });
      const { state, nextStep } = permits.view(category, verdict);
      return Object.assign(new CategoryAccess(), { category, state, nextStep });
    });
  }
}
