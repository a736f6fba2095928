/** Exactly one primary diagnosis; misuse, where the profile has it, is among the secondary ones. */
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { stratifiedPoint } from '../core/stratified.js';
import { dayOf, isoDate, isoInstant, momentOf } from '../core/time.js';
import type { Person } from '../records/personRecords.js';
import type { IllnessGroup } from '../records/profile.js';
import type { DiagnosisRecord } from '../records/psychiatryRecords.js';
import { organisationIdOf } from '../staff.js';

const DIAGNOSIS = topic('diagnosis');

/** ICD-10 codes by main illness; a code that stands twice is twice as common. */
export const PRIMARY_CODES: Readonly<Record<IllnessGroup, readonly string[]>> = {
  PSYCHOSIS: ['F20.0', 'F20.0', 'F20.0', 'F20.3', 'F20.9', 'F21', 'F22.0', 'F25.0', 'F25.1', 'F29'],
  PERSONALITY: ['F60.3', 'F60.3', 'F60.2', 'F60.6', 'F60.9', 'F61'],
  AFFECTIVE: ['F31.3', 'F31.6', 'F31.9', 'F32.1', 'F32.2', 'F33.1', 'F33.2'],
  ANXIETY: ['F40.1', 'F41.0', 'F41.1', 'F42.2', 'F43.1', 'F43.2'],
  DEVELOPMENTAL: ['F90.0', 'F90.0', 'F90.1', 'F84.0', 'F84.5'],
};

/** Codes of misuse by substance. */
export const SUBSTANCE_CODES = { ALCOHOL: 'F10.2', CANNABIS: 'F12.2', STIMULANTS: 'F15.2' } as const;

/** Further diagnoses. */
export const SECONDARY_CODES = [
  'F43.1',
  'F60.3',
  'F41.1',
  'F32.1',
  'F90.0',
  'F17.2',
  'F51.0',
  'F40.1',
  'F50.9',
] as const;

/** The diagnoses of a citizen, the primary one first. */
export function diagnosesOf(person: Person): readonly DiagnosisRecord[] {
  const { key, profile } = person;
  const random = streamOf(key, DIAGNOSIS);
  const codes = [random.pick(PRIMARY_CODES[profile.illness]), ...secondaryCodes(person, random)];
  const earliest = dayOf(person.birthDate) + 8 * 365;
  let day = profile.lastDay - (random.chance(0.1) ? random.between(20, 180) : random.between(181, 5000));
  return codes.map((code, number): DiagnosisRecord => {
    day = Math.min(profile.lastDay - 1, Math.max(earliest, day));
    const firstDiagnosedOn = isoDate(day);
    const recordedAt = isoInstant(momentOf(day, random.between(8, 16), random.between(0, 59)));
    day += random.between(0, 400);
    return {
      id: recordId(key, DIAGNOSIS, number),
      citizenId: person.id,
      code,
      kind: number === 0 ? 'PRIMARY' : 'SECONDARY',
      firstDiagnosedOn,
      endedOn: null,
      organisationId: organisationIdOf(profile.departmentId),
      unitId: profile.departmentId,
      recordedAt,
    };
  });
}

/** 75 % of the first 220 have at least two diagnoses, 43 % of the others (1.7 on average). */
function secondaryCodes(person: Person, random: Random): readonly string[] {
  const { substance, recipe } = person.profile;
  const programme = recipe === 'TEN_IN_EACH';
  const first = random.unit();
  const alone = programme ? stratifiedPoint(person.seed, 'second diagnosis', person.index) : first;
  const anyway = programme ? 0.286 : 0.24; // of those without misuse
  const codes: string[] = substance === null ? [] : [SUBSTANCE_CODES[substance]];
  if (codes.length === 0 && alone >= anyway) return [];
  if (codes.length === 0) codes.push(random.pick(SECONDARY_CODES));
  while (codes.length < 4 && random.chance(0.4)) codes.push(random.pick(SECONDARY_CODES));
  return [...new Set(codes)];
}
