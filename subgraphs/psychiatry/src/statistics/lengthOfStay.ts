import type { Measure } from '@sammen/subgraph-kit';
import { DIAGNOSIS_GROUPS, diagnosisGroupOf } from './diagnosisGroups.js';
import { STAY_SQL, dayOf } from './stays.js';

/** Average length of the stays that ended in the quarter. */
export const lengthOfStay: Measure = {
  field: 'lengthOfStay',
  da: 'Gennemsnitlig indlæggelsestid i dage for indlæggelser, der sluttede i kvartalet; samme dag ind og ud er én dag',
  en: 'Average length of stay in days, of admissions that ended in the quarter; in and out on the same day is one day',
  unit: 'AVERAGE_DAYS',
  each: { least: 1, most: Infinity },
  kinds: DIAGNOSIS_GROUPS,
  events: `
    WITH ${STAY_SQL}
    SELECT q.period, s.citizen_id, ${diagnosisGroupOf('s.citizen_id')} AS kind,
      greatest(${dayOf('s.ended_at')} - ${dayOf('s.started_at')}, 1) AS amount, 1 AS units
    FROM quarter q JOIN stay s ON s.ended_at >= q.begins AND s.ended_at < q.ends`,
};
