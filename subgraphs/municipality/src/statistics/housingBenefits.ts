import { HOUSING_BENEFIT_KINDS } from '@sammen/reference-data';
import { type Measure, RUNNING_IN_QUARTER } from '@sammen/subgraph-kit';

/** Housing benefits that were paid for some of the quarter. */
export const housingBenefits: Measure = {
  field: 'housingBenefits',
  da: 'Bevilget boligstøtte, der løb på mindst én dag i kvartalet; også ydelser, der siden er ophørt eller skal betales tilbage',
  en: 'Housing benefits that were granted and ran on at least one day of the quarter, also those that have ended or are to be repaid since',
  unit: 'COUNT',
  kinds: HOUSING_BENEFIT_KINDS,
  events: `
    SELECT q.period, b.citizen_id, b.kind, 1 AS units, 0 AS amount
    FROM quarter q JOIN housing_benefit b ON b.status IN ('GRANTED', 'ENDED', 'REPAY')
      AND ${RUNNING_IN_QUARTER('b.valid_from', 'b.valid_to')}`,
};
