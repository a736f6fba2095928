import { socialParagraph } from '@sammen/reference-data';
import { type Measure, OTHER_KIND, RUNNING_IN_QUARTER } from '@sammen/subgraph-kit';

/** The paragraphs that are common enough to be told apart. */
const PARAGRAPHS = [
  ['SEL', '85'],
  ['SEL', '99'],
  ['SEL', '101'],
  ['SEL', '103'],
  ['SEL', '104'],
  ['SEL', '107'],
  ['SEL', '108'],
  ['SUL', '141'],
] as const;

/** Social services that ran in the quarter. */
export const socialServices: Measure = {
  field: 'socialServices',
  da: 'Bevilgede sociale indsatser, der var i gang på mindst én dag i kvartalet, efter lov og paragraf',
  en: 'Granted social services that ran on at least one day of the quarter, by act and paragraph',
  unit: 'COUNT',
  kinds: [
    ...PARAGRAPHS.map(([act, paragraph]) => {
      const { da, en } = socialParagraph(act, paragraph)!;
      return { code: `${act} § ${paragraph}`, da, en };
    }),
    OTHER_KIND,
  ],
  events: `
    SELECT q.period, s.citizen_id, format('%s § %s', s.act, s.paragraph) AS kind, 1 AS units, 0 AS amount
    FROM quarter q JOIN social_service s ON ${RUNNING_IN_QUARTER('s.valid_from', 's.valid_to')}`,
};
