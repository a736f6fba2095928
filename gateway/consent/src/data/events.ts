/** The timeline: everything with a date, from all sectors, newest first. It is the same answer as the sections, read another way. */
import type { Answer } from '@sammen/client';
import { type ItemOf, readSection } from './readSection.js';
import { type Section, type Sector, SECTIONS } from './sections.js';

/** Something that happened, or began. */
export interface Event {
  readonly sector: Sector;
  readonly section: Section;
  readonly item: ItemOf;
  readonly at: string;
}

/** What happened in these sectors, and how many kinds of data could not be looked at for it. */
export function eventsIn(
  answer: Answer,
  sectors: readonly Sector[],
): { readonly events: Event[]; readonly missing: number } {
  let missing = 0;
  const events = sectors.flatMap((sector) =>
    SECTIONS[sector].flatMap((section) => {
      if (section.from === undefined) return [];
      const read = readSection(answer, section);
      if (read.state === 'withheld' || read.state === 'failed') missing += 1;
      if (read.state !== 'value') return [];
      return read.items.flatMap((item) => (item.from === null ? [] : [{ sector, section, item, at: item.from }]));
    }),
  );
  return { events: events.sort((a, b) => b.at.localeCompare(a.at)), missing };
}
