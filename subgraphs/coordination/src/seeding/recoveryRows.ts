import type { RecoveryMeasurementRecord } from '@sammen/population';
import { CITIZEN_CELLS, type Circle, personCells, startOf } from './people.js';
import type { WriteRow } from './tables.js';

/** Recovery measurements, written down by the citizen or by the key manager of the day. */
export async function writeRecovery(
  write: WriteRow,
  measurements: readonly RecoveryMeasurementRecord[],
  circle: Circle,
): Promise<void> {
  for (const { id, caseId, measuredOn, answeredBy, typedInByCitizen, ...answers } of measurements)
    await write('recovery_measurement', {
      id,
      case_id: caseId,
      measured_on: measuredOn,
      scale: 'ZERO_TO_TEN',
      answered_by: answeredBy,
      hope: answers.hope,
      wellbeing: answers.wellbeing,
      inclusion: answers.inclusion,
      citizenship: answers.citizenship,
      empowerment: answers.empowerment,
      meaningful_life: answers.meaningfulLife,
      ...(typedInByCitizen ? CITIZEN_CELLS : personCells(circle.keyManagerOn(measuredOn))),
      recorded_at: startOf(measuredOn),
    });
}
