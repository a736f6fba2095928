import type { Answer } from '@sammen/client';
import { useState } from 'react';
import { Checks } from '../parts/Checks.js';
import { useSpeech } from '../words/speaking.js';
import { eventsIn } from './events.js';
import { ItemLines } from './ItemLines.js';
import { type Sector, SECTORS } from './sections.js';

const DATED: readonly Sector[] = SECTORS.filter((sector) => sector !== 'CITIZEN');
const STEP = 50;

/** The same data in the order in which it happened, with a choice of sectors. */
export function TimelineView({ answer }: { readonly answer: Answer }) {
  const { timeline, sectors: names, categories, states } = useSpeech().words;
  const [sectors, setSectors] = useState(DATED);
  const [most, setMost] = useState(STEP);
  const { events, missing } = eventsIn(answer, sectors);
  return (
    <>
      <p>{timeline.intro}</p>
      <Checks title={timeline.filter} all={DATED} chosen={sectors} words={names} onChange={setSectors} />
      <p role="status">{timeline.count(events.length)}</p>
      {missing > 0 && <p className="notice failed">{timeline.missing(missing)}</p>}
      <ol className="timeline">
        {events.slice(0, most).map(({ sector, section, item }) => (
          <li key={item.path.join('.')} className={sector.toLowerCase()}>
            <ItemLines {...{ answer, section, item }} from={`${names[sector]} · ${categories[section.category]}`} />
          </li>
        ))}
      </ol>
      {events.length > most && (
        <button type="button" onClick={() => setMost(events.length)}>
          {states.showAll(events.length)}
        </button>
      )}
    </>
  );
}
