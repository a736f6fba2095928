import type { Measure } from '@sammen/subgraph-kit';
import { DIAGNOSIS_GROUPS, diagnosisGroupOf } from './diagnosisGroups.js';
import { STAY_SQL, dayOf } from './stays.js';

/** Days in bed: the union of a citizen's stays, cut at the ends of the quarter. */
export const bedDays: Measure = {
  field: 'bedDays',
  da: 'Sengedage i kvartalet: indlagte borgeres døgn, hver dag talt én gang; udskrivningsdagen tæller kun med, når den også er indlæggelsesdagen; orlov tæller med',
  en: 'Bed days in the quarter: days of admitted citizens, each day once; the day of discharge counts only when it is the day of admission too; leave counts',
  unit: 'DAYS',
  each: { least: 1, most: 92 },
  kinds: DIAGNOSIS_GROUPS,
  events: `
    WITH ${STAY_SQL}, bed AS (
      SELECT citizen_id, range_agg(daterange(${dayOf('started_at')},
        CASE WHEN ended_at IS NOT NULL THEN greatest(${dayOf('ended_at')}, ${dayOf('started_at')} + 1) END)) AS days
      FROM stay GROUP BY citizen_id)
    SELECT q.period, b.citizen_id, ${diagnosisGroupOf('b.citizen_id')} AS kind,
      (SELECT sum(upper(part) - lower(part))
       FROM unnest(b.days * datemultirange(daterange(q.first_day, q.next_day))) AS part) AS amount, 1 AS units
    FROM quarter q JOIN bed b ON b.days && daterange(q.first_day, q.next_day)`,
};
