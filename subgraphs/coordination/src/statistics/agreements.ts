import type { Measure } from '@sammen/subgraph-kit';
import { SECTOR_KINDS } from './sectors.js';

/** Agreements that were made in the quarter. */
export const agreements: Measure = {
  field: 'agreements',
  da: 'Aftaler, der blev indgået i kvartalet, efter ansvarlig sektor',
  en: 'Agreements that were made in the quarter, by the sector that is responsible',
  unit: 'COUNT',
  kinds: SECTOR_KINDS,
  events: `
    SELECT q.period, a.citizen_id, a.sector AS kind, 1 AS units, 0 AS amount
    FROM quarter q JOIN agreement a ON a.made_on >= q.first_day AND a.made_on < q.next_day`,
};
