import type { Measure } from '@sammen/subgraph-kit';

/** Meetings that were held, by whether somebody was there who may decide. */
export const meetings: Measure = {
  field: 'meetings',
  da: 'Holdte møder i kvartalet, efter om mindst én deltager med beslutningsmandat var til stede',
  en: 'Meetings held in the quarter, by whether at least one participant with a mandate to decide was present',
  unit: 'COUNT',
  kinds: [
    { code: 'WITH_MANDATE', da: 'Med beslutningsmandat til stede', en: 'With a mandate present' },
    { code: 'WITHOUT_MANDATE', da: 'Uden beslutningsmandat til stede', en: 'Without a mandate present' },
  ],
  events: `
    SELECT q.period, m.citizen_id, 1 AS units, 0 AS amount,
      CASE WHEN EXISTS (
        SELECT FROM meeting_participant p
        WHERE p.citizen_id = m.citizen_id AND p.meeting_id = m.id AND p.attendance = 'ATTENDED'
          AND cardinality(p.mandate) > 0) THEN 'WITH_MANDATE' ELSE 'WITHOUT_MANDATE' END AS kind
    FROM quarter q JOIN meeting m ON m.status = 'HELD' AND m.starts_at >= q.begins AND m.starts_at < q.ends`,
};
