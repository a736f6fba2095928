/** A canary: a string that says by itself whose data it is and of which category, and that occurs nowhere else. */
import { DATA_CATEGORIES, type DataCategory } from '@sammen/consent';

/** Whose and what: `<index of the citizen>:<category>`. */
export type Tag = `${number}:${DataCategory}`;

const PATTERN = /KX([0-9A-F]{2})([0-9A-F]{2})[0-9A-F]{5}Q/g;
const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');
let serial = 0;

/** A new canary of thirteen capital letters and digits, so that it fits wherever a short code does. */
export function canaryOf(citizenIndex: number, category: DataCategory): string {
  serial += 1;
  return `KX${hex(citizenIndex, 2)}${hex(DATA_CATEGORIES.indexOf(category), 2)}${hex(serial, 5)}Q`;
}

/** The tag of a citizen's category. */
export const tagOf = (citizenIndex: number, category: DataCategory): Tag => `${citizenIndex}:${category}`;

/** Every canary in a text with its tag. */
export function canariesIn(text: string): Map<string, Tag> {
  const found = new Map<string, Tag>();
  for (const [canary, citizen, category] of text.matchAll(PATTERN)) {
    found.set(canary, tagOf(parseInt(citizen!, 16), DATA_CATEGORIES[parseInt(category!, 16)]!));
  }
  return found;
}
