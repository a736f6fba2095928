import type { Answer } from '@sammen/client';
import { useSpeech } from '../words/speaking.js';
import { SectionItems } from './SectionItems.js';
import { type Section, SECTIONS, SECTORS } from './sections.js';

/** My data, sector by sector. */
export function DataView({ answer }: { readonly answer: Answer }) {
  const { words } = useSpeech();
  return (
    <>
      <p>{words.data.intro}</p>
      {SECTORS.map((sector) => (
        <section key={sector} className={`sector ${sector.toLowerCase()}`} aria-labelledby={`sector-${sector}`}>
          <h3 id={`sector-${sector}`}>{words.sectors[sector]}</h3>
          {byCategory(SECTIONS[sector]).map(([category, sections]) => (
            <div key={category} className="card">
              <h4>{words.categories[category]}</h4>
              {sections.map((section) => (
                <SectionItems key={section.at} answer={answer} section={section} />
              ))}
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function byCategory(sections: readonly Section[]): [Section['category'], Section[]][] {
  const groups = new Map<Section['category'], Section[]>();
  for (const section of sections) groups.set(section.category, [...(groups.get(section.category) ?? []), section]);
  return [...groups];
}
