import type { Answer } from '@sammen/client';
import { useState } from 'react';
import { Notice } from '../parts/Notice.js';
import { useSpeech } from '../words/speaking.js';
import { FieldLine, sayField, sayPeriod } from './FieldLine.js';
import { readSection } from './readSection.js';
import type { Section } from './sections.js';

/** So many are shown before one asks for all. */
const FEW = 5;

/** What one section holds, or why it shows nothing. */
export function SectionItems({ answer, section }: { readonly answer: Answer; readonly section: Section }) {
  const speech = useSpeech();
  const { words } = speech;
  const [showsAll, setShowsAll] = useState(false);
  const read = readSection(answer, section);
  if (read.state !== 'value') return <Notice state={read} />;
  const items = showsAll ? read.items : read.items.slice(0, FEW);
  return (
    <>
      <ul className="items">
        {items.map((item) => (
          <li key={item.path.join('.')}>
            <strong>{sayField(answer, item, section.title, speech) ?? words.categories[section.category]}</strong>
            <span className="when">{sayPeriod(item, speech)}</span>
            {section.fields.map((field) => (
              <FieldLine key={field.at} answer={answer} item={item} field={field} />
            ))}
          </li>
        ))}
      </ul>
      {items.length < read.items.length && (
        <button type="button" className="plain" onClick={() => setShowsAll(true)}>
          {words.states.showAll(read.items.length)}
        </button>
      )}
      {read.notShown > 0 && <p className="quiet">{words.states.notShown(read.notShown)}</p>}
    </>
  );
}
