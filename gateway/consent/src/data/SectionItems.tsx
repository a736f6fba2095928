import type { Answer } from '@sammen/client';
import { useState } from 'react';
import { Notice } from '../parts/Notice.js';
import { useSpeech } from '../words/speaking.js';
import { ItemLines } from './ItemLines.js';
import { readSection } from './readSection.js';
import type { Section } from './sections.js';

/** So many are shown before one asks for all. */
const FEW = 5;

/** What one section holds, or why it shows nothing. */
export function SectionItems({ answer, section }: { readonly answer: Answer; readonly section: Section }) {
  const { states } = useSpeech().words;
  const [showsAll, setShowsAll] = useState(false);
  const read = readSection(answer, section);
  if (read.state !== 'value') return <Notice state={read} />;
  const items = showsAll ? read.items : read.items.slice(0, FEW);
  return (
    <>
      <ul className="items">
        {items.map((item) => (
          <li key={item.path.join('.')}>
            <ItemLines {...{ answer, section, item }} />
          </li>
        ))}
      </ul>
      {items.length < read.items.length && (
        <button type="button" className="plain" onClick={() => setShowsAll(true)}>
          {states.showAll(read.items.length)}
        </button>
      )}
      {read.notShown > 0 && <p className="quiet">{states.notShown(read.notShown)}</p>}
    </>
  );
}
