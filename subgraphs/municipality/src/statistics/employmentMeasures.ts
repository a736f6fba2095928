import { EMPLOYMENT_MEASURES } from '@sammen/reference-data';
import { type Measure, RUNNING_IN_QUARTER } from '@sammen/subgraph-kit';

/** Measures of the employment act that ran in the quarter. */
export const employmentMeasures: Measure = {
  field: 'employmentMeasures',
  da: 'Beskæftigelsesindsatser, der var i gang på mindst én dag i kvartalet',
  en: 'Employment measures that ran on at least one day of the quarter',
  unit: 'COUNT',
  kinds: EMPLOYMENT_MEASURES,
  events: `
    SELECT q.period, m.citizen_id, m.measure AS kind, 1 AS units, 0 AS amount
    FROM quarter q JOIN employment_measure m ON ${RUNNING_IN_QUARTER('m.valid_from', 'm.valid_to')}`,
};
