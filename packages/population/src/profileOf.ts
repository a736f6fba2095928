/** Draws the hidden profile: exact shares in the first 220, random ones with the same meaning in the larger population. */
import { departmentOf } from '@sammen/reference-data';
import { share } from './core/distribution.js';
import { streamOf, topic } from './core/random.js';
import type { Key } from './core/random.js';
import { stratifiedPoint } from './core/stratified.js';
import { ADMITTED_TO_PERSONA_WARD, EDGE_CASES, ESBJERG_CASELOAD } from './edgeCases.js';
import { DEFAULT_SIZE } from './populationOptions.js';
import type { ConsentLevel, IllnessGroup, Profile, RecordSector } from './records/profile.js';

const PROFILE = topic('profile');

const ALL_SECTORS: readonly RecordSector[] = ['PSYCHIATRY', 'MUNICIPALITY', 'NGO', 'COORDINATION'];

const CONSENT_LEVELS = [
  ['FULL', 0.7],
  ['PARTIAL', 0.22],
  ['NONE', 0.05],
  ['WITHDRAWN', 0.03],
] as const satisfies readonly (readonly [ConsentLevel, number])[];

const CONSENT_BY_HAND: Readonly<Record<number, ConsentLevel>> = {
  [EDGE_CASES.showcase]: 'PARTIAL',
  [EDGE_CASES.underGuardianship]: 'FULL',
  [EDGE_CASES.consentWithdrawn]: 'WITHDRAWN',
  [EDGE_CASES.neverConsented]: 'NONE',
  [EDGE_CASES.blocksPersonaSocialWorker]: 'FULL',
  [EDGE_CASES.medcomTestPerson]: 'FULL',
};

const SUBSTANCES = [
  ['CANNABIS', 0.42],
  ['ALCOHOL', 0.36],
  ['STIMULANTS', 0.22],
] as const;

type Illnesses = readonly (readonly [IllnessGroup, number])[];
const PROGRAMME_ILLNESSES: Illnesses = [
  ['PSYCHOSIS', 0.55],
  ['PERSONALITY', 0.2],
  ['AFFECTIVE', 0.12],
  ['ANXIETY', 0.05],
  ['DEVELOPMENTAL', 0.08],
];
const LARGER_ILLNESSES: Illnesses = [
  ['ANXIETY', 0.32],
  ['AFFECTIVE', 0.3],
  ['DEVELOPMENTAL', 0.18],
  ['PSYCHOSIS', 0.12],
  ['PERSONALITY', 0.08],
];
const UNDER_18: Illnesses = [
  ['DEVELOPMENTAL', 0.6],
  ['ANXIETY', 0.4],
];

/** What of a person the profile rests on. */
export interface ProfileInput {
  readonly seed: number;
  readonly index: number;
  readonly key: Key;
  readonly municipalityCode: string;
  readonly age: number;
  readonly today: number;
}

/** Everything of a profile but the last day, which waits for {@link deathOf}. */
export function profileOf(input: ProfileInput): Omit<Profile, 'lastDay'> {
  const { seed, index, key, age } = input;
  const random = streamOf(key, PROFILE);
  const programme = index < DEFAULT_SIZE;
  const point = (name: string) => (programme ? stratifiedPoint(seed, name, index) : random.unit());
  const illnesses = programme ? PROGRAMME_ILLNESSES : age < 18 ? UNDER_18 : LARGER_ILLNESSES;
  const department = departmentOf(input.municipalityCode);
  if (department === null) throw new RangeError(`no department serves municipality ${input.municipalityCode}`);
  return {
    recipe: programme ? 'TEN_IN_EACH' : 'LARGER',
    rank: programme ? (index % 10) + 1 : null,
    illness: share(point('illness'), illnesses),
    substance: point('substance') < (programme ? 0.65 : age < 15 ? 0 : 0.25) ? share(random.unit(), SUBSTANCES) : null,
    selfHarm: point('self-harm') < (programme ? 0.35 : 0.08),
    outwardReacting: point('outward') < (programme ? 0.3 : 0.05),
    homelessLastYear: point('homeless') < (programme ? 0.25 : age < 18 ? 0 : 0.02),
    consentLevel: CONSENT_BY_HAND[index] ?? share(point('consent'), CONSENT_LEVELS),
    heavy: index === EDGE_CASES.twoThousandEncounters || (!programme && random.chance(0.01)),
    sectors: sectorsOf(index, programme, random.unit()),
    departmentId: department,
    hasCase: hasCase(index, programme, age, random.unit()),
    age,
    today: input.today,
  };
}

function sectorsOf(index: number, programme: boolean, point: number): readonly RecordSector[] {
  if (index === EDGE_CASES.knownToOneSectorOnly) return ['NGO'];
  if (index === EDGE_CASES.contactWithoutCpr) return ['MUNICIPALITY'];
  if (programme || index < 1000) return ALL_SECTORS;
  return share(point, [
    [ALL_SECTORS, 0.92],
    [['PSYCHIATRY'], 0.06],
    [['MUNICIPALITY'], 0.02],
  ] as const);
}

function hasCase(index: number, programme: boolean, age: number, point: number): boolean {
  if (programme || (index >= ESBJERG_CASELOAD.from && index <= ESBJERG_CASELOAD.to)) return true;
  if (index === EDGE_CASES.movedMidCourse || index === EDGE_CASES.deceasedWithOpenAgreements) return true;
  if (index === EDGE_CASES.knownToOneSectorOnly || index === EDGE_CASES.contactWithoutCpr) return false;
  return age >= 18 && point < 0.08;
}

/** The day of death, or null. About 2 % of the first 220 and 1 % of the others; never one of those made for a purpose. */
export function deathOf(seed: number, index: number, key: Key, today: number): number | null {
  const random = streamOf(key, PROFILE, 1);
  const daysAgo = random.between(5, 250);
  if (index === EDGE_CASES.deceasedWithOpenAgreements) return today - 20;
  if (index < 10 || ADMITTED_TO_PERSONA_WARD.includes(index)) return null;
  if (index < DEFAULT_SIZE) return stratifiedPoint(seed, 'death', index) < 0.02 ? today - daysAgo : null;
  return index >= 300 && random.chance(0.01) ? today - daysAgo : null;
}
