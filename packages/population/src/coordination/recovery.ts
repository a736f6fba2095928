/** A measurement is what was answered on one day: what was not answered is null, never zero, and something always was. */
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { isoDate, workday } from '../core/time.js';
import { RECOVERY_INDICATORS } from '../records/coordinationRecords.js';
import type { RecoveryIndicator, RecoveryMeasurementRecord } from '../records/coordinationRecords.js';
import type { Person } from '../records/personRecords.js';
import type { CaseOutline } from './caseOutline.js';

const RECOVERY = topic('recovery measurement');

/** Of the measurements, how many lack an answer. */
const INCOMPLETE = 0.2;

/** The measurements of a case, oldest first: one soon after its opening, then one about every 90 days while it is open. */
export function recoveryOf(person: Person, outline: CaseOutline): readonly RecoveryMeasurementRecord[] {
  const random = streamOf(person.key, RECOVERY);
  const end = outline.closedOn ?? person.profile.lastDay;
  // Where somebody begins, how they fare in between, and how each of the six stands beside the others.
  const level = 2 + random.unit() * 4;
  const drift = -0.4 + random.unit() * 1.2;
  const offsets = RECOVERY_INDICATORS.map(() => random.unit() * 3 - 1.5);
  const measurements: RecoveryMeasurementRecord[] = [];
  let day = workday(outline.openedOn + random.between(3, 21));
  for (; day < end; day = workday(day + random.between(80, 100))) {
    const now = level + drift * measurements.length + random.unit() - 0.5;
    const answered = offsets.map((offset) => inScale(now + offset + random.unit() * 2 - 1));
    measurements.push({
      id: recordId(person.key, RECOVERY, measurements.length),
      citizenId: person.id,
      caseId: outline.id,
      measuredOn: isoDate(day),
      ...answererOf(random),
      ...withGaps(answered, random),
    });
  }
  return measurements;
}

const inScale = (value: number): number => Math.max(0, Math.min(10, Math.round(value)));

/** Mostly the citizen, of whom some type it in themselves; now and then somebody else on their behalf. */
function answererOf(random: Random): Pick<RecoveryMeasurementRecord, 'answeredBy' | 'typedInByCitizen'> {
  const point = random.unit();
  if (point < 0.58) return { answeredBy: 'CITIZEN', typedInByCitizen: point < 0.3 };
  if (point < 0.9) return { answeredBy: 'CITIZEN_SUPPORTED', typedInByCitizen: false };
  return { answeredBy: point < 0.93 ? 'RELATIVE' : 'PROFESSIONAL', typedInByCitizen: false };
}

function withGaps(answered: readonly number[], random: Random): Record<RecoveryIndicator, number | null> {
  const gaps = random.chance(INCOMPLETE) ? random.sample(RECOVERY_INDICATORS, random.between(1, 3)) : [];
  const value = (at: number): number | null =>
    gaps.includes(RECOVERY_INDICATORS[at] as RecoveryIndicator) ? null : (answered[at] as number);
  return {
    hope: value(0),
    wellbeing: value(1),
    inclusion: value(2),
    citizenship: value(3),
    empowerment: value(4),
    meaningfulLife: value(5),
  };
}
