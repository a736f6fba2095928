import { type Measure, RUNNING_IN_QUARTER } from '@sammen/subgraph-kit';

/** Mentorships that ran in the quarter, by what the mentor is to the organisation. */
export const mentorships: Measure = {
  field: 'mentorships',
  da: 'Mentorforløb, der var i gang på mindst én dag i kvartalet, efter om mentoren er lønnet eller frivillig',
  en: 'Mentorships that ran on at least one day of the quarter, by whether the mentor is paid or a volunteer',
  unit: 'COUNT',
  kinds: [
    { code: 'PAID', da: 'Lønnet mentor', en: 'Paid mentor' },
    { code: 'VOLUNTARY', da: 'Frivillig mentor', en: 'Voluntary mentor' },
  ],
  events: `
    SELECT q.period, s.citizen_id, m.engagement AS kind, 1 AS units, 0 AS amount
    FROM quarter q JOIN mentorship s ON ${RUNNING_IN_QUARTER('s.started_on', 's.ended_on')}
    JOIN mentor m ON m.id = s.mentor_id`,
};
