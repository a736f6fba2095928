import type { Measure } from '@sammen/subgraph-kit';

/** Places on courses that ended in the quarter, by whether somebody stayed. */
export const courseParticipants: Measure = {
  field: 'courseParticipants',
  da: 'Deltagere på psykoedukation: tilmeldinger til kurser, der sluttede i kvartalet, efter om deltageren blev til slut',
  en: 'Participants of psycho-education: enrolments in courses that ended in the quarter, by whether the participant stayed to the end',
  unit: 'COUNT',
  kinds: [
    { code: 'STAYED', da: 'Blev til slut', en: 'Stayed to the end' },
    { code: 'LEFT', da: 'Stoppede før tid', en: 'Left before the end' },
  ],
  events: `
    SELECT q.period, e.citizen_id, CASE WHEN e.withdrawn_on < c.ends_on THEN 'LEFT' ELSE 'STAYED' END AS kind,
      1 AS units, 0 AS amount
    FROM quarter q JOIN course c ON c.ends_on >= q.first_day AND c.ends_on < q.next_day
    JOIN course_enrolment e ON e.course_id = c.id`,
};
