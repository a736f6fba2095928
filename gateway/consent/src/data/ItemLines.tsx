import type { Answer } from '@sammen/client';
import { type Speech, useSpeech } from '../words/speaking.js';
import { type ItemOf, readField } from './readSection.js';
import type { FieldOf, Section } from './sections.js';

interface Props {
  readonly answer: Answer;
  readonly section: Section;
  readonly item: ItemOf;
  /** Whose it is, where that is not plain. */
  readonly from?: string;
}

/** One item: what it is called, when it was, and what is told of it; words where something is withheld, nothing where nothing is recorded. */
export function ItemLines({ answer, section, item, from }: Props) {
  const speech = useSpeech();
  const title = sayField(answer, item, section.title, speech) ?? speech.words.categories[section.category];
  const days = [item.from, item.to].flatMap((each) => (each === null ? [] : [speech.day(each)]));
  return (
    <>
      <strong>{title}</strong>
      <span className="when">{days.join(' – ')}</span>
      {from !== undefined && <span className="quiet">{from}</span>}
      {section.fields.map((field) => {
        const said = sayField(answer, item, field, speech);
        return said !== null && <span key={field.at}>{said}</span>;
      })}
    </>
  );
}

/** The words of a field; null where nothing is recorded. */
function sayField(answer: Answer, item: ItemOf, field: FieldOf, speech: Speech): string | null {
  const { states, values, numbers } = speech.words;
  const read = readField(answer, item, field);
  if (read.state !== 'value') return { empty: null, withheld: states.withheld, failed: states.failed }[read.state];
  const value = String(read.value);
  switch (field.as) {
    case 'code':
      return values[value] ?? value;
    case 'day':
      return speech.day(value);
    case 'money':
      return speech.money(Number(value));
    case 'number':
      return numbers[field.at](value);
    case 'texts':
      return (read.value as readonly unknown[]).join(' · ');
    case 'text':
      return value;
  }
}
