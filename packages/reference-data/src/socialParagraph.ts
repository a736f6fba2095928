/** A municipal effort names its act and paragraph in own fields, because FFB carries the content of an effort and not the law. */

/** Acts that social and health efforts rest on. */
export const SOCIAL_ACTS = [
  { code: 'SEL', da: 'Serviceloven', en: 'Social Services Act' },
  { code: 'ALMENBOLIG', da: 'Almenboligloven', en: 'Social Housing Act' },
  { code: 'BARNETS_LOV', da: 'Barnets lov', en: 'Children Act' },
  { code: 'SUL', da: 'Sundhedsloven', en: 'Health Act' },
] as const;

/** Code of one of {@link SOCIAL_ACTS}. */
export type SocialActCode = (typeof SOCIAL_ACTS)[number]['code'];

/** What a paragraph's record typically holds, beside period and provider. */
export type TypicalField =
  | 'HOURS_PER_WEEK'
  | 'GOALS'
  | 'PROVIDER'
  | 'PLACE'
  | 'CONTACT_PERSON'
  | 'FOLLOW_UP_DATE'
  | 'DAYS_PER_WEEK'
  | 'PAYMENT'
  | 'NIGHTS'
  | 'LEASE'
  | 'EXPECTED_LENGTH'
  | 'PURPOSE'
  | 'DELIVERY'
  | 'GUARANTEE_14_DAYS';

/** Whom a paragraph is for. Adults are 18 and over. */
export type ParagraphAudience = 'ADULTS' | 'CHILDREN' | 'ALL';

/** One paragraph. Validity is half-open days; null is open. */
export interface SocialParagraph {
  readonly act: SocialActCode;
  /** As written in Danish, without the sign: `85`, `82 b`, `101 a`. */
  readonly paragraph: string;
  readonly da: string;
  readonly en: string;
  readonly audience: ParagraphAudience;
  /** False where help is given without a case decision (§ 99, § 109, § 110). */
  readonly needsDecision: boolean;
  /** True where the decision should rest on a functional description (domain rule B15). */
  readonly restsOnAssessment: boolean;
  readonly fields: readonly TypicalField[];
}

/**
 * Paragraphs in use.
 * Source: the acts as in force 2026-11, short names by Sammen; version 1. Licence: public facts. Not legal advice.
 */
