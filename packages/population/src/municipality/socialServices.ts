/** A grant whose paragraph rests on a functional description names one that existed when it was decided. */
import { lastAsked } from '../core/lastAsked.js';
import { socialParagraph } from '@sammen/reference-data';
import type { FfbThemeKey, GoalKindKey, SocialActCode, SocialParagraph } from '@sammen/reference-data';
import { share } from '../core/distribution.js';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { stratifiedPoint } from '../core/stratified.js';
import { isoDate, isoInstant, momentOf, workday } from '../core/time.js';
import { EDGE_CASES } from '../edgeCases.js';
import { assessmentOutlineOf } from '../psychiatry/assessments.js';
import type { AssessmentOutline } from '../psychiatry/assessments.js';
import type { ServiceGoalRecord, SocialServiceRecord } from '../records/municipalityRecords.js';
import type { Person } from '../records/personRecords.js';
import type { StaffMember } from '../staff.js';
import { caseworkerIn } from './caseworkers.js';
import { residenceOn } from './residenceOn.js';

const SERVICE = topic('social service');
const CONTENT = topic('social service content');
const GOAL = topic('social service goal');

/** A grant without its content. Days as numbers, half-open. */
export interface ServiceOutline {
  readonly id: string;
  readonly number: number;
  readonly paragraph: SocialParagraph;
  readonly municipalityCode: string;
  readonly caseworker: StaffMember;
  readonly from: number;
  readonly to: number | null;
  readonly endReason: string | null;
  readonly assessment: AssessmentOutline | null;
}

const key = (act: SocialActCode, paragraph: string): SocialParagraph =>
  socialParagraph(act, paragraph) as SocialParagraph;
const HOME_SUPPORT = key('SEL', '85');
const CONTACT_PERSON = key('SEL', '99');
const ACTIVITY = key('SEL', '104');
const TEMPORARY = key('SEL', '107');
const LONG_TERM = key('SEL', '108');

/** Paragraphs and the share of the first 220 who have them. */
const PROGRAMME_SHARES: readonly (readonly [SocialParagraph, number])[] = [
  [HOME_SUPPORT, 0.8],
  [TEMPORARY, 0.25],
  [LONG_TERM, 0.15],
  [CONTACT_PERSON, 0.2],
  [ACTIVITY, 0.35],
];

const LARGER_WITH_ASSESSMENT = [
  [HOME_SUPPORT, 0.6],
  [ACTIVITY, 0.16],
  [key('SEL', '83'), 0.1],
  [TEMPORARY, 0.07],
  [LONG_TERM, 0.03],
  [key('ALMENBOLIG', '105'), 0.04],
] as const;
const LARGER_WITHOUT = [
  [key('SEL', '82 b'), 0.4],
  [key('SEL', '82 a'), 0.25],
  [CONTACT_PERSON, 0.15],
  [key('SUL', '138'), 0.2],
] as const;
const FOR_CHILDREN = [
  [key('SUL', '126 a'), 0.55],
  [key('BARNETS_LOV', '32'), 0.35],
  [key('BARNETS_LOV', '20'), 0.1],
] as const;

/** Numbers of grants in the larger population: 1.2 on average. */
const LARGER_COUNTS = [
  [0, 0.22],
  [1, 0.4],
  [2, 0.26],
  [3, 0.12],
] as const;

/** The grants of a citizen without content, oldest first: what relations and housing rest on. */
export const serviceOutlineOf = lastAsked((person: Person): readonly ServiceOutline[] => {
  if (!person.profile.sectors.includes('MUNICIPALITY')) return [];
  const random = streamOf(person.key, SERVICE);
  const assessments = assessmentOutlineOf(person);
  return paragraphsOf(person, random, assessments.length > 0).map((paragraph, number) =>
    outlineOf(person, random, paragraph, number, assessments),
  );
});

function paragraphsOf(person: Person, random: Random, assessed: boolean): readonly SocialParagraph[] {
  const { profile, seed, index } = person;
  if (index === EDGE_CASES.contactWithoutCpr) return [CONTACT_PERSON];
  const misuse = profile.substance === 'ALCOHOL' ? key('SUL', '141') : key('SEL', '101');
  if (profile.recipe === 'TEN_IN_EACH') {
    const has = ([each, part]: readonly [SocialParagraph, number]) =>
      stratifiedPoint(seed, each.paragraph, index) < part;
    const granted = PROGRAMME_SHARES.filter(has).map(([each]) => each);
    // § 107 and § 108 exclude each other; 45 % of all are in treatment of misuse, which is 0.69 of those who misuse.
    const one = granted.includes(LONG_TERM) ? granted.filter((each) => each !== TEMPORARY) : granted;
    if (profile.substance !== null && random.chance(0.69)) one.push(misuse);
    if (index === EDGE_CASES.showcase) return [HOME_SUPPORT, CONTACT_PERSON, misuse];
    return one.length === 0 ? [HOME_SUPPORT] : one; // everyone in the programme has a municipal effort
  }
  const count = profile.hasCase ? random.between(1, 3) : share(random.unit(), LARGER_COUNTS);
  const entries = profile.age < 18 ? FOR_CHILDREN : assessed ? LARGER_WITH_ASSESSMENT : LARGER_WITHOUT;
  const drawn = Array.from({ length: count }, (): SocialParagraph => share(random.unit(), entries));
  if (profile.substance !== null && profile.age >= 18 && random.chance(0.3)) drawn.push(misuse);
  return [...new Set(drawn)];
}

