/**
 * A stay in hospital is counted once, however many records tell of it: what follows within four hours, or overlaps, is a
 * transfer and goes on (as the national patient register counts). Emergency visits and cancelled records are no stays.
 */

/** SQL: `stay (citizen_id, started_at, ended_at)`, with `ended_at` null while it lasts. */
export const STAY_SQL = `stay AS (
  SELECT citizen_id, lower(whole) AS started_at, upper(whole) - interval '4 hours' AS ended_at
  FROM (
    SELECT citizen_id, unnest(range_agg(tstzrange(started_at, ended_at + interval '4 hours'))) AS whole
    FROM admission WHERE kind = 'INPATIENT' AND status <> 'CANCELLED' GROUP BY citizen_id) told)`;

/** SQL: the day in Denmark of a time. */
export const dayOf = (time: string): string => `(${time} AT TIME ZONE 'Europe/Copenhagen')::date`;
