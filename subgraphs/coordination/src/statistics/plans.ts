import type { Measure } from '@sammen/subgraph-kit';

/** Plans that were followed when the quarter ended. */
export const plans: Measure = {
  field: 'plans',
  da: 'Planer, der var åbne ved kvartalets slutning: begyndt og ikke lukket',
  en: 'Plans that were open when the quarter ended: begun and not closed',
  unit: 'COUNT',
  kinds: [
    { code: 'ACTION_PLAN', da: 'Handleplan', en: 'Action plan' },
    { code: 'DISCHARGE_AGREEMENT', da: 'Udskrivningsaftale', en: 'Discharge agreement' },
    { code: 'COORDINATION_PLAN', da: 'Koordinationsplan', en: 'Coordination plan' },
    { code: 'HOLISTIC_PLAN', da: 'Helhedsorienteret plan', en: 'Holistic plan' },
  ],
  events: `
    SELECT q.period, p.citizen_id, p.kind, 1 AS units, 0 AS amount
    FROM quarter q JOIN plan p ON p.opened_at < q.ends AND (p.closed_at IS NULL OR p.closed_at >= q.ends)`,
};