function outlineOf(
  person: Person,
  random: Random,
  paragraph: SocialParagraph,
  number: number,
  assessments: readonly AssessmentOutline[],
): ServiceOutline {
  const { lastDay } = person.profile;
  const showcase = person.index === EDGE_CASES.showcase;
  const started = showcase
    ? 250 - 20 * number
    : person.index === EDGE_CASES.movedMidCourse
      ? 200
      : random.between(20, 900);
  let from = workday(lastDay - started);
  const first = assessments[0];
  // A grant that needs a description waits for the first one.
  if (paragraph.restsOnAssessment && first !== undefined && from <= first.day) from = first.day + 7;
  from = Math.min(from, lastDay - 7);
  const residence = residenceOn(person, from);
  const misuse = paragraph.paragraph.startsWith('101') || paragraph.paragraph === '141';
  const caseworker = caseworkerIn(residence.code, misuse ? 'misuse' : 'social', person, random);
  const ends = random.chance(0.22) && !showcase ? from + random.between(60, 500) : null;
  const moved = residence.until !== null && residence.until < lastDay ? residence.until : null;
  const to = earliest(
    ends !== null && ends < lastDay ? ends : null,
    moved,
    person.deceasedOn === null ? null : lastDay,
  );
  return {
    id: recordId(person.key, SERVICE, number),
    number,
    paragraph,
    municipalityCode: residence.code,
    caseworker,
    from,
    to,
    endReason:
      to === null ? null : to === moved ? 'Flyttet til anden kommune' : to === lastDay ? 'Død' : 'Målet er nået',
    assessment: paragraph.restsOnAssessment ? (assessments.findLast((each) => each.day < from) ?? null) : null,
  };
}

function earliest(...days: readonly (number | null)[]): number | null {
  return days.reduce((least, day) => (day !== null && (least === null || day < least) ? day : least), null);
}

const GOALS: readonly (readonly [text: string, kind: GoalKindKey, theme: FfbThemeKey])[] = [
  ['At komme ud af døren hver dag', 'DEVELOP', 'COMMUNITY_LIFE'],
  ['At holde en fast døgnrytme', 'DEVELOP', 'SELF_CARE'],
  ['At passe sin egen bolig', 'MAINTAIN', 'PRACTICAL_TASKS'],
  ['At åbne sin post hver uge', 'DEVELOP', 'COMMUNITY_LIFE'],
  ['At have kontakt med familie og venner', 'MAINTAIN', 'RELATIONSHIPS'],
  ['At købe ind og lave mad', 'DEVELOP', 'PRACTICAL_TASKS'],
  ['At bruge mindre rusmiddel', 'LIMIT_LOSS', 'HEALTH'],
  ['At tage bussen alene', 'DEVELOP', 'MOBILITY'],
];
const PROVIDERS = ['Bostøtten', 'Hjemmevejlederne', 'Støttecentret', 'Aktivitetshuset', 'Bocentret'];

/** The grants of a citizen, oldest number first. */
export function socialServicesOf(person: Person): readonly SocialServiceRecord[] {
  return serviceOutlineOf(person).map((outline) => withContent(person, outline));
}

function withContent(person: Person, outline: ServiceOutline): SocialServiceRecord {
  const { number, paragraph, caseworker, from, to, assessment } = outline;
  const random = streamOf(person.key, CONTENT, number);
  const decided = workday(from - random.between(0, 6));
  const goals = paragraph.fields.includes('GOALS')
    ? random.sample(GOALS, person.profile.recipe === 'TEN_IN_EACH' ? random.between(1, 3) : 1)
    : [];
  return {
    id: outline.id,
    citizenId: person.id,
    organisationId: caseworker.organisationId,
    unitId: caseworker.unitId as string,
    act: paragraph.act,
    paragraph: paragraph.paragraph,
    title: paragraph.da,
    hoursPerWeek: paragraph.fields.includes('HOURS_PER_WEEK') ? random.between(2, 24) / 2 : null,
    providerName: random.pick(PROVIDERS),
    goals: goals.map(([text, kind, theme], at): ServiceGoalRecord => ({
      id: recordId(person.key, GOAL, number * 8 + at),
      text,
      kind,
      theme,
    })),
    caseworkerActorId: caseworker.actorId,
    caseworkerName: caseworker.name,
    decidedOn: isoDate(Math.min(decided, from)),
    validFrom: isoDate(from),
    validTo: to === null ? null : isoDate(to),
    followUpOn: to === null ? isoDate(workday(person.profile.lastDay + random.between(-20, 120))) : null,
    status: to === null ? 'GRANTED' : 'ENDED',
    endReason: outline.endReason,
    assessmentId: assessment?.id ?? null,
    assessmentVersion: assessment?.version ?? null,
    recordedAt: isoInstant(momentOf(Math.min(decided, from), random.between(8, 16), random.between(0, 59))),
  };
}
