import type { Measure } from '@sammen/subgraph-kit';
import { DIAGNOSIS_GROUPS, diagnosisGroupOf } from './diagnosisGroups.js';
import { STAY_SQL } from './stays.js';

/** Stays that began in the quarter, and of those the ones that followed an earlier one within 30 days. */
export const admissions: Measure = {
  field: 'admissions',
  da: 'Indlæggelser på psykiatrisk afdeling, begyndt i kvartalet; overflytning inden for fire timer regnes med til samme indlæggelse',
  en: 'Admissions to psychiatric wards that began in the quarter; a transfer within four hours belongs to the same admission',
  unit: 'COUNT',
  kinds: DIAGNOSIS_GROUPS,
  part: {
    field: 'readmissions',
    da: 'Genindlæggelser: indlæggelser, begyndt i kvartalet, højst 30 dage efter udskrivning fra en tidligere indlæggelse',
    en: 'Readmissions: admissions that began in the quarter, at most 30 days after the discharge from an earlier admission',
  },
  events: `
    WITH ${STAY_SQL}, told AS (
      SELECT citizen_id, started_at, lag(ended_at) OVER (PARTITION BY citizen_id ORDER BY started_at) AS discharged_at
      FROM stay)
    SELECT q.period, s.citizen_id, ${diagnosisGroupOf('s.citizen_id')} AS kind, 1 AS units, 0 AS amount,
      coalesce(s.started_at <= s.discharged_at + interval '30 days', false) AS part
    FROM quarter q JOIN told s ON s.started_at >= q.begins AND s.started_at < q.ends`,
};
