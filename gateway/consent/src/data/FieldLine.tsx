import type { Answer } from '@sammen/client';
import { type Speech, useSpeech } from '../words/speaking.js';
import { type ItemOf, readField } from './readSection.js';
import type { FieldOf } from './sections.js';

/** One field of an item: its value as people write it; nothing where nothing is recorded, and words where it is withheld. */
export function FieldLine(props: { readonly answer: Answer; readonly item: ItemOf; readonly field: FieldOf }) {
  const speech = useSpeech();
  const said = sayField(props.answer, props.item, props.field, speech);
  return said === null ? null : <span className="field">{said}</span>;
}

/** The words of a field; null where nothing is recorded. */
export function sayField(answer: Answer, item: ItemOf, field: FieldOf, speech: Speech): string | null {
  const state = readField(answer, item, field);
  if (state.state === 'empty') return null;
  if (state.state !== 'value')
    return state.state === 'withheld' ? speech.words.states.withheld : speech.words.states.failed;
  const { value } = state;
  switch (field.as) {
    case 'code':
      return speech.words.values[String(value)] ?? String(value);
    case 'day':
      return speech.day(String(value));
    case 'moment':
      return speech.moment(String(value));
    case 'money':
      return speech.money(Number(value));
    case 'texts':
      return (value as readonly unknown[]).join(' · ');
    case 'text':
      return String(value);
  }
}

/** When it was: `3. maj 2026 – 8. maj 2026`, or one day alone. */
export function sayPeriod({ from, to }: Pick<ItemOf, 'from' | 'to'>, { day }: Speech): string | null {
  if (from === null) return null;
  return to === null ? day(from) : `${day(from)} – ${day(to)}`;
}
