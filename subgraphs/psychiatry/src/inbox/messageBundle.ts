/** A Bundle whose resources are found by type and by reference, in whatever order they stand in it. */
import { psychiatryErrors } from '../errors.js';
import { type FhirElement, fhirElement } from './fhirElement.js';

/** The resources of a message. */
export interface MessageBundle {
  readonly root: FhirElement;
  /** All resources of a type. */
  all(type: string): readonly FhirElement[];
  /** The only one of its type. @throws MESSAGE_INCOMPLETE, MESSAGE_MALFORMED when there are several */
  only(type: string): FhirElement;
  /** The resource that a Reference names. @throws MESSAGE_INCOMPLETE when it is not in the Bundle */
  referenced(reference: FhirElement, type: string): FhirElement;
}

/** `Type/id` at the end of a reference, absolute or relative; the whole of any other. */
export function referenceKey(reference: string): string {
  return /(?:^|\/)([A-Za-z]+\/[^/]+)(?:\/_history\/[^/]+)?$/.exec(reference)?.[1] ?? reference;
}

/** @throws MESSAGE_UNREADABLE when it is no JSON, MESSAGE_NOT_A_MESSAGE when it is no Bundle of type message */
export function readBundle(text: string): MessageBundle {
  const root = fhirElement(parse(text), 'Bundle');
  if (root.get('resourceType').optionalText() !== 'Bundle' || root.get('type').optionalText() !== 'message')
    throw psychiatryErrors('MESSAGE_NOT_A_MESSAGE', { field: 'Bundle.type' });
  const entries = root.get('entry').items();
  const found = entries.map((entry) => {
    const resource = entry.get('resource');
    const type = resource.get('resourceType').text();
    const names = [entry.get('fullUrl').optionalText(), `${type}/${resource.get('id').optionalText()}`];
    return { type, resource, names: names.filter((name) => name !== null).map(referenceKey) };
  });
  const all = (type: string) => found.filter((each) => each.type === type).map(({ resource }) => resource);
  return {
    root,
    all,
    only(type) {
      const [first, second] = all(type);
      const field = `Bundle.entry.resource.ofType(${type})`;
      if (first === undefined)
        throw psychiatryErrors('MESSAGE_INCOMPLETE', { field, message: `There is no ${type} in the Bundle.` });
      if (second !== undefined)
        throw psychiatryErrors('MESSAGE_MALFORMED', {
          field,
          message: `There is more than one ${type} in the Bundle.`,
        });
      return first;
    },
    referenced(reference, type) {
      const key = referenceKey(reference.get('reference').text());
      const target = found.find((each) => each.type === type && each.names.includes(key));
      if (target === undefined) {
        const field = reference.expression;
        throw psychiatryErrors('MESSAGE_INCOMPLETE', { field, message: `${field} names no ${type} of the Bundle.` });
      }
      return target.resource;
    },
  };
}

function parse(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw psychiatryErrors('MESSAGE_UNREADABLE');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw psychiatryErrors('MESSAGE_NOT_A_MESSAGE');
  return value;
}
