import type { Answer } from '@sammen/client';
import { useState } from 'react';
import { useSpeech } from '../words/speaking.js';
import { FieldLine, sayField, sayPeriod } from './FieldLine.js';
import { eventsIn } from './events.js';
import { type Sector, SECTORS } from './sections.js';

const DATED: readonly Sector[] = SECTORS.filter((sector) => sector !== 'CITIZEN');
const STEP = 50;

/** The same data in the order in which it happened, with a choice of sectors. */
export function TimelineView({ answer }: { readonly answer: Answer }) {
  const speech = useSpeech();
  const { words } = speech;
  const [sectors, setSectors] = useState(DATED);
  const [most, setMost] = useState(STEP);
  const { events, missing } = eventsIn(answer, sectors);
  return (
    <>
      <p>{words.timeline.intro}</p>
      <fieldset className="choices">
        <legend>{words.timeline.filter}</legend>
        {DATED.map((sector) => (
          <label key={sector}>
            <input
              type="checkbox"
              checked={sectors.includes(sector)}
              onChange={({ target }) =>
                setSectors(DATED.filter((each) => (each === sector ? target.checked : sectors.includes(each))))
              }
            />
            {words.sectors[sector]}
          </label>
        ))}
      </fieldset>
      <p role="status">{words.timeline.count(events.length)}</p>
      {missing > 0 && <p className="notice failed">{words.timeline.missing(missing)}</p>}
      <ol className="timeline">
        {events.slice(0, most).map(({ sector, section, item }) => (
          <li key={item.path.join('.')} className={sector.toLowerCase()}>
            <span className="when">{sayPeriod(item, speech)}</span>
            <strong>{sayField(answer, item, section.title, speech) ?? words.categories[section.category]}</strong>
            <span className="quiet">
              {words.sectors[sector]} · {words.categories[section.category]}
            </span>
            {section.fields.map((field) => (
              <FieldLine key={field.at} answer={answer} item={item} field={field} />
            ))}
          </li>
        ))}
      </ol>
      {events.length > most && (
        <button type="button" onClick={() => setMost(events.length)}>
          {words.states.showAll(events.length)}
        </button>
      )}
    </>
  );
}
