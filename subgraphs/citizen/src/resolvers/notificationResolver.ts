import {
  Citizen,
  type Connection,
  Consent,
  PageArguments,
  type SubgraphContext,
  Writes,
  citizenReference,
} from '@sammen/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { MarkNotificationsInput } from '../input/notificationInput.js';
import type { CitizenLoaders } from '../loaders.js';
import { Notification, NotificationConnection } from '../model/notification.js';
import { type Language, LanguageEnum } from '../words/language.js';
import { notificationText } from '../words/notificationWords.js';
import { markNotifications } from '../write/markNotifications.js';

type Context = SubgraphContext<CitizenLoaders>;

/** What a notification says. */
@Resolver(() => Notification)
export class NotificationResolver {
  @FieldResolver(() => String, { nullable: true, description: 'What it says, in plain words.' })
  @Consent('ACCESS_LOG')
  text(
    @Root() notification: Notification,
    @Arg('language', () => LanguageEnum, { defaultValue: 'DA', description: 'In which language.' }) language: Language,
  ): string {
    return notificationText(language, notification);
  }
}

/** The notifications of a citizen: for those who may see both the consents and the access log, and nobody else. */
@Resolver(() => Citizen)
export class CitizenNotificationsResolver {
  @FieldResolver(() => NotificationConnection, {
    nullable: true,
    description:
      'What the citizen should know: emergency accesses, their reviews, requests for consent, consents that lapse; newest first (beskeder). For who may see the consents and the access log.',
  })
  @Consent('CONSENTS')
  async notifications(
    @Root() { id }: Citizen,
    @Arg('unread', () => Boolean, { defaultValue: false, description: 'Only what you have not read.' }) unread: boolean,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Notification>> {
    return NotificationConnection.of(await loaders.notifications(id, unread, page));
  }

  @Mutation(() => Citizen, {
    nullable: true,
    description: 'Marks notifications as read or unread, for you alone (marker som læst).',
  })
  @Writes('CONSENTS')
  async markNotifications(
    @Arg('input', () => MarkNotificationsInput) input: MarkNotificationsInput,
    @Ctx() context: Context,
  ): Promise<Citizen> {
    await markNotifications(input, context);
    return citizenReference(input.citizenId);
  }
}
