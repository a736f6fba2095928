import type { Measure } from '@sammen/subgraph-kit';
import { SECTOR_KINDS } from './sectors.js';

/** Agreements whose day had passed and that were still open when the quarter ended. */
export const overdueAgreements: Measure = {
  field: 'overdueAgreements',
  da: 'Overskredne aftaler ved kvartalets slutning: fristen var gået, og aftalen var hverken udført eller aflyst; efter ansvarlig sektor',
  en: 'Overdue agreements when the quarter ended: the day had passed, and the agreement was neither done nor cancelled; by the sector that is responsible',
  unit: 'COUNT',
  kinds: SECTOR_KINDS,
  events: `
    SELECT q.period, a.citizen_id, a.sector AS kind, 1 AS units, 0 AS amount
    FROM quarter q JOIN agreement a ON a.due_on < q.next_day AND (a.ended_on IS NULL OR a.ended_on >= q.next_day)
    JOIN plan p ON p.citizen_id = a.citizen_id AND p.id = a.plan_id AND (p.closed_at IS NULL OR p.closed_at >= q.ends)`,
};
