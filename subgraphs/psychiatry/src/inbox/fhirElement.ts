/** One element of a FHIR resource: reads its value or refuses, naming the element and never its value (INVARIANT I-8). */
import { psychiatryErrors } from '../errors.js';

/** An element of a message that nobody has checked yet. */
export interface FhirElement {
  /** Where it stands, as a FHIRPath expression. */
  readonly expression: string;
  readonly exists: boolean;
  /** A child; of a missing element, a missing child. */
  get(name: string): FhirElement;
  /** The items of a list; none when it is missing. @throws MESSAGE_MALFORMED when it is no list */
  items(): readonly FhirElement[];
  /** @throws MESSAGE_INCOMPLETE, MESSAGE_MALFORMED */
  text(): string;
  optionalText(): string | null;
  /** @throws MESSAGE_MALFORMED when it is neither true nor false */
  optionalBoolean(): boolean | null;
  /** A moment with its offset, as an ISO instant in UTC. @throws MESSAGE_INCOMPLETE, MESSAGE_MALFORMED */
  moment(): string;
  optionalMoment(): string | null;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:\d{2})$/;
/** Longer than any name or id in such a message. */
const LONGEST_TEXT = 500;

/** The element with a value, at an expression. */
export function fhirElement(value: unknown, expression: string): FhirElement {
  const malformed = (what: string) =>
    psychiatryErrors('MESSAGE_MALFORMED', { field: expression, message: `${expression} is not ${what}.` });
  const missing = () =>
    psychiatryErrors('MESSAGE_INCOMPLETE', { field: expression, message: `${expression} is missing.` });
  const exists = value !== undefined && value !== null;

  const text = (): string => {
    if (!exists) throw missing();
    if (typeof value !== 'string' || value.trim() === '' || value.length > LONGEST_TEXT) throw malformed('a text');
    // Half characters and control characters come from broken senders, and cannot be stored.
    if (/[\p{Cc}\p{Cs}]/u.test(value)) throw malformed('a text without control characters');
    return value;
  };
  const moment = (): string => {
    const [, day, time, offset] = MOMENT.exec(text()) ?? [];
    if (day === undefined) throw malformed('a moment with date, time and offset');
    const at = Date.parse(`${day}T${time}${offset}`);
    // Date.parse rolls 30 February over to March.
    if (Number.isNaN(at) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day)
      throw malformed('a moment of the calendar');
    return new Date(at).toISOString();
  };
  return {
    expression,
    exists,
    get(name) {
      if (exists && (typeof value !== 'object' || Array.isArray(value))) throw malformed('an object');
      // Own properties only: a name like `__proto__` is data here, not structure.
      const child = exists && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
      return fhirElement(child, `${expression}.${name}`);
    },
    items() {
      if (!exists) return [];
      if (!Array.isArray(value)) throw malformed('a list');
      return value.map((item, index) => fhirElement(item, `${expression}[${index}]`));
    },
    text,
    optionalText: () => (exists ? text() : null),
    optionalBoolean() {
      if (!exists) return null;
      if (typeof value !== 'boolean') throw malformed('true or false');
      return value;
    },
    moment,
    optionalMoment: () => (exists ? moment() : null),
  };
}
