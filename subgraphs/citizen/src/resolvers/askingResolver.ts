import { type Role, ROLES, purposesOf } from '@sammen/consent';
import {
  type Connection,
  PageArguments,
  Public,
  Roles,
  type SubgraphContext,
  assertId,
  kitError,
} from '@sammen/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequestConsentInput } from '../input/requestInput.js';
import type { CitizenLoaders } from '../loaders.js';
import { AskedConsent, AskedConsentConnection, type AskedStatus, AskedStatusEnum } from '../model/askedConsent.js';
import { askedConsent, askedConsentsPage } from '../reading/askedConsents.js';
import { askForConsent } from '../write/askForConsent.js';

type Context = SubgraphContext<CitizenLoaders>;

/** Professionals: whoever acts for a purpose of their organisation. */
const ASKERS = ROLES.filter((role) =>
  purposesOf(role).some((purpose) => !/^(SELF_ACCESS|REPRESENTATION)$/.test(purpose)),
);

/** Asking a citizen for a consent, and being told whether there is one: nothing more is ever told. */
@Resolver(() => AskedConsent)
export class AskingResolver {
  @Mutation(() => AskedConsent, {
    nullable: true,
    description:
      'Asks a citizen for a consent to see what is withheld from you (bed om samtykke). One who does not exist gives the same answer. At most one request to the same citizen for the same purpose within 30 days, and 20 requests in all within a day.',
  })
  @Roles(...(ASKERS as [Role, ...Role[]]))
  async requestConsent(
    @Arg('input', () => RequestConsentInput) input: RequestConsentInput,
    @Ctx() context: Context,
  ): Promise<AskedConsent> {
    return AskedConsent.of(await askForConsent(input, context));
  }

  @Query(() => AskedConsentConnection, {
    description:
      'The requests for consent that you made in this role and for the purpose of this request, newest first (mine anmodninger).',
  })
  @Roles(...(ASKERS as [Role, ...Role[]]))
  async myConsentRequests(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<AskedConsent>> {
    return AskedConsentConnection.of(await askedConsentsPage(context, page));
  }

  @Query(() => AskedConsent, {
    nullable: true,
    description: 'One request for consent that you made in this role and for the purpose of this request.',
  })
  @Roles(...(ASKERS as [Role, ...Role[]]))
  async consentRequest(
    @Arg('id', () => ID, { description: 'Which request.' }) id: string,
    @Ctx() context: Context,
  ): Promise<AskedConsent> {
    const found = await askedConsent(context, assertId(id, 'id'));
    if (found === null) throw kitError('NOT_FOUND', { field: 'id' });
    return found;
  }

  /**
   * Decided anew, in the same way whether or not there was an answer: a consent that was withdrawn, has lapsed, or is
   * overridden by a block is no consent to whoever asked (INVARIANT I-6).
   */
  @FieldResolver(() => AskedStatusEnum, {
    nullable: true,
    description: 'Whether there is a consent now; what it opens, `viewerAccess` tells.',
  })
  @Public()
  async status(
    @Root() { citizen, categories, consentId }: AskedConsent,
    @Ctx() { permits, loaders }: Context,
  ): Promise<AskedStatus> {
    await Promise.all(categories.map((category) => permits.load(citizen.id, category)));
    const verdicts = categories.map((category) => permits.look(citizen.id, category));
    if (verdicts.includes('UNAVAILABLE')) throw kitError('CONSENT_UNAVAILABLE');
    const standing = (await loaders.choices.load(citizen.id)).find(({ id }) => id === consentId);
    return standing?.stands === true && verdicts.includes('PERMIT') ? 'GRANTED' : 'NOT_GRANTED';
  }
}