export const SOCIAL_PARAGRAPHS: readonly SocialParagraph[] = [
  row('SEL', '82 a', 'Gruppebaseret hjælp', 'Group-based early help', ['EXPECTED_LENGTH']),
  row('SEL', '82 b', 'Individuel tidsbegrænset hjælp', 'Individual time-limited help', [
    'HOURS_PER_WEEK',
    'EXPECTED_LENGTH',
  ]),
  row('SEL', '82 c', 'Hjælp i samarbejde med frivillige', 'Help together with volunteers', [
    'PROVIDER',
    'EXPECTED_LENGTH',
  ]),
  row('SEL', '82 d', 'Akut rådgivning', 'Emergency counselling', ['PROVIDER'], { needsDecision: false }),
  row(
    'SEL',
    '83',
    'Personlig og praktisk hjælp',
    'Personal and practical help',
    ['HOURS_PER_WEEK', 'DELIVERY'],
    assessed(),
  ),
  row(
    'SEL',
    '83 a',
    'Rehabiliteringsforløb',
    'Rehabilitation',
    ['HOURS_PER_WEEK', 'GOALS', 'EXPECTED_LENGTH'],
    assessed(),
  ),
  row('SEL', '84', 'Afløsning og aflastning', 'Relief of a carer', ['HOURS_PER_WEEK', 'DELIVERY']),
  row(
    'SEL',
    '85',
    'Socialpædagogisk støtte',
    'Home support',
    ['HOURS_PER_WEEK', 'GOALS', 'PROVIDER', 'FOLLOW_UP_DATE'],
    assessed(),
  ),
  row('SEL', '86', 'Genoptræning', 'Training', ['HOURS_PER_WEEK', 'DELIVERY']),
  row('SEL', '99', 'Støtte- og kontaktperson', 'Support and contact person', ['CONTACT_PERSON'], {
    needsDecision: false,
  }),
  row('SEL', '101', 'Stofmisbrugsbehandling', 'Treatment of drug misuse', ['PROVIDER', 'GUARANTEE_14_DAYS']),
  row('SEL', '101 a', 'Anonym stofmisbrugsbehandling', 'Anonymous treatment of drug misuse', ['PROVIDER'], {
    needsDecision: false,
  }),
  row('SEL', '103', 'Beskyttet beskæftigelse', 'Protected employment', ['DAYS_PER_WEEK', 'PLACE'], assessed()),
  row('SEL', '104', 'Aktivitets- og samværstilbud', 'Activity and company', ['DAYS_PER_WEEK', 'PLACE'], assessed()),
  row('SEL', '107', 'Midlertidigt botilbud', 'Temporary residence', ['PLACE', 'PAYMENT', 'GOALS'], assessed()),
  row('SEL', '108', 'Længerevarende botilbud', 'Long-term residence', ['PLACE', 'PAYMENT', 'GOALS'], assessed()),
  row('SEL', '109', 'Krisecenter', 'Crisis centre', ['NIGHTS', 'PLACE'], { needsDecision: false }),
  row('SEL', '110', 'Herberg', 'Residence for the homeless', ['NIGHTS', 'PLACE'], { needsDecision: false }),
  row('SEL', '141', 'Handleplan', 'Action plan', ['GOALS']),
  row('ALMENBOLIG', '105', 'Støttet almen bolig', 'Supported dwelling', ['LEASE', 'PLACE'], assessed()),
  row('BARNETS_LOV', '19', 'Screening', 'Screening', ['PURPOSE'], children()),
  row('BARNETS_LOV', '20', 'Børnefaglig undersøgelse', 'Child investigation', ['PURPOSE'], children()),
  row('BARNETS_LOV', '32', 'Støttende indsatser', 'Supportive efforts', ['PURPOSE', 'EXPECTED_LENGTH'], children()),
  row('BARNETS_LOV', '114', 'Ungestøtte', 'Youth support (18–22)', ['PURPOSE', 'EXPECTED_LENGTH'], { audience: 'ALL' }),
  row(
    'SUL',
    '126 a',
    'Lettilgængeligt tilbud til børn og unge',
    'Easily accessible offer for young people',
    ['PURPOSE'],
    children(false),
  ),
  row('SUL', '138', 'Hjemmesygepleje', 'Home nursing', ['HOURS_PER_WEEK', 'DELIVERY'], { audience: 'ALL' }),
  row('SUL', '141', 'Alkoholbehandling', 'Treatment of alcohol misuse', ['PROVIDER', 'GUARANTEE_14_DAYS'], {
    audience: 'ALL',
  }),
];

type RowOptions = Partial<Pick<SocialParagraph, 'audience' | 'needsDecision' | 'restsOnAssessment'>>;

function assessed(): RowOptions {
  return { restsOnAssessment: true };
}

function children(needsDecision = true): RowOptions {
  return { audience: 'CHILDREN', needsDecision };
}

function row(
  act: SocialActCode,
  paragraph: string,
  da: string,
  en: string,
  fields: readonly TypicalField[],
  options: RowOptions = {},
): SocialParagraph {
  return {
    act,
    paragraph,
    da,
    en,
    fields,
    audience: 'ADULTS',
    needsDecision: true,
    restsOnAssessment: false,
    ...options,
  };
}

const byKey = new Map(SOCIAL_PARAGRAPHS.map((each) => [`${each.act} ${each.paragraph}`, each]));

/** The paragraph of an act, or null. `paragraph` as in the list: `85`, `101 a`. */
export function socialParagraph(act: string, paragraph: string): SocialParagraph | null {
  return byKey.get(`${act} ${paragraph}`) ?? null;
}
