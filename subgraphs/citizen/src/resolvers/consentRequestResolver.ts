import { Citizen, type Connection, Consent, PageArguments, type SubgraphContext, Writes } from '@sammen/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AnswerConsentRequestInput } from '../input/requestInput.js';
import type { CitizenLoaders } from '../loaders.js';
import { ConsentChoice } from '../model/consentChoice.js';
import { ConsentRequest, ConsentRequestConnection } from '../model/consentRequest.js';
import { type Language, LanguageEnum } from '../words/language.js';
import { categoriesInWords, whatItMeans, whatRefusingMeans } from '../words/requestWords.js';
import { answerRequest } from '../write/answerRequest.js';

type Context = SubgraphContext<CitizenLoaders>;

const IN_LANGUAGE = { defaultValue: 'DA', description: 'In which language.' } as const;

/** What the citizen is asked, in plain words, and the answer. */
@Resolver(() => ConsentRequest)
export class ConsentRequestResolver {
  @Mutation(() => ConsentRequest, {
    nullable: true,
    description:
      'Answers a request for consent (svar på anmodning om samtykke). A yes gives the consent at once; whoever asked learns only whether there is one.',
  })
  @Writes('CONSENTS')
  answerConsentRequest(
    @Arg('input', () => AnswerConsentRequestInput) input: AnswerConsentRequestInput,
    @Ctx() context: Context,
  ): Promise<ConsentRequest> {
    return answerRequest(input, context);
  }

  @FieldResolver(() => [String], { nullable: true, description: 'What they ask to see, in plain words.' })
  @Consent('CONSENTS')
  categoriesInWords(
    @Root() { categories }: ConsentRequest,
    @Arg('language', () => LanguageEnum, IN_LANGUAGE) language: Language,
  ): string[] {
    return categoriesInWords(language, categories);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What a yes means: what it opens, to whom, for how long, and how it ends.',
  })
  @Consent('CONSENTS')
  whatItMeans(
    @Root() request: ConsentRequest,
    @Arg('language', () => LanguageEnum, IN_LANGUAGE) language: Language,
  ): string {
    return whatItMeans(language, request);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What a no, or no answer, means: nothing for the help that the citizen has a right to.',
  })
  @Consent('CONSENTS')
  whatRefusingMeans(@Arg('language', () => LanguageEnum, IN_LANGUAGE) language: Language): string {
    return whatRefusingMeans(language);
  }

  @FieldResolver(() => ConsentChoice, {
    nullable: true,
    description: 'The consent that a yes gave, in its newest version; null without one.',
  })
  @Consent('CONSENTS')
  async consent(
    @Root() { citizenId, consentId }: ConsentRequest,
    @Ctx() { loaders }: Context,
  ): Promise<ConsentChoice | null> {
    return (await loaders.choices.load(citizenId)).find(({ id }) => id === consentId) ?? null;
  }
}

/** The requests of a citizen. */
@Resolver(() => Citizen)
export class CitizenRequestsResolver {
  @FieldResolver(() => ConsentRequestConnection, {
    nullable: true,
    description: 'Who asks for a consent, newest first (anmodninger om samtykke).',
  })
  @Consent('CONSENTS')
  async consentRequests(
    @Root() { id }: Citizen,
    @Arg('open', () => Boolean, { defaultValue: false, description: 'Only those that wait for an answer.' })
    open: boolean,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ConsentRequest>> {
    const pages = open ? loaders.openRequests : loaders.requests;
    return ConsentRequestConnection.of(await pages.page(id, page));
  }
}
