/** Like is compared with like: two complete measurements on the same scale, told by the same voice. */
import { type RecoveryMeasurement, totalOf } from './model/recoveryMeasurement.js';
import { RecoveryAnsweredBy } from './model/recoveryScale.js';

/** Help with answering does not make an answer somebody else's. */
function voiceOf({ answeredBy }: RecoveryMeasurement): RecoveryAnsweredBy {
  return answeredBy === RecoveryAnsweredBy.CITIZEN_SUPPORTED ? RecoveryAnsweredBy.CITIZEN : answeredBy;
}

/**
 * By how much the total rose since the last complete measurement before it.
 * @param newestFirst all measurements of the citizen
 * @returns null for an incomplete one, and when there is none to compare with
 */
export function changeSinceBefore(
  one: RecoveryMeasurement,
  newestFirst: readonly RecoveryMeasurement[],
): number | null {
  const total = totalOf(one);
  if (total === null) return null;
  const earlier = newestFirst.slice(newestFirst.findIndex(({ id }) => id === one.id) + 1);
  const before = earlier.find(
    (each) => totalOf(each) !== null && each.scaleName === one.scaleName && voiceOf(each) === voiceOf(one),
  );
  return before === undefined ? null : total - totalOf(before)!;
}
