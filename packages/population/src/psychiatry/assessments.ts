/** Versions of a citizen's functional description count 1, 2, 3, … in the order of their dates. */
import { lastAsked } from '../core/lastAsked.js';
import { FFB_THEMES } from '@sammen/reference-data';
import type { FunctionalLevelKey, SupportNeedKey } from '@sammen/reference-data';
import { share } from '../core/distribution.js';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { isoDate, isoInstant, momentOf, workday } from '../core/time.js';
import { EDGE_CASES } from '../edgeCases.js';
import type { Person } from '../records/personRecords.js';
import type { AssessmentRecord } from '../records/psychiatryRecords.js';
import { staffOf } from '../staff.js';

const ASSESSMENT = topic('assessment');
const CONTENT = topic('assessment content');

/** What other sectors know of an assessment: which, and since when. */
export interface AssessmentOutline {
  readonly id: string;
  readonly version: number;
  readonly day: number;
}

/** The assessments without their content, oldest first. Cheap: the municipality's generator asks for it to name the versions its grants rest on. */
export const assessmentOutlineOf = lastAsked((person: Person): readonly AssessmentOutline[] => {
  const { key, profile, index } = person;
  if (!profile.sectors.includes('PSYCHIATRY')) return [];
  const random = streamOf(key, ASSESSMENT);
  return daysOf(random, index, profile.recipe === 'TEN_IN_EACH' || profile.hasCase, profile.lastDay).map(
    (day, number) => ({
      id: recordId(key, ASSESSMENT, number),
      version: number + 1,
      day,
    }),
  );
});

function daysOf(random: Random, index: number, complex: boolean, lastDay: number): number[] {
  if (index === EDGE_CASES.showcase) return [lastDay - 700, lastDay - 300, lastDay - 40].map(workday);
  if (complex) {
    const days = [lastDay - random.between(1100, 1500)];
    if (random.chance(0.75)) days.push(lastDay - random.between(350, 800));
    if (random.chance(0.45)) days.push(lastDay - random.between(15, 300));
    return days.map(workday);
  }
  const count = share(random.unit(), [
    [0, 0.45],
    [1, 0.4],
    [2, 0.15],
  ] as const);
  const days = [lastDay - random.between(500, 1400), lastDay - random.between(20, 450)];
  return days.slice(0, count).map(workday);
}

const ACTIVITY_LEVELS = [
  ['NONE', 0.06],
  ['MILD', 0.22],
  ['MODERATE', 0.4],
  ['SEVERE', 0.26],
  ['COMPLETE', 0.06],
] as const satisfies readonly (readonly [FunctionalLevelKey, number])[];

const NEED_BY_MEAN_LEVEL: readonly SupportNeedKey[] = ['NONE', 'LOW', 'MODERATE', 'HIGH', 'COMPLETE'];
const LEVEL_NUMBER: Readonly<Partial<Record<FunctionalLevelKey, number>>> = {
  MILD: 1,
  MODERATE: 2,
  SEVERE: 3,
  COMPLETE: 4,
};

const NOTES: Readonly<Record<'low' | 'high', readonly string[]>> = {
  low: ['Klarer det meste selv.', 'Har brug for lidt opmuntring.', 'Fungerer godt med faste rammer.'],
  high: [
    'Har brug for støtte dagligt.',
    'Går i stå uden hjælp.',
    'Trækker sig, når noget er nyt.',
    'Mister overblikket i pressede perioder.',
  ],
};

const SUMMARIES = [
  'Borgeren har brug for en fast struktur og kendte personer omkring sig.',
  'Borgeren kan meget, når tempoet er roligt, og aftalerne er tydelige.',
  'Borgeren profiterer af støtte i eget hjem og af korte, hyppige kontakter.',
  'Borgeren ønsker flere kontakter med andre og støtte til at komme af sted.',
];

/** The assessments of a citizen with their content, oldest first. */
export function assessmentsOf(person: Person): readonly AssessmentRecord[] {
  return assessmentOutlineOf(person).map((outline) => withContent(person, outline));
}

function withContent(person: Person, { id, version, day }: AssessmentOutline): AssessmentRecord {
  const random = streamOf(person.key, CONTENT, version);
  const { departmentId } = person.profile;
  const author = staffOf(departmentId, random.between(0, 9));
  let total = 0;
  const domains = FFB_THEMES.filter((theme) => theme.group === 'ACTIVITY_AND_PARTICIPATION' || random.chance(0.45)).map(
    (theme) => {
      // FFB gives levels to themes of activity and participation only.
      const assessed = theme.group === 'ACTIVITY_AND_PARTICIPATION';
      const level: FunctionalLevelKey = assessed ? share(random.unit(), ACTIVITY_LEVELS) : 'NOT_ASSESSED';
      const number = LEVEL_NUMBER[level] ?? 0;
      total += number;
      return { theme: theme.key, level, note: random.pick(number >= 2 ? NOTES.high : NOTES.low) };
    },
  );
  return {
    id,
    citizenId: person.id,
    version,
    assessedOn: isoDate(day),
    organisationId: author.organisationId,
    unitId: departmentId,
    authorActorId: author.actorId,
    authorName: author.name,
    supportNeed: NEED_BY_MEAN_LEVEL[Math.round(total / 6)] as SupportNeedKey,
    summary: random.pick(SUMMARIES),
    domains,
    recordedAt: isoInstant(momentOf(day, random.between(8, 16), random.between(0, 59))),
  };
}
