import type { GraphQLSchema } from 'graphql';
import { declaredLabel, directivesNamed, type Labelled } from '../label.js';
import { CONSENT_DIRECTIVE, PUBLIC_DIRECTIVE } from '../sdl.js';
import { labelCoordinates } from './schemaElements.js';
import type { Report } from './violation.js';

/** UNKNOWN_CATEGORY, CONTRADICTION: each declaration by itself. Answers whether all labels can be read at all. */
export function checkDeclarations(schema: GraphQLSchema, report: Report): boolean {
  let isReadable = true;
  for (const [coordinate, [element]] of labelCoordinates(schema)) {
    if (!canBeRead(element!)) {
      isReadable = false;
      report('UNKNOWN_CATEGORY', coordinate, 'Correct the category.');
    }
    if (hasBoth(element!)) report('CONTRADICTION', coordinate, 'Remove @consent or @public.');
  }
  return isReadable;
}

function canBeRead(element: Labelled): boolean {
  try {
    declaredLabel(element);
    return true;
  } catch {
    return false;
  }
}

function hasBoth(element: Labelled): boolean {
  const labels = directivesNamed(element, CONSENT_DIRECTIVE).length;
  return labels > 1 || (labels > 0 && directivesNamed(element, PUBLIC_DIRECTIVE).length > 0);
}
