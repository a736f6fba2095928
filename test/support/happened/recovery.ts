/** How citizens fared by their own answers, from the records of coordination. */
import {
  coordinationOf,
  type Person,
  RECOVERY_INDICATORS,
  type RecoveryIndicator,
  type RecoveryMeasurementRecord,
} from '@sammen/population';
import { type Happened, quarterOf } from './quarters';

/** The last whole measurement of a quarter that the citizen answered, with its total and that of the one before. */
interface Measured {
  readonly period: string;
  readonly last: RecoveryMeasurementRecord;
  readonly total: number;
  readonly before: number | null;
}

function measuredOf(person: Person): Measured[] {
  const quarters = new Map<string, Measured>();
  let before: number | null = null;
  for (const last of coordinationOf(person).recovery) {
    const answers = RECOVERY_INDICATORS.map((indicator) => last[indicator]);
    if (answers.includes(null) || ['RELATIVE', 'PROFESSIONAL'].includes(last.answeredBy)) continue;
    const total = answers.reduce<number>((sum, answer) => sum + answer!, 0);
    const period = quarterOf(last.measuredOn);
    quarters.set(period, { period, last, total, before });
    before = total;
  }
  return [...quarters.values()];
}

const inBands = (indicator: RecoveryIndicator) => (person: Person) =>
  measuredOf(person).map(({ period, last }): Happened => {
    const answer = last[indicator]!;
    return { period, kind: answer < 4 ? 'LOW' : answer < 7 ? 'MIDDLE' : 'HIGH' };
  });

/** By measure. */
export const recovery: Readonly<Record<string, (person: Person) => Happened[]>> = {
  recoveryChange: (person) =>
    measuredOf(person).map(({ period, total, before }) => {
      if (before === null) return { period, kind: 'FIRST' };
      const rise = total - before;
      return { period, kind: Math.abs(rise) < 3 ? 'UNCHANGED' : rise > 0 ? 'ROSE' : 'FELL' };
    }),
  recoveryHope: inBands('hope'),
  recoveryWellbeing: inBands('wellbeing'),
  recoveryInclusion: inBands('inclusion'),
  recoveryCitizenship: inBands('citizenship'),
  recoveryEmpowerment: inBands('empowerment'),
  recoveryMeaningfulLife: inBands('meaningfulLife'),
};
