/** A section read from an answer: its items, or why there are none. Withheld, failed and empty are never mixed up. */
import { type Answer, type FieldState, fieldState, type Path } from '@sammen/client';
import type { FieldOf, Section } from './sections.js';

/** One item: where it stands, so that each of its fields can say what it is. */
export interface ItemOf {
  readonly path: Path;
  readonly from: string | null;
  readonly to: string | null;
}

/** A section as it was answered. */
export type ReadSection =
  | { readonly state: 'value'; readonly items: readonly ItemOf[]; readonly notShown: number }
  | Exclude<FieldState, { state: 'value' }>;

const down = (at: string): Path => (at === '' ? [] : at.split('.'));

/** The state of a section. */
export function readSection(answer: Answer, section: Section): ReadSection {
  const path = ['citizen', ...down(section.at)];
  // Of the citizen itself only fields can be withheld, so the first one speaks for the section.
  const state = fieldState(answer, section.at === '' ? ['citizen', ...down(section.title.at)] : path);
  if (state.state !== 'value') return state;
  const places =
    section.at !== '' && Array.isArray(state.value) ? state.value.map((_, place) => [...path, place]) : [path];
  const total = section.at.endsWith('.nodes') ? valueAt(answer, [...path.slice(0, -1), 'totalCount']) : null;
  const items = places.map((each) => ({
    path: each,
    from: dateAt(answer, each, section.from),
    to: dateAt(answer, each, section.to),
  }));
  return { state: 'value', items, notShown: typeof total === 'number' ? total - items.length : 0 };
}

/** The state of one field of an item; a field of a list below gives the list of its values. */
export function readField(answer: Answer, item: ItemOf, { at, as }: FieldOf): FieldState {
  const steps = down(at);
  if (as !== 'texts' || steps.length === 1) return fieldState(answer, [...item.path, ...steps]);
  const list = fieldState(answer, [...item.path, ...steps.slice(0, -1)]);
  if (list.state !== 'value') return list;
  const values = (list.value as Record<string, unknown>[])
    .map((each) => each[steps.at(-1)!])
    .filter((each) => each !== null);
  return values.length > 0 ? { state: 'value', value: values } : { state: 'empty' };
}

function dateAt(answer: Answer, path: Path, at: string | undefined): string | null {
  const value = at === undefined ? null : valueAt(answer, [...path, ...down(at)]);
  return typeof value === 'string' ? value : null;
}

function valueAt(answer: Answer, path: Path): unknown {
  const state = fieldState(answer, path);
  return state.state === 'value' ? state.value : null;
}
