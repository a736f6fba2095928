import type { Measure } from '@sammen/subgraph-kit';
import { SECTOR_KINDS } from './sectors.js';

/** Follow-ups whose day had passed without a result when the quarter ended. */
export const overdueFollowUps: Measure = {
  field: 'overdueFollowUps',
  da: 'Overskredne opfølgninger ved kvartalets slutning: dagen var gået, opfølgningen var ikke holdt, og aftalen var stadig åben; efter ansvarlig sektor',
  en: 'Overdue follow-ups when the quarter ended: the day had passed, the follow-up was not held, and the agreement was still open; by the sector that is responsible',
  unit: 'COUNT',
  kinds: SECTOR_KINDS,
  events: `
    SELECT q.period, f.citizen_id, a.sector AS kind, 1 AS units, 0 AS amount
    FROM quarter q
    JOIN agreement_follow_up f ON f.due_on < q.next_day AND (f.held_on IS NULL OR f.held_on >= q.next_day)
    JOIN agreement a ON a.citizen_id = f.citizen_id AND a.id = f.agreement_id
      AND (a.ended_on IS NULL OR a.ended_on >= q.next_day)
    JOIN plan p ON p.citizen_id = a.citizen_id AND p.id = a.plan_id AND (p.closed_at IS NULL OR p.closed_at >= q.ends)`,
};
